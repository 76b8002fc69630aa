import { addSeconds, DAY, toApiDate } from './dates.ts';
import { statusOf } from './delivery.ts';
import { regionProfile } from './regions.ts';
import type { LocalOrder, OrderLine, OvhState } from './state.ts';

const WITHDRAWAL_DAYS = 14;

/** The API's billing.Order. */
export function orderAnswer(state: OvhState, order: LocalOrder) {
  const mayWithdraw = regionProfile(state.region).hasWaiver && !order.waiveRetractationPeriod;
  return {
    orderId: order.orderId,
    date: toApiDate(order.date),
    expirationDate: toApiDate(order.expirationDate),
    retractionDate: mayWithdraw ? toApiDate(addSeconds(order.date, WITHDRAWAL_DAYS * DAY)) : null,
    metadatas: null,
    password: order.orderPassword,
    url: order.url,
    pdfUrl: order.url.replace('displayOrder.cgi', 'pdf.cgi'),
    priceWithTax: order.prices.withTax,
    priceWithoutTax: order.prices.withoutTax,
    tax: order.prices.tax,
  };
}

/**
 * Only one of the details names the project, and only once it is delivered; the other keeps its placeholder. On ovh-us
 * both do: there an operation names it.
 */
export function detailAnswer(state: OvhState, order: LocalOrder, line: OrderLine) {
  const isNamed = state.region !== 'ovh-us' && line.detailType === 'DURATION';
  const delivered = isNamed && statusOf(state, order) === 'delivered';
  return {
    orderDetailId: line.orderDetailId,
    description: line.description,
    detailType: line.detailType,
    domain: delivered ? order.projectId : '*001',
    quantity: String(line.item.quantity),
    cancelled: false,
    unitPrice: line.unitPrice,
    totalPrice: line.totalPrice,
  };
}

/** What OVHcloud does about a line: on ovh-us, the installation of the project names it. No schema of it is published. */
export function operationsOf(state: OvhState, order: LocalOrder, { detailType, operationId }: OrderLine) {
  const status = statusOf(state, order);
  if (detailType !== 'DURATION' || (status !== 'delivering' && status !== 'delivered')) return [];
  const isDone = status === 'delivered';
  const { projectId: name } = order;
  const resource = isDone ? { name, displayName: name, state: 'active' } : null;
  return [{ id: operationId, status: isDone ? 'done' : 'doing', type: 'install', quantity: 1, resource }];
}

/** The API's billing.ItemDetail, which ovh-us has not. */
export function extensionAnswer({ item, detailType }: OrderLine) {
  return {
    order: {
      action: detailType === 'INSTALLATION' ? 'installation' : 'renew',
      type: 'plan',
      configurations: item.configurations.map(({ label, value }) => ({ label, value })),
      plan: {
        code: item.planCode,
        duration: item.duration,
        pricingMode: item.pricingMode,
        quantity: item.quantity,
        product: { name: 'cloud' },
      },
    },
  };
}
