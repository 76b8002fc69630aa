import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { askFor, orderAndQuote, reply, type Scenario, startScenario } from '../journeys/scenario.ts';
import { isFullSize } from '../size.ts';
import { isAlive } from './alive.ts';
import { anyChanges, changed } from './mutations.ts';
import { ACTION_IDS, type CapturedPayload, capturePayloads, onePerKind } from './payloads.ts';
import { hasSharedPayloads, sharedPayloads } from './shared-payloads.ts';
import { type Sender, sender } from './signed.ts';
import { isOurs } from './verdict.ts';

const SEED = 20_261_123;
const PAYLOADS = isFullSize ? 10_000 : 1_000;
/** So many of them are recorded ones of the real Slack, if there are any. */
const RECORDED = PAYLOADS / 10;
/** What is for the app comes in few lanes; what it ignores waits until Bolt gives up, soon. */
const LANES = { ours: 24, others: 100 };
const UNHANDLED_MS = 50;
/** Consequences of tampering that the fake complains of: spent trigger_ids, threads that are none. */
const TAMPERED = /trigger_id|thread_ts/;

type Payload = CapturedPayload & { name: string };

describe('tampered payloads with a valid signature', () => {
  it(`${PAYLOADS} of every kind: each is answered, nothing is ordered, and the app keeps running`, async (t) => {
    if (!hasSharedPayloads) t.diagnostic('no recorded payloads beside the project: the fake’s own only');
    t.diagnostic(`seed ${SEED}`);
    // Two approvals are required, and only one approver is ever heard of: nothing can be approved.
    const options = { mode: 'http', settings: { APPROVALS_REQUIRED: '2', LOG_LEVEL: 'info' } } as const;
    const scenario = await startScenario(t, options);
    // To what is for the app, a late answer is none of Bolt's 404s; to the rest it comes soon.
    const deaf = await startScenario(t, { ...options, timing: { unhandledRequestMs: UNHANDLED_MS } });
    const { question } = await orderAndQuote(scenario);
    const kinds = onePerKind(await overheard(scenario, question));
    const payloads = tampered(kinds, sharedPayloads(), knownTo(question, kinds));
    const problems: string[] = [];
    const lane = async (app: Sender, waiting: Payload[]) => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { status } = await app.send(next.writing, next.content).catch(noAnswer);
        if (isWrong(next, status))
          problems.push(`${status} to ${next.name}: ${JSON.stringify(next.content)}`);
      }
    };
    const [ours, others] = [payloads.filter(isForUs), payloads.filter((one) => !isForUs(one))];
    assert.ok(ours.length > PAYLOADS / 2, `only ${ours.length} of them are for the app`);
    const [app, deafApp] = [senderTo(t, scenario), senderTo(t, deaf)];
    await Promise.all([
      ...lanes(LANES.ours, () => lane(app, ours)),
      ...lanes(LANES.others, () => lane(deafApp, others)),
    ]);

    assert.deepEqual(problems.slice(0, 5).map(clipped), [], `${problems.length} wrong answers`);
    for (const each of [scenario, deaf]) {
      assert.ok(await isAlive(each.app), each.logged().slice(-2_000));
      assert.equal(checkouts(each), 0, 'nothing was ordered');
      assert.deepEqual(
        each.slack.problems.filter((problem) => !TAMPERED.test(problem)),
        [],
      );
      each.slack.problems.length = 0;
    }
    await anOrdinaryOrder(scenario);
  });

  it('bodies of more than 256 KiB are refused before they are read completely', async (t) => {
    const scenario = await startScenario(t, { mode: 'http' });
    const app = senderTo(t, scenario);
    const body = new URLSearchParams({ command: '/order-cloud', text: 'x'.repeat(262_144) }).toString();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    assert.equal((await app.sendBody(body, form)).status, 413, 'signed, its length said');
    const inChunks = await app.sendBody(body, { ...form, 'transfer-encoding': 'chunked' }).catch(noAnswer);
    assert.ok(
      inChunks.status === 413 || inChunks.status === 0,
      `${inChunks.status}: cut off while it is sent`,
    );
    assert.ok(await isAlive(scenario.app));
    await askFor(scenario);
  });

  it('bodies without a payload are answered, and the app keeps running', async (t) => {
    const scenario = await startScenario(t, { mode: 'http', timing: { unhandledRequestMs: UNHANDLED_MS } });
    const app = senderTo(t, scenario);
    const form = 'application/x-www-form-urlencoded';
    const bodies = ['null', 'true', '0', '-1e999', '"text"', '[]', '[null]', '{}', '{', ''].flatMap(
      (json) => {
        const wrapped = new URLSearchParams({ payload: json }).toString();
        return [
          [json, 'application/json'],
          [wrapped, form],
          [json, form],
          [json, 'text/plain'],
        ] as const;
      },
    );
    const answers = await Promise.all(
      bodies.map(async ([body, type]) => {
        const { status } = await app.sendBody(body, { 'content-type': type }).catch(noAnswer);
        return { status, what: `${type}: ${body}` };
      }),
    );
    assert.deepEqual(
      answers.filter(({ status }) => status < 200 || status >= 500),
      [],
    );
    assert.ok(await isAlive(scenario.app), scenario.logged().slice(-2_000));
    await askFor(scenario);
  });
});

