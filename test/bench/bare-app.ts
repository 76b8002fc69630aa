import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { approve as approveAction } from '../../src/slack/actions/approve.ts';
import { DEFAULT_NAMES } from '../../src/slack/app-names.ts';

/** A Bolt app as small as they get: it takes what order-cloud takes, acknowledges, and does nothing else. */
const { SLACK_BOT_TOKEN = '', SLACK_APP_TOKEN, SLACK_SIGNING_SECRET = '', SLACK_API_URL } = process.env;
const clientOptions = { ...(SLACK_API_URL && { slackApiUrl: SLACK_API_URL }) };
const socket = SLACK_APP_TOKEN
  ? new SocketModeReceiver({ appToken: SLACK_APP_TOKEN, installerOptions: { clientOptions } })
  : null;
const http = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET || 'unused' });
const app = new App({ receiver: socket ?? http, token: SLACK_BOT_TOKEN, clientOptions });
app.command(DEFAULT_NAMES.command, ({ ack }) => ack());
app.action(approveAction.id, ({ ack }) => ack());
app.view(/./, ({ ack }) => ack());

const started = await (socket ? app.start() : app.start(0));
const address = started && 'address' in started ? (started.address() as AddressInfo) : null;
process.on('SIGTERM', () => process.exit(0));
console.log(JSON.stringify({ port: address?.port ?? 0, msg: 'order-cloud is ready' }));
