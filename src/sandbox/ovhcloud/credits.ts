import { z } from 'zod';
import { projectOrder } from './cloud.ts';
import { notFound } from './errors.ts';
import { readBody, readLong } from './input.ts';
import { currencyOf, type Price, priceOf, toCents } from './prices.ts';
import type { Call, Route } from './routes.ts';
import type { LocalCredit, OvhState } from './state.ts';
import { assertUsable, voucherFor, voucherRefusal } from './vouchers.ts';

const CREDIT = '/cloud/project/{serviceName}/credit';

/** What `FREE100` is worth as credit. Invented: as a reduction it takes the whole price off. */
const FREE_CREDIT = 100;

const Voucher = z.strictObject({ code: z.string() });

/** The calls on the credits of a project. */
export const creditRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: CREDIT,
    auth: 'signed',
    action: 'publicCloudProject:apiovh:credit/create',
    handler: addCredit,
  },
  {
    method: 'GET',
    template: CREDIT,
    auth: 'signed',
    action: 'publicCloudProject:apiovh:credit/get',
    handler: (state, call) => projectOrder(state, call).credits.map(({ id }) => id),
  },
  {
    method: 'GET',
    template: `${CREDIT}/{id}`,
    auth: 'signed',
    action: 'publicCloudProject:apiovh:credit/get',
    handler: credit,
  },
];

/** Refusals are those of the checkout (their words are invented). A voucher that a project has is used. */
function addCredit(state: OvhState, call: Call): null {
  const { code } = readBody(Voucher, call.body);
  const order = projectOrder(state, call);
  const voucher = voucherFor(code);
  assertUsable(voucher);
  const isUsed = [...state.orders.values()].some(({ credits }) =>
    credits.some((one) => one.voucher === code),
  );
  if (isUsed) throw voucherRefusal('already_used');
  const amount = voucher.effect === 'reduction' ? voucher.amountOff : FREE_CREDIT;
  const total = priceOf(toCents(amount), currencyOf(state.subsidiary).code);
  order.credits.push({ id: state.nextId(), voucher: code, total });
  return null;
}

function credit(state: OvhState, call: Call) {
  const id = readLong(call.params, 'id');
  const found = projectOrder(state, call).credits.find((one) => one.id === id);
  if (!found) throw notFound();
  return creditAnswer(found);
}

/** The API's cloud.Credit; nothing of it is used yet. */
function creditAnswer({ id, voucher, total }: LocalCredit) {
  const nothing: Price = { ...total, priceInUcents: 0, text: priceOf(0, total.currencyCode).text, value: 0 };
  return {
    id,
    voucher,
    description: `Voucher ${voucher}`,
    bill: null,
    products: null,
    validity: null,
    total_credit: total,
    available_credit: total,
    used_credit: nothing,
  };
}