/** What Rita and Ada would do to an order that waits for its approval. */
async function overheard(
  scenario: Scenario,
  question: Parameters<typeof reply>[1],
): Promise<CapturedPayload[]> {
  const [rita, ada] = [scenario.slack.as('U0REQ'), scenario.slack.as('U0APP1')];
  const form = await askFor(scenario);
  await ada.click(question, 'Reject');
  const rejection = await ada.modal();
  rejection.fill({ Reason: 'Not now' });
  return capturePayloads(scenario.slack, urlOf(scenario), async () => {
    await rita.command('moon-base');
    await ada.click(question, 'Approve');
    await form.submit();
    await rejection.submit();
    await rita.openHome();
  });
}

/** Ids and values of people, places, orders and forms: the right ones in the wrong places. */
function knownTo(question: Parameters<typeof reply>[1], kinds: readonly CapturedPayload[]): unknown[] {
  const [value = '', orderId = ''] = /(oc-[0-9a-f]+):[0-9a-f]*/.exec(JSON.stringify(question.blocks)) ?? [];
  const forms = kinds.flatMap(({ content }) => Object(content.view).private_metadata ?? []);
  const change = (id: string, type: string) =>
    JSON.stringify({ channel: 'C0CLOUD', change: { orderId: id, type } });
  return [
    ...['U0REQ', 'U0APP1', 'U0GUEST', 'U0OUT', 'U0BOT', 'U0NOBODY', 'S0APPROVERS', 'T0TEAM', 'T0OTHER'],
    ...['C0CLOUD', 'G0SECRET', 'G0LOCKED', 'C0NOWHERE', 'D0REQ'],
    ...[
      value,
      `${orderId}:`,
      `${orderId}:${'0'.repeat(64)}`,
      'oc-0000000000000000:',
      `${orderId}:4711`,
      orderId,
    ],
    ...[
      ...forms,
      change(orderId, 'edited'),
      change(orderId, 'retried'),
      change('oc-0', 'edited'),
      '{"channel":"G0SECRET"}',
    ],
    ...ACTION_IDS,
    ...kinds.map(({ content }) => content.type),
  ];
}

function tampered(
  kinds: readonly CapturedPayload[],
  recorded: readonly CapturedPayload[],
  known: readonly unknown[],
): Payload[] {
  const samples = fc.sample(anyChanges(known), { numRuns: PAYLOADS, seed: SEED });
  return samples.flatMap((changes, index) => {
    const from = recorded.length > 0 && index < RECORDED ? recorded : kinds;
    const told = from[index % from.length];
    return told ? { ...told, name: `${told.kind} (${index})`, content: changed(told.content, changes) } : [];
  });
}

function isForUs({ content }: Payload): boolean {
  return isOurs(content);
}

/** Bolt's 404 means that no one has answered: that is no answer to what is for the app. */
function isWrong(payload: Payload, status: number): boolean {
  return status < 200 || status >= 500 || (status === 404 && isForUs(payload));
}

function lanes(count: number, lane: () => Promise<void>): Promise<void>[] {
  return Array.from({ length: count }, lane);
}

function checkouts({ ovh }: Scenario): number {
  const posts = ovh.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/checkout'));
  return posts.length + ovh.orders.size;
}

/** A whole order, as if nothing had been. */
async function anOrdinaryOrder(scenario: Scenario): Promise<void> {
  const { root, question } = await orderAndQuote(scenario, {}, 'after-the-storm');
  await scenario.slack.as('U0APP1').click(question, 'Approve');
  await scenario.slack.as('U0APP2').click(question, 'Approve');
  await reply(scenario, root, /orderPassword/);
  assert.deepEqual(
    [...scenario.ovh.orders.values()].map(({ description }) => description),
    ['after-the-storm'],
  );
}

function urlOf(scenario: Scenario): string {
  return `http://127.0.0.1:${scenario.app.port}/slack/events`;
}

function senderTo(t: TestContext, scenario: Scenario): Sender {
  const app = sender(urlOf(scenario), scenario.slack.signingSecret);
  t.after(app.close);
  return app;
}

function noAnswer(error: Error) {
  return { status: 0, body: error.message };
}

function clipped(problem: string): string {
  return problem.slice(0, 1_500);
}
