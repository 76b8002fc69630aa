import { randomBytes, randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Costs } from './costing.ts';
import { addSeconds, DAY, wholeSeconds } from './dates.ts';
import { followUpOf, pay, statusOf } from './delivery.ts';
import { ApiError, notFound } from './errors.ts';
import { readBody, readLong, readQueryDate } from './input.ts';
import { detailAnswer, extensionAnswer, operationsOf, orderAnswer } from './order-answers.ts';
import { NON_US_REGIONS } from './regions.ts';
import type { Call, Route } from './routes.ts';
import type { LocalOrder, OrderLine, OvhState } from './state.ts';

/** How long an unpaid order can be paid. Invented: the order's own expirationDate is what counts. */
const PAYABLE_DAYS = 15;

const ORDER = '/me/order/{orderId}';
const OPERATIONS = '/details/{orderDetailId}/operations';

const listOrdersRoute = {
  method: 'GET',
  template: '/me/order',
  auth: 'signed',
  action: 'account:apiovh:me/order/get',
  handler: listOrders,
} as const;

/** The calls on the account's orders. */
export const orderRoutes: readonly Route[] = [
  { ...listOrdersRoute, query: ['date.from', 'date.to'], only: NON_US_REGIONS },
  { ...listOrdersRoute, only: ['ovh-us'] },
  orderRoute('', 'get', orderAnswer),
  orderRoute('/status', 'status/get', (state, order) => statusOf(state, order)),
  orderRoute('/followUp', 'followUp/get', (state, order) => followUpOf(state, order)),
  orderRoute('/details', 'details/get', (_state, order) => order.lines.map((line) => line.orderDetailId)),
  orderRoute('/details/{orderDetailId}', 'details/get', (state, order, call) =>
    detailAnswer(state, order, lineOf(order, call)),
  ),
  {
    ...orderRoute('/details/{orderDetailId}/extension', 'details/extension/get', (_state, order, call) =>
      extensionAnswer(lineOf(order, call)),
    ),
    only: NON_US_REGIONS,
  },
  {
    ...orderRoute(OPERATIONS, 'details/operations/get', (state, order, call) =>
      operationsOf(state, order, lineOf(order, call)).map(({ id }) => id),
    ),
    only: ['ovh-us'],
  },
  {
    ...orderRoute(`${OPERATIONS}/{operationId}`, 'details/operations/get', (state, order, call) => {
      const id = readLong(call.params, 'operationId');
      const operation = operationsOf(state, order, lineOf(order, call)).find((each) => each.id === id);
      if (!operation) throw notFound();
      return operation;
    }),
    only: ['ovh-us'],
  },
  {
    ...orderRoute('/payWithRegisteredPaymentMean', 'payWithRegisteredPaymentMean', payWithPoints),
    method: 'POST',
    only: NON_US_REGIONS,
  },
];

const Payment = z.strictObject({ paymentMean: z.string(), paymentMeanId: z.number().int().optional() });

/** Writes a new order down, paid at once where autopay was asked for. `cartId` null: by a human, elsewhere. */
export function placeOrder(
  state: OvhState,
  bought: Costs &
    Pick<LocalOrder, 'cartId' | 'autoPayWithPreferredPaymentMethod' | 'waiveRetractationPeriod'>,
): LocalOrder {
  const { details, prices, ...rest } = bought;
  const orderId = state.nextId();
  const orderPassword = randomBytes(8).toString('hex');
  const configurations = details[0]?.item.configurations ?? [];
  const date = wholeSeconds(state.now());
  const order: LocalOrder = {
    ...rest,
    orderId,
    orderPassword,
    url: `${state.pagesOrigin}/cgi-bin/order/displayOrder.cgi?orderId=${orderId}&orderPassword=${orderPassword}`,
    date,
    placedAt: state.now(),
    expirationDate: addSeconds(date, PAYABLE_DAYS * DAY),
    description: configurations.find(({ label }) => label === 'description')?.value ?? '',
    projectId: newProjectId(),
    projectName: String(randomInt(10 ** 13, 10 ** 14)),
    lines: details.map(({ item, detailType, description, unitPrice, totalPrice }) => ({
      orderDetailId: state.nextId(),
      operationId: state.nextId(),
      item: structuredClone(item),
      detailType,
      description,
      unitPrice,
      totalPrice,
    })),
    prices,
    paidBy: null,
    paidAt: null,
    credits: [],
    usage: new Map(),
    skippedSeconds: 0,
    statusOverride: null,
    said: null,
  };
  state.orders.set(orderId, order);
  if (order.autoPayWithPreferredPaymentMethod) pay(state, order, 'preferred payment method');
  return order;
}

/** A route under /me/order/{orderId}; throws 404 for an order that the account does not have. */
function orderRoute(
  rest: string,
  action: string,
  answer: (state: OvhState, order: LocalOrder, call: Call) => unknown,
): Route {
  const handler = (state: OvhState, call: Call) => {
    const order = state.orders.get(readLong(call.params, 'orderId'));
    if (!order) throw notFound();
    return answer(state, order, call);
  };
  return {
    method: 'GET',
    template: `${ORDER}${rest}`,
    auth: 'signed',
    action: `account:apiovh:me/order/${action}`,
    handler,
  };
}

function listOrders(state: OvhState, call: Call): number[] {
  const from = readQueryDate(call.query, 'date.from');
  const to = readQueryDate(call.query, 'date.to');
  return [...state.orders.values()]
    .filter(({ date }) => (from === null || date >= from) && (to === null || date <= to))
    .filter(({ placedAt }) => state.now().getTime() - placedAt.getTime() >= state.quirks.ordersListedAfterMs)
    .map((order) => order.orderId);
}

function lineOf(order: LocalOrder, call: Call): OrderLine {
  const id = readLong(call.params, 'orderDetailId');
  const line = order.lines.find((each) => each.orderDetailId === id);
  if (!line) throw notFound();
  return line;
}

/**
 * Settles an order of exactly 0, as OVHcloud's control panel does it. The words of the refusal are those that OVHcloud
 * has for other means of payment; that they also stand for an order which is paid already is invented.
 */
function payWithPoints(state: OvhState, order: LocalOrder, call: Call): null {
  const { paymentMean } = readBody(Payment, call.body);
  const isFree = order.prices.withTax.priceInUcents === 0;
  if (paymentMean !== 'fidelityAccount' || !isFree || statusOf(state, order) !== 'notPaid') {
    throw new ApiError(403, { message: `This order can't be paid with '${paymentMean}'` });
  }
  pay(state, order, 'fidelity account');
  return null;
}

/** 32 hex digits with a 4 as the 13th: a UUID of version 4 without its dashes. */
function newProjectId(): string {
  const hex = randomBytes(16).toString('hex');
  return `${hex.slice(0, 12)}4${hex.slice(13)}`;
}
