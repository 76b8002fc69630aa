import { setTimeout as pause } from 'node:timers/promises';
import type { Conditions } from '../../orders/conditions.ts';
import type { Order } from '../../orders/order.ts';
import { getEligibility, listPreferredPaymentMethods } from '../../ovh/account.ts';
import { OvhRefusal } from '../../ovh/errors.ts';
import type { Eligibility } from '../../ovh/schemas.ts';
import { changeOrder } from '../../store/orders.ts';
import { failureOf, logOf } from '../failures.ts';
import type { Tools } from '../tools.ts';
import { amountOf } from './cart-terms.ts';
import { CannotOrder } from './setbacks.ts';

/** A quote does not wait longer than this for what OVHcloud says beside the price. */
const LONGEST_MS = 5_000;

/**
 * Asks OVHcloud, once for each request, whether the account may order a project with this voucher, before anybody is
 * asked to approve. Throws CannotOrder with what has to be done first. What cannot be read is left open: the check is
 * BETA, not on ovh-us, and the checkout decides in the end.
 */
export async function askConditions(order: Order, tools: Tools): Promise<void> {
  if (order.conditions) return;
  const [eligibility, hasPaymentMethod] = await Promise.all([
    eligibilityOf(order, tools),
    preferredPaymentMethod(order, tools),
  ]);
  const actions = new Set(eligibility?.actionsRequired);
  const needsOne = eligibility?.voucher?.paymentMethodRequired || tools.settings.autoPay;
  if (needsOne && hasPaymentMethod === false) actions.add('addPaymentMethod');
  if (actions.size > 0) throw new CannotOrder({ kind: 'not_eligible', actions: [...actions] });

  const credit = eligibility?.voucher?.credit;
  const minimum = eligibility?.minimumCredit;
  const conditions: Conditions = {
    checked: eligibility !== null || !tools.settings.hasEligibility,
    voucherCredit: credit ? amountOf(credit) : null,
    minimumCredit: minimum && minimum.value > 0 ? amountOf(minimum) : null,
    hasPaymentMethod,
  };
  const event = { type: 'conditions_known', request: order.request, conditions } as const;
  await changeOrder(tools.db, order.id, event, tools.now());
}

/** Null where OVHcloud does not say. Throws CannotOrder if it refuses the voucher or the account. */
async function eligibilityOf(order: Order, tools: Tools): Promise<Eligibility | null> {
  if (!tools.settings.hasEligibility) return null;
  return readOrNull(getEligibility(tools.ovh, order.request.voucher), order, tools);
}

async function preferredPaymentMethod(order: Order, tools: Tools): Promise<boolean | null> {
  const methods = await readOrNull(listPreferredPaymentMethods(tools.ovh), order, tools);
  return methods && methods.length > 0;
}

async function readOrNull<T>(reading: Promise<T>, order: Order, tools: Tools): Promise<T | null> {
  const givingUp = new AbortController();
  const tooLong = pause(LONGEST_MS, null, { signal: givingUp.signal, ref: false }).catch(() => null);
  try {
    return await Promise.race([reading, tooLong]);
  } catch (error) {
    const failure = error instanceof OvhRefusal ? failureOf(error, order) : null;
    if (failure?.kind === 'voucher_refused' || failure?.kind === 'not_eligible')
      throw new CannotOrder(failure);
    tools.log.info(logOf(error, order), 'OVHcloud does not say whether the account may order');
    return null;
  } finally {
    givingUp.abort();
  }
}
