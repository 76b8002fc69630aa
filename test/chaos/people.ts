import { setTimeout as pause } from 'node:timers/promises';
import type { Ack, FakeMessage, FakeSlack, OpenModal } from '../fakes/slack/server.ts';
import { CHANNEL, type Team } from './environment.ts';
import { type Observation, observe, wordsOf } from './observation.ts';
import type { Random } from './random.ts';

/** What a team wants to do with an order. */
export type Plan = 'approve' | 'reject' | 'cancel' | 'approve or cancel' | 'approve or reject';

/** One order, as the people remember it. */
export type AskedOrder = {
  name: string;
  plan: Plan;
  observation: Observation;
  /** Slack took the form, or said that there is such an order: from then on it must not get lost. */
  isTaken: boolean;
  /** Its people have seen how it ended. */
  isOver: boolean;
  /** What its people did last: where they are, if they never end. */
  lastStep: string;
  /** The copy of the database that was restored does not know it: it cannot be had back. */
  isForgotten: boolean;
};

/** What all teams do together. */
export type People = {
  orders: AskedOrder[];
  /** Approvals that Slack saw taken, and of which nothing was seen or heard so far. */
  lostResponses: LostResponse[];
  /** Resolves when every team has seen the end of its last order. */
  finished: Promise<unknown>;
};

/** Somebody's approval, and how long (ms since 1970) they waited to see or hear of it. */
export type LostResponse = { name: string; by: string; until: number };

/** How long somebody waits for what a click does before clicking again. */
const WAIT_AFTER_CLICK_MS = 4_000;
const LOOK_EVERY_MS = 100;
/** The longest rest between two orders of a team. */
const REST_MS = 2_000;

/** When the people stop: `isClosing`: no new orders; `isOver`: not even the ones under way. */
type Hours = { isClosing: () => boolean; isOver: () => boolean };

/** Lets every team order one project after the other, each to its end. */
export function sendPeople(
  slack: FakeSlack,
  teams: { team: Team; random: Random }[],
  pay: (name: string) => void,
  hours: Hours,
): People {
  const orders: AskedOrder[] = [];
  const lostResponses: LostResponse[] = [];
  const works = teams.map(async ({ team, random }) => {
    const own: AskedOrder[] = [];
    while (!hours.isClosing()) {
      const name = `project-${String(orders.length).padStart(5, '0')}`;
      const order: AskedOrder = {
        name,
        plan: planOf(random),
        observation: observe(slack, name),
        isTaken: false,
        isOver: false,
        lastStep: 'none',
        isForgotten: false,
      };
      orders.push(order);
      own.push(order);
      await askFor(order, { slack, team, hours });
      await seeThrough(order);
      if (!hours.isClosing()) await pause(random.between(0, REST_MS));
    }
    // What a restored copy has undone is decided again.
    while (!hours.isOver()) {
      for (const order of own) await seeThrough(order);
      await pause(LOOK_EVERY_MS);
    }

    async function seeThrough(order: AskedOrder): Promise<void> {
      // Its form never opened: no one waits for it.
      if (order.isOver && !order.isTaken) return;
      await decideOn(order, { slack, team, hours, random, lostResponses });
      // Whether it is delivered, they see when they have time.
      if (order.observation.status() !== 'ordered') return;
      order.lastStep = 'pay';
      pay(order.name);
    }
  });
  return { orders, lostResponses, finished: Promise.all(works) };
}

function planOf(random: Random): Plan {
  return random.weighted<Plan>([
    ['approve', 10],
    ['approve or cancel', 2],
    ['approve or reject', 2],
    ['reject', 2],
    ['cancel', 2],
  ]);
}

type Scene = { slack: FakeSlack; team: Team; hours: Hours };

/** Types the command and submits the form until Slack takes it, or the order is seen. */
async function askFor(order: AskedOrder, { slack, team, hours }: Scene): Promise<void> {
  const requester = slack.as(team.requester);
  let wasSubmitted = false;
  while (!order.isTaken && !order.isForgotten && !hours.isOver()) {
    order.lastStep = 'type the command';
    const ack = await requester.command(order.name, CHANNEL);
    order.lastStep = 'submit the form';
    const modal = ack.acked ? await requester.modal().catch(() => null) : null;
    wasSubmitted ||= modal !== null;
    if (modal) order.isTaken = await submitRequest(modal, order.name);
    if (!modal) await pause(LOOK_EVERY_MS);
    order.isTaken ||= order.observation.status() !== 'unseen';
    // Nobody misses an order whose form never opened.
    if (!wasSubmitted && hours.isClosing()) {
      order.isOver = true;
      return;
    }
  }
}

