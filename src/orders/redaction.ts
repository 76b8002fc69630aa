import type { Order, Time } from './order.ts';
import { maskVoucher } from './request.ts';

/** Whether the order still holds what must not be kept for ever: a whole voucher, or a checkout URL. */
export function containsSecrets({ request, ovhOrder }: Order): boolean {
  const { voucher } = request;
  return (voucher !== null && voucher !== maskVoucher(voucher)) || Boolean(ovhOrder?.url);
}

/** The order without them: a voucher stays masked, so that it is still seen that there was one. */
export function redact(order: Order, now: Time): Order {
  const { request, ovhOrder } = order;
  return {
    ...order,
    request: { ...request, voucher: request.voucher && maskVoucher(request.voucher) },
    ovhOrder: ovhOrder && { ...ovhOrder, url: '' },
    redactedAt: now,
  };
}
