import {
  type OrderMessage,
  type RenderContexts,
  ROOT,
  renderOrder,
} from '../../slack/views/order-messages.ts';
import type { MessageDelivery } from '../../slack/views/render-context.ts';
import type { PostedMessage } from '../../store/messages.ts';
import { holdsUp } from './delivery-attempts.ts';
import {
  isClickable,
  postMessage,
  rememberPermalink,
  type Sync,
  type SyncOutcome,
  updateMessage,
} from './message-sync.ts';

/** The outcome of one message; `isPost`: it was not in Slack before. */
export type RoundOutcome = SyncOutcome & { key: string; isPost: boolean };

/** The order's messages as they should be now, rendered again once one that others mention was delivered or refused. */
type Rendering = { messages: OrderMessage[]; renderAgain: () => void };

/**
 * Posts and updates each message of an order once, as far as Slack accepts it. `contexts`: how to render for whom.
 */
export async function syncMessages(sync: Sync, contexts: RenderContexts): Promise<RoundOutcome[]> {
  const render = () => renderPosted(sync, contexts);
  const rendering: Rendering = {
    messages: render(),
    renderAgain() {
      rendering.messages = render();
    },
  };
  // People wait for what is new: post that first, then update the rest.
  const postings = await postMissing(sync, rendering);
  const hasNoPlace = ({ kind }: SyncOutcome) => kind === 'thread_gone' || kind === 'channel_refused';
  if (postings.some(hasNoPlace)) return postings;
  return [...postings, ...(await updateChanged(sync, rendering.messages, postings))];
}

/** The order's messages as they should be now, with what is known of those in Slack. */
export function renderPosted(
  { order, posted }: Pick<Sync, 'order' | 'posted'>,
  contexts: RenderContexts,
): OrderMessage[] {
  return renderOrder(order, withPermalink(contexts, posted), deliveriesOf(posted));
}

async function postMissing(sync: Sync, rendering: Rendering): Promise<RoundOutcome[]> {
  const { posted } = sync;
  const outcomes: RoundOutcome[] = [];
  const missing = rendering.messages.filter(({ key }) => !posted.get(key)?.ts);
  // A direct message that was refused before may take long to be refused again: it comes last.
  const isLate = ({ key, target }: OrderMessage) => target.kind === 'direct' && posted.get(key)?.refusal;
  const inTurn = [...missing.filter((message) => !isLate(message)), ...missing.filter(isLate)];
  let isThreadHeldUp = false;
  let hasChannel = true;
  for (const { key } of inTurn) {
    const message = rendering.messages.find((each) => each.key === key);
    const isDirect = message?.target.kind === 'direct';
    if (!message || (!isDirect && !hasChannel) || mustWait(message, posted)) continue;
    const isReply = message.target.kind === 'thread';
    if (isReply && isThreadHeldUp) continue;
    const threadTs = isReply ? (posted.get(ROOT)?.ts ?? undefined) : undefined;
    const outcome = await postMessage(sync, message, threadTs);
    outcomes.push({ ...outcome, key, isPost: true });
    if (outcome.kind === 'thread_gone') return outcomes;
    if (outcome.kind === 'channel_refused') hasChannel = false;
    const refusal = isReply ? posted.get(key)?.refusal : null;
    if (refusal && holdsUp(refusal)) isThreadHeldUp = true;
    const isLinked = key === ROOT && outcome.kind === 'done' && (await rememberPermalink(sync));
    const isMentioned =
      isLinked ||
      isDirect ||
      outcome.kind === 'refused' ||
      rendering.messages.some(({ after }) => after === key);
    if (isMentioned) rendering.renderAgain();
  }
  return outcomes;
}

/**
 * A reply waits for its root message, and a message that points to another one for that to be posted, or to fail for
 * good.
 */
function mustWait({ target, after }: OrderMessage, posted: Map<string, PostedMessage>): boolean {
  if (target.kind === 'thread' && !posted.get(ROOT)?.ts) return true;
  const awaited = after === undefined ? 'delivered' : deliveryOf(posted.get(after)).state;
  return awaited !== 'delivered' && awaited !== 'failed';
}

async function updateChanged(
  sync: Sync,
  messages: OrderMessage[],
  postings: RoundOutcome[],
): Promise<RoundOutcome[]> {
  const isNew = new Set(postings.flatMap(({ key, kind }) => (kind === 'done' ? [key] : [])));
  // Readers of a new message in the thread may click on an older one: check that it still exists. So must the root message,
  // which direct messages link to: Slack accepts replies under a deleted one, where no one finds them.
  const hasNewReply = messages.some(({ key, target }) => target.kind === 'thread' && isNew.has(key));
  const isToCheck = (message: OrderMessage) =>
    message.key === ROOT ? isNew.size > 0 : hasNewReply && isClickable(message);
  const updates = await Promise.allSettled(
    messages.map(async (message) => {
      const isCheck = isToCheck(message) && !isNew.has(message.key);
      const outcome = await updateMessage(sync, message, { isCheck });
      return { ...outcome, key: message.key, isPost: false };
    }),
  );
  return updates.map((update) => {
    if (update.status === 'rejected') throw update.reason;
    return update.value;
  });
}

/** Once the order's first message exists, its name in the others is a link to it. */
function withPermalink(contexts: RenderContexts, posted: Map<string, PostedMessage>): RenderContexts {
  const permalink = posted.get(ROOT)?.permalink ?? undefined;
  const approvers = [...(contexts.forApprovers ?? [])];
  return {
    forAll: { ...contexts.forAll, permalink },
    forRequester: { ...contexts.forRequester, permalink },
    forApprovers: new Map(approvers.map(([id, ctx]) => [id, { ...ctx, permalink }])),
  };
}

function deliveriesOf(posted: Map<string, PostedMessage>): Map<string, MessageDelivery> {
  return new Map([...posted].map(([key, message]) => [key, deliveryOf(message)]));
}

function deliveryOf(message: PostedMessage | undefined): MessageDelivery {
  if (message?.ts) return { state: 'delivered' };
  if (!message?.refusal) return { state: 'pending' };
  const { code: errorCode, retryAt } = message.refusal;
  return { state: retryAt === null ? 'failed' : 'retrying', errorCode };
}
