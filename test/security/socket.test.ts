import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { orderAndQuote, reply, startScenario } from '../journeys/scenario.ts';
import { isAlive } from './alive.ts';

const envelope = (fields: object) =>
  JSON.stringify({ envelope_id: 'e-1', accepts_response_payload: true, ...fields });

/** What no one should ever send over a socket. */
const FRAMES: (string | Buffer)[] = [
  ...['', 'null', 'true', '0', '[]', '{}', '{', 'not json', '"text"', '[null]', '\u0000'],
  Buffer.from([0xff, 0xfe, 0x00]),
  'x'.repeat(2_000_000),
  ...['interactive', 'slash_commands', 'events_api'].flatMap((type) => [
    envelope({ type }),
    envelope({ type, payload: null }),
    envelope({ type, payload: [] }),
    envelope({ type, payload: 'text' }),
    envelope({ type, payload: { type: 'block_actions' } }),
    envelope({ type, payload: { type: 'block_actions', actions: [null], user: 7 } }),
    envelope({ type, payload: { type: 'view_submission', view: null } }),
    JSON.stringify({ type, payload: { command: '/order-cloud' } }),
  ]),
  envelope({ type: 'unheard of', payload: {} }),
  envelope({ type: 7, payload: {} }),
  JSON.stringify({ type: 'hello', num_connections: 'many' }),
];

describe('garbage over the socket', () => {
  it('does not stop the app, and an order continues after it', async (t) => {
    const scenario = await startScenario(t);
    const { root, question } = await orderAndQuote(scenario);
    for (const frame of FRAMES) scenario.slack.sendFrame(frame);
    await scenario.slack.as('U0REQ').command('help');
    assert.ok(await isAlive(scenario.app), scenario.logged().slice(-2_000));
    assert.equal(scenario.ovh.orders.size, 0);
    await scenario.slack.until(() => scenario.slack.sockets > 0, 'a socket');
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /orderPassword/);
    // The fake minds acks of what it never sent as envelopes: that is what was done to it here.
    scenario.slack.problems.splice(0);
  });
});
