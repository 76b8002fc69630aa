import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import {
  App,
  type BlockAction,
  HTTPReceiver,
  type Logger,
  LogLevel,
  SocketModeReceiver,
  type types,
} from '@slack/bolt';
import type { FakeSlack } from './server.ts';

/** A Bolt app that has a little of everything that the fake must understand. `url` is empty over sockets. */
export type TinyApp = { client: App['client']; url: string; stop: () => Promise<void> };

/** How long `/order-cloud late` keeps Slack waiting. */
const LATE_MS = 150;

const quiet: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** Starts the app against a fake Slack, over sockets or over HTTP. Bolt reconnects after `clientPingTimeout` ms. */
export async function startTinyApp(
  slack: FakeSlack,
  over: 'socket' | 'http',
  clientPingTimeout = 5000,
): Promise<TinyApp> {
  const sockets = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: quiet,
    clientPingTimeout,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const http = new HTTPReceiver({ signingSecret: slack.signingSecret, logger: quiet });
  const app = new App({
    token: slack.botToken,
    receiver: over === 'socket' ? sockets : http,
    logger: quiet,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  });
  listen(app);
  await app.init();
  if (over === 'socket') {
    await app.start();
    return { client: app.client, url: '', stop: async () => void (await app.stop()) };
  }
  const server = createServer((request, response) => http.requestListener(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  slack.deliverTo(url);
  const stop = () => new Promise<void>((stopped) => server.close(() => stopped()));
  return { client: app.client, url, stop };
}

function listen(app: App): void {
  app.command('/order-cloud', async ({ ack, command, client, respond }) => {
    if (command.text === 'late') await delay(LATE_MS);
    if (command.text === 'help') {
      await ack('This is help.');
      return;
    }
    await ack();
    if (command.text === 'late') return;
    if (command.text === 'respond') {
      await respond({ text: 'To you alone.' });
      return;
    }
    const view = orderForm(command.channel_id);
    await client.views.open({ trigger_id: command.trigger_id, view });
    if (command.text === 'twice')
      await client.views.open({ trigger_id: command.trigger_id, view }).catch(() => {});
  });

  app.view({ callback_id: 'order', type: 'view_submission' }, async ({ ack, view, client }) => {
    const name = view.state.values.name?.field?.value;
    if (name === 'taken') {
      await ack({ response_action: 'errors', errors: { name: 'Another order has this name.' } });
      return;
    }
    await ack();
    await client.chat.postMessage({ channel: view.private_metadata, ...orderMessage(`${name} is ordered`) });
  });

  app.action<BlockAction>('approve', async ({ ack, body, client }) => {
    await ack();
    const { channel, message } = body;
    if (!channel || !message) return;
    const text = `Approved by <@${body.user.id}>`;
    await client.chat.postMessage({ channel: channel.id, thread_ts: message.ts, text });
    await client.chat.update({ channel: channel.id, ts: message.ts, text, blocks: [section(text)] });
  });

  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [section('Nothing waits.')] },
    });
  });
}

function section(text: string): types.SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

function orderMessage(text: string): { text: string; blocks: types.KnownBlock[] } {
  const button: types.Button = {
    type: 'button',
    action_id: 'approve',
    text: { type: 'plain_text', text: 'Approve' },
    style: 'primary',
    confirm: {
      title: { type: 'plain_text', text: 'Sure?' },
      text: { type: 'mrkdwn', text: '*demo* for 12.00 €' },
      confirm: { type: 'plain_text', text: 'Yes' },
      deny: { type: 'plain_text', text: 'No' },
    },
  };
  return { text, blocks: [section(text), { type: 'actions', elements: [button] }] };
}

/** The form that `/order-cloud` opens; it carries the channel along. */
export function orderForm(channel: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'order',
    private_metadata: channel,
    title: { type: 'plain_text', text: 'New project' },
    submit: { type: 'plain_text', text: 'Order' },
    blocks: [
      {
        type: 'input',
        block_id: 'name',
        label: { type: 'plain_text', text: 'Project name' },
        element: { type: 'plain_text_input', action_id: 'field', max_length: 40 },
      },
      {
        type: 'input',
        block_id: 'waive',
        optional: true,
        label: { type: 'plain_text', text: 'Right of withdrawal' },
        element: {
          type: 'checkboxes',
          action_id: 'box',
          options: [{ text: { type: 'plain_text', text: 'I give up my 14 days' }, value: 'waive' }],
        },
      },
    ],
  };
}
