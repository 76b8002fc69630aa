import type { CartChange } from './history.ts';
import type { MemoryOvhcloud } from './memory-ovhcloud.ts';

/** Someone else's order in the same account, at today's price, for a project that may have the same name as ours. */
export function orderElsewhere({ sell, world }: MemoryOvhcloud, name: string): void {
  const consent = { voucher: null, waiver: false, autoPay: false, contracts: [], quantity: 1, items: 1 };
  sell({ orderId: null, checkout: null, goods: { name, ...consent, ucents: world.offer.ucents } }, 0);
}

/** Carts go before their time; those that were sold, once their order can be seen. Returns whose they were. */
export function loseCarts({ carts, sales, world, now }: MemoryOvhcloud): string[] {
  const lost = [...carts.values()].filter(({ cartId, readOnly }) => {
    const sale = sales.find(({ checkout }) => checkout?.cartId === cartId);
    return !readOnly || (sale && sale.visibleAt <= now() && world.hasExtension);
  });
  for (const { cartId } of lost) carts.delete(cartId);
  return lost.map(({ description }) => description);
}

/** Whether a cart is gone because nobody checked it out in time. */
export function hasExpired({ carts }: MemoryOvhcloud, cartId: string | undefined, now: number): boolean {
  const cart = carts.get(cartId ?? '');
  return cart !== undefined && !cart.readOnly && cart.expire <= now;
}

/** Someone who knows the cart's id changes what is in it: that takes no key. */
export function updateCart({ carts, nextId }: MemoryOvhcloud, orderId: string, what: CartChange): void {
  for (const { description, readOnly, items } of carts.values()) {
    const [item] = items;
    if (description !== orderId || readOnly || !item) continue;
    const named = item.configurations.find(({ label }) => label === 'description');
    const voucher = item.configurations.find(({ label }) => label === 'voucher');
    if (what === 'name' && named) named.value = 'exchanged';
    if (what === 'quantity') item.quantity += 1;
    if (what === 'item') items.push({ ...structuredClone(item), itemId: nextId() });
    if (what === 'voucher' && voucher) voucher.value = 'EXCHANGED';
    else if (what === 'voucher') item.configurations.push({ id: nextId(), label: what, value: 'EXCHANGED' });
  }
}
