import { Refusal } from '../../orders/refusal.ts';
import { deleteCart } from '../../ovh/cart.ts';
import { changeOrder } from '../../store/orders.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { Tools } from '../tools.ts';
import { prepareCart, removeCarts } from './prepare-cart.ts';

/** An order's cart must not be checked out in its last minutes: the quote ends this long before the cart. */
const CART_MARGIN_MS = 600_000;

/** `requested`: builds the cart and asks OVHcloud what it costs; the order then waits for approval. */
export async function quoteStep({ order, tries }: StoredOrder, tools: Tools): Promise<void> {
  const mayHaveCarts = tries > 1 || order.delayed !== null || order.story.length > 0;
  if (mayHaveCarts) await removeCarts(order.id, tools);

  const { cart, quote } = await prepareCart(order, tools);
  const validUntil = quoteEnd(tools.now() + tools.settings.approvalTimeoutMs, cart.expiresAt);
  const event = { type: 'quoted', request: order.request, quote, cart, validUntil } as const;
  const outcome = await changeOrder(tools.db, order.id, event, tools.now());
  // Cancelled in the meantime: nobody will use this cart.
  if (outcome instanceof Refusal) await deleteCart(tools.ovh, cart.cartId);
}

/** Until when people may decide: the time they have, or shortly before the cart ends. */
export function quoteEnd(decideUntil: number, cartExpiresAt: number | null): number {
  return cartExpiresAt === null ? decideUntil : Math.min(decideUntil, cartExpiresAt - CART_MARGIN_MS);
}
