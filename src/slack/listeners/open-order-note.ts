import type { ViewOutput } from '@slack/bolt';
import type { Order } from '../../orders/order.ts';
import { permalinksOf } from '../../store/messages.ts';
import type { Language } from '../i18n/catalogue.ts';
import { hasNote, notedModal, withoutNote } from '../views/form-notes.ts';
import { link } from '../views/markup.ts';
import { isShownTo, type Reader } from '../views/name-taken.ts';
import { ROOT } from '../views/order-messages.ts';
import { FIELDS } from '../views/request-modal.ts';
import { settlesWithin } from '../with-timeout.ts';
import type { ListenerContext } from './context.ts';
import { updateForm } from './update-form.ts';

/**
 * The link to an order's first message; undefined for a reader who may not see it, or where there is none (yet). Throws
 * the database's error.
 */
export async function linkToOrder(
  { db }: Pick<ListenerContext, 'db'>,
  order: Pick<Order, 'id' | 'channel' | 'requester'>,
  reader: Reader,
): Promise<string | undefined> {
  if (!isShownTo(order, reader)) return undefined;
  return (await permalinksOf(db, [order.id], ROOT)).get(order.id);
}

/**
 * Puts a link to the conflicting open order under the form's project name, because field errors cannot hold links;
 * removes the note of an earlier submission. Never throws.
 */
export async function noteOpenOrder(
  ctx: ListenerContext,
  view: ViewOutput,
  { taken, language }: { taken: { other: Order; reader: Reader } | undefined; language: Language },
): Promise<void> {
  const url = taken && (await linkToOrder(ctx, taken.other, taken.reader).catch(() => undefined));
  const name = taken && url && link(url, taken.other.request.projectName);
  if (!name && !hasNote(view)) return;
  const note = name && language.messages.requestForm.openOrder({ name });
  const noted = note ? notedModal(view, { field: FIELDS.projectName, note }) : withoutNote(view);
  await settlesWithin(updateForm(ctx, view.id, noted), ctx.timing.formUpdateMs);
}
