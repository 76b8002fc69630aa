import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { changeRequest } from '../../../application/change.ts';
import { whyNotNewOrder, whyNotOrder } from '../../../application/requesters.ts';
import { type Submission, submitOrder } from '../../../application/submit.ts';
import type { Order } from '../../../orders/order.ts';
import { isAboutChannel } from '../../../orders/request-policy.ts';
import { readOrder } from '../../../store/orders.ts';
import type { StoredOrder } from '../../../store/rows.ts';
import { isDirectMessage } from '../../id-kinds.ts';
import { channelRefusalText } from '../../views/channel-refusal-text.ts';
import { plainDenialText } from '../../views/denial-text.ts';
import { nameTaken, type Reader } from '../../views/name-taken.ts';
import { requestDenialText } from '../../views/request-denial-text.ts';
import { type FieldProblems, readRequest, readRequestContext } from '../../views/request-submission.ts';
import { withTimeout } from '../../with-timeout.ts';
import type { ListenerContext } from '../context.ts';
import { explainLookup } from '../explain-lookup.ts';
import { languageOf } from '../language.ts';
import { noteOpenOrder } from '../open-order-note.ts';
import { voucherRefusal } from '../voucher-refusal.ts';

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** What is wrong with a submitted form; `taken`: the open order that has its project name, as `reader` may see it. */
type Refusal = { problems: FieldProblems; taken?: { other: Order; reader: Reader } };

/**
 * The submitted order modal: a new order, an edited one, or a failed one retried with changes. Errors are shown in the
 * modal, which stays open with everything that was typed.
 */
export function submitRequest(ctx: ListenerContext) {
  return async ({ ack, body, view }: ViewArgs): Promise<void> => {
    const since = performance.now();
    const { id: user } = body.user;
    // Slack never sends this; there is no one to answer.
    if (typeof user !== 'string') return ack();
    const reader = languageOf(ctx, user);
    const ask = async (): Promise<Refusal | null> => {
      const where = readRequestContext(view.private_metadata);
      if (!where)
        return refusal({ project_name: ({ messages, app }) => messages.requestProblems.damaged(app) });
      const read = readRequest(view.state.values, ctx.config);
      if ('problems' in read) return read;
      const channel = where.channel ?? read.channel;
      // A changed order may have moved to direct messages; no approver would see a new one there.
      if (!channel || (isDirectMessage(channel) && !where.change))
        return refusal({ channel: ({ messages }) => messages.requestProblems.channelMissing });
      // A changed order stays where it is, even if that channel is shared by now.
      const mayOrder = where.change ? whyNotOrder : whyNotNewOrder;
      const whyNot = await withTimeout(mayOrder(ctx, { user, channel }), ctx.timing.requesterMs);
      if (whyNot === undefined)
        return refusal({ project_name: ({ messages }) => messages.requestProblems.slackIsSlow });
      const isChosen = where.channel === undefined;
      if (whyNot) {
        const field = isChosen && isAboutChannel(whyNot) ? 'channel' : 'project_name';
        return refusal({ [field]: requestDenialText(whyNot) });
      }
      const { request } = read;
      const row = where.change ? await readOrder(ctx.db, where.change.orderId) : null;
      const known = where.change?.type === 'edited' ? row?.order.request.voucher : null;
      const orderId = row?.order.id ?? null;
      const form = { user, since, view, reader, request, orderId, known };
      const whyNotVoucher = await voucherRefusal(ctx, form);
      if (whyNotVoucher) return refusal({ voucher: whyNotVoucher });
      return row && where.change
        ? change(ctx, row, {
            user,
            request,
            type: where.change.type,
            keepsBudget: ctx.config.budget === 'off',
          })
        : submit(ctx, { key: view.id, requester: user, channel, isChosen, request });
    };
    const refused = await ask().catch((error: unknown): Refusal => {
      const explained = explainLookup(ctx, error);
      if (!explained) ctx.log.error({ err: error, user }, 'order form submission failed');
      return refusal({
        project_name: explained ?? (({ messages }) => messages.requestProblems.notWritten),
      });
    });
    if (!refused) return ack();
    const language = await reader;
    await noteOpenOrder(ctx, view, { taken: refused.taken, language });
    const errors = Object.fromEntries(
      Object.entries(refused.problems).map(([field, text]) => [field, text(language)]),
    );
    await ack({ response_action: 'errors', errors });
  };
}

/** Submits a new order; else returns what is wrong. `isChosen`: the form asked for the channel, in a field of its own. */
async function submit(
  ctx: ListenerContext,
  { isChosen, ...submission }: Submission & { isChosen: boolean },
): Promise<Refusal | null> {
  const submitted = await submitOrder(ctx, submission);
  const { channel, requester: user } = submission;
  if (submitted.outcome === 'too_many_open') {
    const { limit: count } = submitted;
    return refusal({ project_name: ({ messages }) => messages.requestProblems.tooManyOpen({ count }) });
  }
  if (submitted.outcome === 'name_taken') return taken(submitted.other, { user, channel });
  if (submitted.outcome !== 'channel_unavailable') return null;
  const say = channelRefusalText({ ...submitted, channel, isChosen });
  return refusal(isChosen ? { channel: say } : { project_name: say });
}

/** Changes an order's request; else returns what is wrong. */
async function change(
  ctx: ListenerContext,
  row: StoredOrder,
  asked: Parameters<typeof changeRequest>[2],
): Promise<Refusal | null> {
  const changed = await changeRequest(ctx, row, asked);
  if (changed.outcome === 'changed') return null;
  return changed.outcome === 'name_taken'
    ? taken(changed.other, { user: asked.user, channel: changed.channel })
    : refusal({ project_name: plainDenialText(changed.denial) });
}

function refusal(problems: FieldProblems): Refusal {
  return { problems };
}

function taken(other: Order, reader: Reader): Refusal {
  return { problems: { project_name: nameTaken(other, reader) }, taken: { other, reader } };
}
