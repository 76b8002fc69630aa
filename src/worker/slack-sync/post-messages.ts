import type { Order } from '../../orders/order.ts';
import { takesVoucher } from '../../orders/project-voucher.ts';
import type { Time } from '../../orders/time.ts';
import type { SlackApiError } from '../../slack/client/errors.ts';
import {
  hasPrivateMessages,
  isDirectKey,
  type RenderContexts,
  ROOT,
  remindedPeople,
  renderOrder,
} from '../../slack/views/order-messages.ts';
import { deleteThread, isStray, messagesOf, type PostedMessage } from '../../store/messages.ts';
import type { WorkerContext } from '../context.ts';
import { type RoundOutcome, renderPosted, syncMessages } from './sync-round.ts';
import {
  findStrays,
  isRebuildPaused,
  noteRebuild,
  REBUILD,
  takeBackStrays,
  threadKeepsVanishing,
} from './thread-rebuild.ts';

/** The outcome of syncing an order to Slack. */
export type Shown = {
  isRootPosted: boolean;
  /** When to retry what Slack refused (ms since 1970); null if there is nothing left to try. */
  retryAt: Time | null;
  hasRefusals: boolean;
  /** The order's channel takes no message; `isRoot`: not even its first one. */
  channelRefused: { trouble: SlackApiError; isRoot: boolean } | null;
  /** Why its first message is refused until someone fixes the cause, which is not the channel. */
  rootRefused: SlackApiError | null;
};

/** A thread that is gone is posted again at once; if it is gone again by then, something deletes it. */
const MAX_THREADS_GONE = 2;
/** How often in one sync messages with buttons that are gone are posted again at once: each may reveal another. */
const MAX_REPOSTS = 2;
/** A minimum pause, so that a message that is due and still refused does not become a busy loop. */
const MIN_PAUSE_MS = 1_000;

/**
 * Brings an order's messages in Slack up to date: posts what is missing, in the order of the timeline, and updates what
 * shows something else. What Slack refuses is noted in its row and tried again later; it holds up nothing else for long.
 * Runs under the order's lease.
 */
export async function syncOrderMessages(order: Order, ctx: WorkerContext): Promise<Shown> {
  const { db, outbound, now } = ctx;
  const contexts = await renderContextsOf(order, ctx);
  const directChannel = once(outbound.directChannel);
  const outcomes: RoundOutcome[] = [];
  const keys = new Set(renderOrder(order, contexts).map(({ key }) => key));
  const read = async () => currentMessages(order, keys, await messagesOf(db, order.id));
  let posted = await read();
  const before = posted.get(REBUILD)?.refusal ?? null;
  let threadsGone = 0;
  let reposts = 0;
  while (threadsGone < MAX_THREADS_GONE && !isRebuildPaused(before, now())) {
    const came = await syncMessages({ order, ctx, posted, directChannel }, contexts);
    outcomes.push(...came);
    const gone = came.find(({ kind }) => kind === 'thread_gone');
    if (gone?.kind === 'thread_gone') {
      // Without its root message no one finds the thread: everything is posted again in a new one.
      const strays = await findStrays({ order, ctx, posted });
      await deleteThread(db, order.id, gone.strayTs ? [gone.strayTs, ...strays] : strays);
      posted = await read();
      threadsGone += 1;
      if (threadsGone === MAX_THREADS_GONE)
        await noteRebuild({ order, ctx, posted }, { before, isGone: true });
      continue;
    }
    if (before !== null) await noteRebuild({ order, ctx, posted }, { before, isGone: false });
    if (reposts === MAX_REPOSTS || !came.some(({ kind }) => kind === 'gone')) break;
    reposts += 1;
  }
  await takeBackStrays({ order, ctx, posted });

  const refused = outcomes.find(({ kind }) => kind === 'channel_refused');
  const isRoot = refused?.key === ROOT && refused.isPost;
  const vanishing = threadKeepsVanishing(posted.get(REBUILD)?.refusal ?? null);
  const trouble = refused?.kind === 'channel_refused' ? refused.trouble : vanishing;
  const root = outcomes.find(({ key, kind, isPost }) => kind === 'refused' && key === ROOT && isPost);
  const isLasting = root?.kind === 'refused' && root.trouble.isLasting;
  const wanted = new Set(renderPosted({ order, posted }, contexts).map(({ key }) => key));
  return {
    isRootPosted: Boolean(posted.get(ROOT)?.ts),
    retryAt: nextRetryAt([...posted.values()], { wanted, now: now() }),
    hasRefusals: outcomes.some(({ kind }) => kind !== 'done' && kind !== 'skipped'),
    channelRefused: trouble ? { trouble, isRoot } : null,
    rootRefused: isLasting ? root.trouble : null,
  };
}

/** How to render an order for its readers, each in their language. */
async function renderContextsOf(
  order: Order,
  ctx: Pick<
    WorkerContext,
    'mayAddVoucher' | 'nameOf' | 'pendingApprovers' | 'renderContext' | 'renderContextFor'
  >,
): Promise<RenderContexts> {
  const isUndecided = order.state === 'awaiting_approval';
  const [requesterName, pendingApprovers, personal, offersVoucher] = await Promise.all([
    ctx.nameOf(order.requester),
    isUndecided ? ctx.pendingApprovers(order) : undefined,
    hasPrivateMessages(order) ? ctx.renderContextFor(order.requester) : ctx.renderContext,
    order.project !== null && takesVoucher(order) && ctx.mayAddVoucher(order.project.id),
  ]);
  const facts = { requesterName: requesterName ?? undefined, pendingApprovers };
  const approvers = remindedPeople(order).map(
    async (id) => [id, { ...(await ctx.renderContextFor(id)), ...facts }] as const,
  );
  return {
    forAll: { ...ctx.renderContext, ...facts },
    forRequester: { ...personal, ...facts, offersVoucher },
    forApprovers: new Map(await Promise.all(approvers)),
  };
}

/** What is known of the order's messages; those in a channel that the order has left are not among them. */
function currentMessages(
  { channel }: Order,
  keys: Set<string>,
  rows: Map<string, PostedMessage>,
): Map<string, PostedMessage> {
  const isHere = (row: PostedMessage) => row.channel === channel;
  // A former direct message is rendered only once it is known to be there.
  const isCurrent = (row: PostedMessage) =>
    isDirectKey(row.key) || (isHere(row) && (keys.has(row.key) || row.key === REBUILD));
  return new Map([...rows].filter(([, row]) => isStray(row) || isCurrent(row)));
}

/**
 * When to try again what Slack refused and is still wanted. What was due and had to wait for another message is tried with
 * that one.
 */
function nextRetryAt(
  messages: PostedMessage[],
  { wanted, now }: { wanted: ReadonlySet<string>; now: Time },
): Time | null {
  const isPending = (message: PostedMessage) =>
    wanted.has(message.key) || message.key === REBUILD || isStray(message);
  const times = messages.filter(isPending).flatMap(({ refusal }) => refusal?.retryAt ?? []);
  if (times.length === 0) return null;
  const next = Math.min(...times.filter((time) => time > now));
  return Number.isFinite(next) ? Math.max(next, now + MIN_PAUSE_MS) : now + MIN_PAUSE_MS;
}

/** Calls `ask` once per argument, whatever the outcome. */
function once<T>(ask: (of: string) => Promise<T>): (of: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (of) => {
    const answer = asked.get(of) ?? ask(of);
    asked.set(of, answer);
    return answer;
  };
}
