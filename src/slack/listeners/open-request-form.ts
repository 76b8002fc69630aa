import type { OrderRequest } from '../../orders/request.ts';
import { type RequestContext, requestModal } from '../surfaces/request-modal.ts';
import { settledWithin } from './answer-in-time.ts';
import type { Desk } from './desk.ts';
import { readerOf } from './reader.ts';

/** Slack shows an error to the person after three seconds without an answer. */
const OPEN_WITHIN_MS = 2_500;

/**
 * Opens the form for a new order, in the reader's language, before anything slow: its trigger lives three seconds.
 * Without a channel in `context` the form asks for it. False if it did not open; the log says why.
 */
export async function openRequestForm(
  desk: Desk,
  user: string,
  triggerId: string,
  context: RequestContext = {},
  filled: Partial<OrderRequest> = {},
): Promise<boolean> {
  let opened = true;
  const opening = readerOf(desk, user).then(({ words }) =>
    desk.outbound.openModal(triggerId, requestModal(context, filled, desk.settings, words)),
  );
  opening.catch((error: unknown) => {
    opened = false;
    desk.log.error({ err: error, user }, 'the order modal did not open');
  });
  await settledWithin(opening, OPEN_WITHIN_MS);
  return opened;
}
