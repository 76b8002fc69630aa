import { createHash } from 'node:crypto';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { withOrderId } from '../../../observability/log.ts';
import { Denial } from '../../../orders/denial.ts';
import { newOrder, type Order } from '../../../orders/order.ts';
import type { OrderRequest } from '../../../orders/request.ts';
import { changeOrder } from '../../../store/change-order.ts';
import { findOpenByName } from '../../../store/order-queries.ts';
import { loadOrder } from '../../../store/orders.ts';
import { channelRefusalWords } from '../../views/channel-refusal-words.ts';
import { plainDenialText } from '../../views/denial-text.ts';
import { plainVoucherText } from '../../views/failure-text.ts';
import {
  type FieldProblems,
  type RequestChange,
  readRequest,
  readRequestContext,
} from '../../views/request-modal.ts';
import type { ListenerContext } from '../context.ts';
import { explainLookup } from '../explain-lookup.ts';
import { languageOf } from '../language.ts';
import { requestDenialReason } from '../request-policy.ts';
import { voucherRefusal } from '../voucher-refusal.ts';
import { withTimeout } from '../with-timeout.ts';

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * The submitted order modal: a new order, or a failed one tried again with changes. Whatever is wrong is said in
 * the modal, which stays open with everything that was typed.
 */
export function submitRequest(ctx: ListenerContext) {
  return async ({ ack, body, view }: ViewArgs): Promise<void> => {
    const since = performance.now();
    const reader = languageOf(ctx, body.user.id);
    const ask = async (): Promise<FieldProblems | null> => {
      const where = readRequestContext(view.private_metadata);
      if (!where) return { project_name: ({ messages, app }) => messages.requestProblems.damaged(app) };
      const read = readRequest(view.state.values, ctx.config);
      if ('problems' in read) return read.problems;
      const channel = where.channel ?? read.channel;
      if (!channel) return { channel: ({ messages }) => messages.requestProblems.channelMissing };
      const whyNot = await withTimeout(
        requestDenialReason(ctx, body.user.id, channel),
        ctx.timing.requesterMs,
      );
      if (whyNot === undefined)
        return { project_name: ({ messages }) => messages.requestProblems.slackIsSlow };
      const isChosen = where.channel === undefined;
      if (whyNot) return { [isChosen && whyNot.isAboutChannel ? 'channel' : 'project_name']: whyNot.say };
      const refusal = await voucherRefusal(ctx, {
        since,
        view,
        reader,
        request: read.request,
        change: where.change,
      });
      if (refusal) return { voucher: ({ messages }) => plainVoucherText(refusal, messages) };
      return where.change
        ? changeRequest(ctx, where.change, body.user.id, read.request)
        : order(ctx, view.id, { channel, isChosen, requester: body.user.id, request: read.request });
    };
    const problems = await ask().catch((error: unknown): FieldProblems => {
      const refused = explainLookup(ctx, error);
      if (!refused) ctx.log.error({ err: error, user: body.user.id }, 'a request failed');
      return { project_name: refused ?? (({ messages }) => messages.requestProblems.notWritten) };
    });
    if (!problems) return ack();
    const language = await reader;
    const errors = Object.fromEntries(
      Object.entries(problems).map(([field, text]) => [field, text(language)]),
    );
    await ack({ response_action: 'errors', errors });
  };
}

/** `isChosen`: the form asked for the channel, and takes what is wrong with it in that field. */
async function order(
  ctx: ListenerContext,
  viewId: string,
  asked: { channel: string; isChosen: boolean; requester: string; request: OrderRequest },
  attempt = 1,
): Promise<FieldProblems | null> {
  const id = submissionId(viewId, attempt);
  const now = ctx.now();
  const taken = await withOrderId(id, () => ctx.submit(newOrder({ id, ...asked, now })));
  if (taken.outcome === 'submitted_before') {
    // The form stayed open because Slack took no message of that order: this is another try.
    return wasRefusedByChannel(taken.existing) ? order(ctx, viewId, asked, attempt + 1) : null;
  }
  if (taken.outcome === 'name_taken') return nameTaken(taken.other);
  if (taken.outcome === 'channel_unavailable') {
    const { channel, isChosen } = asked;
    const say = channelRefusalWords({ ...taken, channel, isChosen });
    return isChosen ? { channel: say } : { project_name: say };
  }
  return null;
}

/** The same submission gives the same order, however often it is delivered. */
function submissionId(viewId: string, attempt: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([viewId, attempt]))
    .digest('hex');
  return `oc-${digest.slice(0, 16)}`;
}

function wasRefusedByChannel(order: Order): boolean {
  return order.closure?.failure?.kind === 'channel_unavailable';
}

async function changeRequest(
  ctx: ListenerContext,
  { orderId, type }: RequestChange,
  user: string,
  request: OrderRequest,
): Promise<FieldProblems | null> {
  const before = (await loadOrder(ctx.db, orderId))?.order;
  const requester = before?.requester;
  const by = await ctx.people.knownAs(user, requester ? [requester] : []);
  // While the form does not ask for a budget, an order keeps the one it has.
  const budget = ctx.config.budget === 'off' ? (before?.request.budget ?? null) : request.budget;
  const event = { type, by, request: { ...request, budget } } as const;
  const outcome = await withOrderId(orderId, () => changeOrder(ctx, orderId, event));
  if (!(outcome instanceof Denial)) {
    ctx.nudge();
    return null;
  }
  ctx.onDenied({ type, by, denial: outcome });
  if (outcome.reason.kind === 'name_taken') {
    const other = await findOpenByName(ctx.db, request.projectName);
    if (other) return nameTaken(other);
  }
  return { project_name: plainDenialText(outcome) };
}

function nameTaken(other: Order): FieldProblems {
  const { id, ovhOrder, request } = other;
  const facts = { id, name: request.projectName };
  return {
    project_name: ({ messages: { requestProblems } }) =>
      ovhOrder
        ? requestProblems.nameOrdered({ ...facts, orderId: String(ovhOrder.orderId) })
        : requestProblems.nameTaken(facts),
  };
}
