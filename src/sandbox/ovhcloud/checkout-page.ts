import { statusOf } from './delivery.ts';
import { escapeHtml, page } from './page-frame.ts';
import type { LocalOrder, OrderLine, OvhState } from './state.ts';

/** The page where an order is paid: what is bought, what it costs, the deadline, and a button; or the outcome. */
export function checkoutPage(state: OvhState, order: LocalOrder): string {
  const status = statusOf(state, order);
  if (order.paidAt) return paidPage(order, status);
  if (status !== 'notPaid') {
    return page(
      `Order ${order.orderId}`,
      `<h1>This order can no longer be paid</h1>
      <p>Order ${order.orderId} is ${escapeHtml(status)}. Nothing was charged.</p>`,
    );
  }
  return page(
    `Pay order ${order.orderId}`,
    `<p class="number">Order ${order.orderId}</p>
    <h1>${escapeHtml(order.description) || 'Public Cloud project'}</h1>
    ${billTable(order, 'To pay, with tax')}
    <p class="due">Pay before ${time(order.expirationDate)}.</p>
    <form method="post"><button type="submit">Pay this order</button></form>`,
  );
}

/** The page for someone who has the order's number but not its password. */
export function forbiddenPage(): string {
  return page(
    'Not your order',
    `<h1>This link does not open an order</h1>
    <p>The order number or its password is wrong. Open the link exactly as it was given to you.</p>`,
  );
}

const HOW_PAID = {
  'checkout page': 'here',
  'fidelity account': 'without a payment, as it costs nothing,',
  'preferred payment method': 'with the preferred payment method',
} satisfies Record<NonNullable<LocalOrder['paidBy']>, string>;

function paidPage(order: LocalOrder, status: string): string {
  return page(
    `Order ${order.orderId} is paid`,
    `<p class="number">Order ${order.orderId}</p>
    <h1>Paid. Thank you!</h1>
    <p><strong>${escapeHtml(order.description)}</strong> was paid
    ${HOW_PAID[order.paidBy ?? 'checkout page']}
    on ${time(order.paidAt ?? order.date)}. The order is now: <strong>${escapeHtml(status)}</strong>.</p>
    ${billTable(order, 'Paid, with tax')}
    <p class="due">You can close this page.</p>`,
  );
}

function billTable(order: LocalOrder, total: string): string {
  const { withTax, withoutTax, tax } = order.prices;
  return `<table>
      <caption>What is bought</caption>
      <thead><tr><th scope="col">Item</th><th scope="col" class="amount">Price</th></tr></thead>
      <tbody>${order.lines.map(lineRow).join('')}</tbody>
      <tfoot>
        <tr><th scope="row">Without tax</th><td class="amount">${escapeHtml(withoutTax.text)}</td></tr>
        <tr><th scope="row">Tax</th><td class="amount">${escapeHtml(tax.text)}</td></tr>
        <tr class="total"><th scope="row">${total}</th><td class="amount">${escapeHtml(withTax.text)}</td></tr>
      </tfoot>
    </table>`;
}

function lineRow({ description, item, totalPrice }: OrderLine): string {
  return `<tr><td>${escapeHtml(description)}<br><small>${item.quantity} × ${escapeHtml(item.planCode)}</small></td>
        <td class="amount">${escapeHtml(totalPrice.text)}</td></tr>`;
}

function time(date: Date): string {
  const shown = date.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `<time datetime="${date.toISOString()}">${shown} UTC</time>`;
}