async function submitRequest(modal: OpenModal, name: string): Promise<boolean> {
  modal.fill({ 'Project name': name });
  for (let tries = 0; tries < 20; tries += 1) {
    const outcome = await modal.submit();
    if ('closed' in outcome) return true;
    if ('errors' in outcome && /There is already an open order/.test(JSON.stringify(outcome.errors)))
      return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
}

type Deciding = Scene & { random: Random; lostResponses: LostResponse[] };

/** Looks at the order's thread and clicks what the plan says, until the order has ended. */
async function decideOn(order: AskedOrder, deciding: Deciding): Promise<void> {
  const { slack, team, hours, random } = deciding;
  const { observation } = order;
  while (!hours.isOver()) {
    const standing = observation.status();
    order.isOver = order.isForgotten || ['ordered', 'ready', 'rejected', 'cancelled'].includes(standing);
    order.lastStep = `look: ${standing}`;
    if (order.isOver) return;
    const tryAgain = standing === 'failed' && observation.withButton(/^Try again$/);
    const question = observation.withButton(/^Approve$/);
    const lost = observation.withButton(/^It is |^None of these$/);
    if (tryAgain || question || lost) order.lastStep = `${standing}: click`;
    if (tryAgain) await tryAgainAs(tryAgain.message, order, deciding);
    else if (lost) await click(slack, random.pick(team.approvers), lost.message, lost.label);
    else if (question && standing === 'open') await followPlan(order, question.message, deciding);
    await pause(LOOK_EVERY_MS);
  }
}

/** Clicks `Try again`; where the form opens, it is submitted as it was. */
async function tryAgainAs(failure: FakeMessage, order: AskedOrder, { slack, team }: Deciding): Promise<void> {
  const requester = slack.as(team.requester);
  if (!(await click(slack, team.requester, failure, 'Try again')).acked) return;
  const modal = await requester.modal().catch(() => null);
  if (modal && modal.values()['Project name'] === order.name) await submitRequest(modal, order.name);
}

async function followPlan(order: AskedOrder, question: FakeMessage, deciding: Deciding): Promise<void> {
  const { random, team } = deciding;
  const [first, second] = random.chance(0.5) ? team.approvers : team.approvers.toReversed();
  const approve = (by = first) => approveAs(by ?? '', question, order, deciding);
  const undo = order.plan.endsWith('reject') ? rejectAs : cancelAs;
  if (order.plan === 'reject' || order.plan === 'cancel') return undo(question, order, deciding);
  if (order.plan !== 'approve') {
    const hesitation = random.between(0, 150);
    await Promise.all([
      approve(),
      approve(second),
      pause(hesitation).then(() => undo(question, order, deciding)),
    ]);
    return;
  }
  if (random.chance(0.5)) await Promise.all([approve(), approve(second), random.chance(0.3) && approve()]);
  else
    await approve()
      .then(() => pause(random.between(0, 500)))
      .then(() => approve(second));
}

/** Clicks `Approve`, and waits until the thread shows it or Slack whispers why not. */
async function approveAs(by: string, question: FakeMessage, order: AskedOrder, deciding: Deciding) {
  const { slack, lostResponses } = deciding;
  // A restored copy may ask again, below a question of which it knows nothing.
  const asked = () => order.observation.withButton(/^Approve$/)?.message;
  const counts = () =>
    [asked() ?? order.observation.replies()].flat().some((reply) => wordsOf(reply).includes(`<@${by}>`));
  if (counts()) return;
  const whispers = () => slack.ephemerals(by).length;
  const before = whispers();
  if (!(await click(slack, by, question, 'Approve')).acked) return;
  const isHeard = () => counts() || whispers() > before || !order.observation.withButton(/^Approve$/);
  if (!(await seen(isHeard))) lostResponses.push({ name: order.name, by, until: Date.now() });
}

async function rejectAs(question: FakeMessage, order: AskedOrder, { slack, team, random }: Deciding) {
  const by = random.pick(team.approvers);
  if (!(await click(slack, by, question, 'Reject')).acked) return;
  const modal = await slack
    .as(by)
    .modal()
    .catch(() => null);
  // A form that opened late may be about an order of before.
  if (!modal || !JSON.stringify(modal.view.blocks).includes(order.name)) return;
  modal.fill({ Reason: 'Not this month.' });
  const outcome = await modal.submit();
  if ('trouble' in outcome) await modal.submit();
  await seen(() => order.observation.status() !== 'open');
}

async function cancelAs(question: FakeMessage, order: AskedOrder, { slack, team }: Deciding) {
  const { acked } = await click(slack, team.requester, question, 'Cancel order');
  if (acked) await seen(() => order.observation.status() !== 'open');
}

async function click(slack: FakeSlack, by: string, message: FakeMessage, label: string): Promise<Ack> {
  try {
    return await slack.as(by).click(message, label);
  } catch {
    // The button has gone meanwhile.
    return { acked: false, status: 0, body: undefined, ms: 0 };
  }
}

/** Waits a while until something is so; false if it is not. */
async function seen(what: () => boolean): Promise<boolean> {
  const until = Date.now() + WAIT_AFTER_CLICK_MS;
  while (!what()) {
    if (Date.now() > until) return false;
    await pause(LOOK_EVERY_MS);
  }
  return true;
}
