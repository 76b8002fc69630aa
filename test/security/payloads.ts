import { readdir } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { MATCH_PREFIX } from '../../src/slack/actions/match.ts';
import { MORE_MENU } from '../../src/slack/actions/more.ts';
import { HOME_ACTIONS, SHORTCUT } from '../../src/slack/ids.ts';
import type { FakeSlack } from '../fakes/slack/server.ts';

/** How Slack writes a body: a command as a form, an interaction as JSON in a form, an event as JSON. */
export type Writing = 'form' | 'payload' | 'json';

/** Something that Slack tells the app, before anyone has tampered with it. */
export type CapturedPayload = { kind: string; writing: Writing; content: Record<string, unknown> };

/** The action id of every button and menu of an order: each file in src/slack/actions holds one or some. */
export const ORDER_ACTION_IDS: readonly string[] = [MORE_MENU, `${MATCH_PREFIX}0`, ...(await idsInActions())];

/** Every action id that the app listens to. */
export const ACTION_IDS: readonly string[] = [
  ...ORDER_ACTION_IDS,
  HOME_ACTIONS.newOrder,
  `${HOME_ACTIONS.page}waiting_older`,
  `${HOME_ACTIONS.page}mine_newer`,
];

/**
 * Lets people act while the app is deaf, and gives what Slack would have told it: the fake's own payloads, to the
 * last field.
 */
export async function capturePayloads(
  slack: FakeSlack,
  appUrl: string,
  act: () => Promise<void>,
): Promise<CapturedPayload[]> {
  const heard: CapturedPayload[] = [];
  const ear = createServer(async (request, response) => {
    heard.push(await read(request));
    response.end();
  });
  await new Promise<void>((listening) => ear.listen(0, '127.0.0.1', listening));
  slack.deliverTo(`http://127.0.0.1:${(ear.address() as AddressInfo).port}/`);
  await act();
  slack.deliverTo(appUrl);
  ear.close();
  return heard;
}

async function read(request: IncomingMessage): Promise<CapturedPayload> {
  const body = await text(request);
  if (request.headers['content-type'] === 'application/json')
    return captured('event', 'json', JSON.parse(body) as CapturedPayload['content']);
  const form = Object.fromEntries(new URLSearchParams(body));
  if (form.payload === undefined) return captured('command', 'form', form);
  const content = JSON.parse(form.payload) as CapturedPayload['content'];
  return captured(String(content.type), 'payload', content);
}

function captured(kind: string, writing: Writing, content: CapturedPayload['content']): CapturedPayload {
  return { kind, writing, content };
}

/** One payload of every kind: those overheard, a click with every action id, and what the fake cannot send. */
export function onePerKind(heard: readonly CapturedPayload[]): CapturedPayload[] {
  const click = one(heard, 'block_actions');
  const submission = one(heard, 'view_submission');
  const { user, team, api_app_id, token, trigger_id } = click.content;
  const who = { user, team, api_app_id, token, trigger_id, is_enterprise_install: false, enterprise: null };
  const event = one(heard, 'event');
  return [
    ...heard,
    ...ACTION_IDS.map((id) => captured(id, 'payload', withAction(click.content, id))),
    captured('view_closed', 'payload', { ...submission.content, type: 'view_closed', is_cleared: true }),
    captured('shortcut', 'payload', { ...who, type: 'shortcut', callback_id: SHORTCUT, action_ts: '1.2' }),
    captured('message_action', 'payload', {
      ...who,
      type: 'message_action',
      callback_id: 'order_cloud',
      channel: click.content.channel,
      message: click.content.message,
      response_url: click.content.response_url,
      message_ts: '1.2',
    }),
    captured('block_suggestion', 'payload', { ...who, type: 'block_suggestion', action_id: 'x', value: 'y' }),
    ...['message', 'app_uninstalled', 'tokens_revoked', 'user_change', 'app_mention'].map((type) =>
      captured(type, 'json', {
        ...event.content,
        event: { ...Object(event.content.event), type, text: 'hi' },
      }),
    ),
    captured('ssl_check', 'form', { ssl_check: '1', token: 'verification-token' }),
    captured('url_verification', 'json', { type: 'url_verification', token: 'x', challenge: 'abc' }),
  ];
}

function one(heard: readonly CapturedPayload[], kind: string): CapturedPayload {
  const found = heard.find((each) => each.kind === kind);
  if (!found) throw new Error(`No one heard a ${kind}; only: ${heard.map((each) => each.kind).join(', ')}`);
  return found;
}

function withAction(click: CapturedPayload['content'], actionId: string): CapturedPayload['content'] {
  const [action] = click.actions as object[];
  return { ...click, actions: [{ ...action, action_id: actionId }] };
}

async function idsInActions(): Promise<string[]> {
  const folder = new URL('../../src/slack/actions/', import.meta.url);
  const modules = await Promise.all((await readdir(folder)).map((file) => import(`${folder}${file}`)));
  const exported = modules.flatMap((module: Record<string, unknown>) => Object.values(module));
  return exported.flatMap((value) => {
    const { success, data } = z.object({ id: z.string(), isVisible: z.function() }).safeParse(value);
    return success ? [data.id] : [];
  });
}
