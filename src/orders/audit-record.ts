import type { OrderEvent } from './events.ts';
import type { OrderRequest } from './request.ts';
import { maskVoucher } from './voucher.ts';

/** The event as the audit log keeps it: without the payment link, and with the voucher masked. */
export function auditRecord(event: OrderEvent): Record<string, unknown> {
  const { type: _type, ...payload } = event;
  switch (event.type) {
    case 'placed': {
      const { url: _url, ...placed } = event.ovhOrder;
      return { placed };
    }
    case 'voucher_entered':
      return { ...payload, code: maskVoucher(event.code) };
    case 'checkout_url_refreshed':
      return { orderId: event.orderId };
    case 'quote_received':
    case 'eligibility_checked':
    case 'edited':
    case 'retried':
      return { ...payload, request: auditRequest(event.request) };
    default:
      return payload;
  }
}

/** A request as recorded in the audit log. */
export function auditRequest(request: OrderRequest): Record<string, unknown> {
  return { ...request, voucher: request.voucher && maskVoucher(request.voucher) };
}
