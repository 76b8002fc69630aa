import type { OvhCall } from '../../src/ovh/request.ts';
import { isProjectThere, isReadable, projectOf, statusOf, TO_PAY_WITHIN_MS } from './fulfilment.ts';
import type { Answers } from './memory-carts.ts';
import { PLAN, priceOf, pricesOf, refusal } from './ovhcloud-answers.ts';
import type { Sale } from './sales.ts';

/** The calls on the account, its orders and its projects. `world` is read at each call. */
export function accountAnswers(
  sales: readonly Sale[],
  now: () => number,
  world: { hasExtension: boolean; refusesVouchers: boolean },
): Answers {
  function saleOf(call: OvhCall): Sale {
    const sale = sales.find((each) => each.id === call.params?.orderId && isReadable(each, now()));
    if (!sale) throw refusal(call, 404, 'This service does not exist');
    return sale;
  }
  return {
    'GET /me': () => ({ ovhSubsidiary: 'FR' }),
    'GET /me/payment/method': () => [1],
    'GET /cloud/eligibility': (call) => {
      if (world.refusesVouchers && call.query?.voucher)
        throw refusal(call, 400, 'Voucher cannot be used: expired');
      return { actionsRequired: [], minimumCredit: null, voucher: null };
    },
    'GET /me/order': ({ query }) =>
      sales
        .filter(({ at, visibleAt }) => visibleAt <= now() && at >= Date.parse(String(query?.['date.from'])))
        .map(({ id }) => id),
    'GET /me/order/{orderId}': (call) => {
      const { id, at, goods } = saleOf(call);
      const { withTax, withoutTax, tax } = pricesOf(goods.ucents);
      const dates = {
        date: new Date(at).toISOString(),
        expirationDate: new Date(at + TO_PAY_WITHIN_MS).toISOString(),
      };
      const prices = { priceWithTax: withTax, priceWithoutTax: withoutTax, tax };
      return { orderId: id, url: `https://ovh.test/pay/${id}`, ...dates, ...prices };
    },
    'GET /me/order/{orderId}/status': (call) => statusOf(saleOf(call), now()),
    'GET /me/order/{orderId}/followUp': (call) => saleOf(call) && [],
    'GET /me/order/{orderId}/details': (call) => saleOf(call) && [1, 2],
    'GET /me/order/{orderId}/details/{orderDetailId}': (call) => {
      const id = Number(call.params?.orderDetailId);
      const domain = id === 2 ? projectOf(saleOf(call)) : '*001';
      return {
        orderDetailId: id,
        description: 'Project',
        domain,
        detailType: 'DURATION',
        totalPrice: priceOf(0),
      };
    },
    'GET /me/order/{orderId}/details/{orderDetailId}/extension': (call) => {
      const { goods } = saleOf(call);
      if (!world.hasExtension) throw refusal(call, 404, 'This service does not exist');
      const configurations = [{ label: 'description', value: goods.name ?? '' }];
      return { order: { plan: { code: PLAN }, configurations } };
    },
    'GET /cloud/project/{projectId}': (call) => {
      const sale = sales.find((each) => projectOf(each) === call.params?.projectId);
      if (!sale || !isProjectThere(sale, now())) throw refusal(call, 404, 'This service does not exist');
      return { project_id: projectOf(sale), description: sale.goods.name, status: 'ok' };
    },
  };
}
