import type { OrderRequest } from '../../orders/request.ts';
import { type RequestContext, requestModal } from '../surfaces/request-modal.ts';
import type { Desk } from './desk.ts';
import { readerOf } from './reader.ts';

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
  try {
    const { words } = await readerOf(desk, user);
    await desk.outbound.openModal(triggerId, requestModal(context, filled, desk.settings, words));
    return true;
  } catch (error) {
    desk.log.error({ err: error, user }, 'the order modal did not open');
    return false;
  }
}
