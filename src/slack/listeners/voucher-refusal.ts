import type { ViewOutput } from '@slack/bolt';
import type { OrderRequest } from '../../orders/request.ts';
import { loadOrder } from '../../store/orders.ts';
import { forgetVoucherCheck, startVoucherCheck } from '../../store/voucher-checks.ts';
import type { Language, LocalizedText } from '../i18n/catalogue.ts';
import { plainVoucherText } from '../views/failure-text.ts';
import { notedModal, withoutNote } from '../views/form-notes.ts';
import { FIELDS, type RequestChange } from '../views/request-modal.ts';
import type { ListenerContext } from './context.ts';
import { updateForm } from './update-form.ts';
import { settlesWithin, withTimeout } from './with-timeout.ts';

/** A submitted form: as Slack sent it, when (on `performance`'s clock), who reads it, and what it asks for. */
type Submitted = {
  user: string;
  since: number;
  view: ViewOutput;
  reader: Promise<Language>;
  request: OrderRequest;
  change?: RequestChange | undefined;
};

/**
 * Why OVHcloud does not take the voucher of a submitted form, which says meanwhile that OVHcloud is asked, or why it is not
 * asked: a person may try so many within an hour that OVHcloud has not accepted. Null where it takes it, where there is none
 * or no other one than before, and where OVHcloud does not say in time: the order finds out.
 */
export async function voucherRefusal(
  ctx: ListenerContext,
  { user, since, view, reader, request, change }: Submitted,
): Promise<LocalizedText | null> {
  if (!request.voucher || (await isKnown(ctx, request.voucher, change))) return null;
  const check = await startVoucherCheck(ctx.db, await ctx.people.keyOf(user), ctx.now());
  if (!check) return ({ messages }) => messages.requestProblems.tooManyVouchers;
  const showing = reader.then(({ messages }) =>
    updateForm(ctx, view.id, notedModal(view, { field: FIELDS.voucher, note: messages.requestForm.asking })),
  );
  const asked = ctx.checkVoucher({ id: change?.orderId ?? '', request });
  // One that OVHcloud says nothing of counts: its order gives it to OVHcloud, which may refuse it.
  asked
    .then((answer) => (answer === 'accepted' ? forgetVoucherCheck(ctx.db, check) : undefined))
    .catch((err: unknown) => ctx.log.warn({ err }, 'a voucher still counts as refused'));
  const answer = await withTimeout(asked, Math.max(0, since + ctx.timing.voucherMs - performance.now()));
  if (typeof answer !== 'object') return null;
  // In this order, or the form would go on to say that OVHcloud is asked.
  await settlesWithin(
    showing.then(() => updateForm(ctx, view.id, withoutNote(view))),
    ctx.timing.formUpdateMs,
  );
  return ({ messages }) => plainVoucherText(answer, messages);
}

/** Whether the order that is edited has this voucher already. */
async function isKnown(ctx: ListenerContext, voucher: string, change?: RequestChange): Promise<boolean> {
  if (change?.type !== 'edited') return false;
  return (await loadOrder(ctx.db, change.orderId))?.order.request.voucher === voucher;
}
