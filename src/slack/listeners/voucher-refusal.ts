import type { ViewOutput } from '@slack/bolt';
import type { OrderRequest } from '../../orders/request.ts';
import { forgetVoucherCheck, startVoucherCheck } from '../../store/voucher-checks.ts';
import type { Language, LocalizedText } from '../i18n/catalogue.ts';
import { plainVoucherText } from '../views/failure-text.ts';
import { notedModal, withoutNote } from '../views/form-notes.ts';
import { FIELDS } from '../views/request-modal.ts';
import { settlesWithin, withTimeout } from '../with-timeout.ts';
import type { ListenerContext } from './context.ts';
import { updateForm } from './update-form.ts';

/**
 * A submitted form: as Slack sent it, when (on `performance`'s clock), who reads it, and what it asks for. `orderId`: the
 * order that it changes, or null; `known`: the voucher that this order has already.
 */
type Submitted = {
  user: string;
  since: number;
  view: ViewOutput;
  reader: Promise<Language>;
  request: OrderRequest;
  orderId: string | null;
  known: string | null | undefined;
};

/**
 * Why OVHcloud does not accept the voucher of a submitted form, or that the person has reached the hourly limit of refused
 * ones. Null if it accepts it, if there is none or the same as before, and if OVHcloud does not answer in time: then the
 * order will find out. Meanwhile the form shows that OVHcloud is being asked.
 */
export async function voucherRefusal(
  ctx: ListenerContext,
  { user, since, view, reader, request, orderId, known }: Submitted,
): Promise<LocalizedText | null> {
  if (!request.voucher || request.voucher === known) return null;
  const check = await startVoucherCheck(ctx.db, await ctx.people.keyOf(user), ctx.now());
  if (!check) return ({ messages }) => messages.requestProblems.tooManyVouchers;
  const showing = reader.then(({ messages }) =>
    updateForm(ctx, view.id, notedModal(view, { field: FIELDS.voucher, note: messages.requestForm.asking })),
  );
  const asked = ctx.checkVoucher({ id: orderId ?? '', request });
  // An unanswered check counts: its order sends the voucher to OVHcloud, which may refuse it.
  asked
    .then((answer) => (answer === 'accepted' ? forgetVoucherCheck(ctx.db, check) : undefined))
    .catch((err: unknown) =>
      ctx.log.warn({ err }, 'failed to forget a voucher check: it still counts towards the limit'),
    );
  const answer = await withTimeout(asked, Math.max(0, since + ctx.timing.voucherMs - performance.now()));
  if (typeof answer !== 'object') return null;
  // In this order, or the form would keep showing that OVHcloud is being asked.
  await settlesWithin(
    showing.then(() => updateForm(ctx, view.id, withoutNote(view))),
    ctx.timing.formUpdateMs,
  );
  return ({ messages }) => plainVoucherText(answer, messages);
}
