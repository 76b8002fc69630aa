import type { Order, Time } from './order.ts';
import { maskVoucher } from './request.ts';

/** Whether the order still holds what must not be kept for ever: a whole voucher, or a checkout URL. */
export function holdsSecrets({ request, placed }: Order): boolean {
  const { voucher } = request;
  return (voucher !== null && voucher !== maskVoucher(voucher)) || Boolean(placed?.url);
}

/** The order without them: a voucher stays masked, so that it is still seen that there was one. */
export function withoutSecrets(order: Order, now: Time): Order {
  const { request, placed } = order;
  return {
    ...order,
    request: { ...request, voucher: request.voucher && maskVoucher(request.voucher) },
    placed: placed && { ...placed, url: '' },
    secretsErasedAt: now,
  };
}
