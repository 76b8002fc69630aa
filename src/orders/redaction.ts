import type { Order } from './order.ts';
import { withoutCode } from './project-voucher.ts';
import type { Time } from './time.ts';
import { maskVoucher } from './voucher.ts';

/** Whether the order still holds secrets subject to retention: a whole voucher, or a payment link. */
export function containsSecrets({ request, ovhOrder, projectVoucher }: Order): boolean {
  const codes = [request.voucher, projectVoucher?.code ?? null];
  return codes.some((code) => code !== null && code !== maskVoucher(code)) || Boolean(ovhOrder?.url);
}

/** The order without them: a voucher stays masked, so that it remains visible that there was one. */
export function redact(order: Order, now: Time): Order {
  const { request, ovhOrder, projectVoucher } = order;
  return {
    ...order,
    ...(projectVoucher && { projectVoucher: withoutCode(projectVoucher) }),
    request: { ...request, voucher: request.voucher && maskVoucher(request.voucher) },
    ovhOrder: ovhOrder && { ...ovhOrder, url: '' },
    redactedAt: now,
  };
}
