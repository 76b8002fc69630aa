import { toApiDate } from './dates.ts';
import { projectExists, statusOf } from './delivery.ts';
import { notFound } from './errors.ts';
import { currencyOf, priceOf, toCents } from './prices.ts';
import { NON_US_REGIONS } from './regions.ts';
import type { Call, Route } from './routes.ts';
import type { LocalOrder, OvhState } from './state.ts';
import { centsOff, type Voucher, voucherFor, voucherRefusal } from './vouchers.ts';

/** The calls on Public Cloud: may the account order a project, and the projects it has. */
export const cloudRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/cloud/eligibility',
    auth: 'signed',
    query: ['voucher'],
    action: 'account:apiovh:publicCloudProject/eligibility/get',
    only: NON_US_REGIONS,
    handler: eligibility,
  },
  {
    method: 'GET',
    template: '/cloud/project',
    auth: 'signed',
    action: 'publicCloudProject:apiovh:get',
    handler: listProjects,
  },
  {
    method: 'GET',
    template: '/cloud/project/{serviceName}',
    auth: 'signed',
    action: 'publicCloudProject:apiovh:get',
    handler: project,
  },
];

/** The API's cloud.project.EligibilityInfo. A refused voucher is a 400 here as in the checkout (its words are invented). */
function eligibility(state: OvhState, call: Call) {
  const code = call.query.get('voucher');
  const voucher = code === null ? null : voucherFor(code);
  const needsPaymentMethod = voucher?.effect === 'refused' && voucher.code === 'payment_mean';
  if (voucher?.effect === 'refused' && !needsPaymentMethod) throw voucherRefusal(voucher.code);
  const actionsRequired = voucher?.effect === 'not-eligible' ? [voucher.action] : [];
  if (needsPaymentMethod || !state.account.hasPaymentMethod) actionsRequired.push('addPaymentMethod');
  return {
    actionsRequired,
    minimumCredit: null,
    paymentMethodsAuthorized: ['creditCard', 'paypal', 'sepaDirectDebit'],
    voucher: voucher && {
      credit: creditOf(state, voucher),
      paymentMethodRequired: needsPaymentMethod,
    },
  };
}

function creditOf(state: OvhState, voucher: Voucher) {
  return priceOf(centsOff(voucher, toCents(state.price.withoutTax)), currencyOf(state.subsidiary).code);
}

/** The list has a project as soon as it is delivered; asking for it by its id works a little later. */
function listProjects(state: OvhState): string[] {
  return [...state.orders.values()]
    .filter((order) => statusOf(state, order) === 'delivered')
    .map((order) => order.projectId);
}

function project(state: OvhState, call: Call) {
  return projectAnswer(projectOrder(state, call));
}

/** The order whose project a call is about. Throws 404 for an unknown one, and for one that was delivered only just now. */
export function projectOrder(state: OvhState, call: Call): LocalOrder {
  const order = [...state.orders.values()].find(
    (each) => each.projectId === call.params.serviceName && projectExists(state, each),
  );
  if (!order) throw notFound();
  return order;
}

/** The API's cloud.Project. */
function projectAnswer(order: LocalOrder) {
  return {
    project_id: order.projectId,
    projectName: order.projectName,
    description: order.description,
    planCode: order.lines[0]?.item.planCode ?? '',
    status: 'ok',
    access: 'full',
    creationDate: toApiDate(order.paidAt ?? order.date),
    expiration: null,
    manualQuota: false,
    orderId: order.orderId,
    unleash: false,
  };
}
