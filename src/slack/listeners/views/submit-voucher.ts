import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { withOrderId } from '../../../observability/log.ts';
import { Denial } from '../../../orders/denial.ts';
import { changeOrder } from '../../../store/change-order.ts';
import { loadOrder } from '../../../store/orders.ts';
import type { Language, LocalizedText } from '../../i18n/catalogue.ts';
import { plainDenialText } from '../../views/denial-text.ts';
import { readVoucher, readVoucherContext, VOUCHER_FIELD } from '../../views/voucher-modal.ts';
import type { ListenerContext } from '../context.ts';
import { explainLookup } from '../explain-lookup.ts';
import { languageOf } from '../language.ts';
import { withTimeout } from '../with-timeout.ts';

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The voucher for a project that is ready: it is written down, and the worker gives it to OVHcloud. */
export function submitVoucher(ctx: ListenerContext) {
  return async ({ ack, body, view }: ViewArgs): Promise<void> => {
    const language = languageOf(ctx, body.user.id);
    const entering = enterVoucher(ctx, body.user.id, view).catch((error: unknown) => {
      const refused = explainLookup(ctx, error);
      if (!refused) ctx.log.error({ err: error }, 'a voucher could not be written down');
      return refused ?? (({ messages }: Language) => messages.projectStart.failed);
    });
    const whyNot = await withTimeout(entering, ctx.timing.rejectionMs);
    if (whyNot === null) return ack();
    const text: LocalizedText = whyNot ?? (({ messages }) => messages.projectStart.takesLong);
    await ack({ response_action: 'errors', errors: { [VOUCHER_FIELD]: text(await language) } });
  };
}

/** Writes the voucher down; else says why not. */
async function enterVoucher(
  ctx: ListenerContext,
  user: string,
  view: ViewArgs['view'],
): Promise<LocalizedText | null> {
  const orderId = readVoucherContext(view.private_metadata);
  const code = readVoucher(view.state.values);
  if (!orderId) return ({ messages }) => messages.projectStart.damaged;
  if (!code) return ({ messages }) => messages.requestProblems.voucher;
  const requester = (await loadOrder(ctx.db, orderId))?.order.requester;
  const by = await ctx.people.knownAs(user, requester ? [requester] : []);
  const event = { type: 'voucher_entered', by, code } as const;
  const outcome = await withOrderId(orderId, () => changeOrder(ctx, orderId, event));
  if (outcome instanceof Denial) {
    ctx.onDenied({ type: 'voucher_entered', by, denial: outcome });
    return plainDenialText(outcome);
  }
  ctx.nudge();
  return null;
}
