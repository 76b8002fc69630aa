import { setTimeout as pause } from 'node:timers/promises';
import type { Order } from '../../orders/order.ts';
import type { Eligibility } from '../../orders/quote.ts';
import {
  getEligibility,
  listPreferredPaymentMethods,
  listValidPreferredPaymentMethods,
} from '../../ovh/account.ts';
import { OvhClientError } from '../../ovh/errors.ts';
import type { OvhEligibility } from '../../ovh/schemas/project.ts';
import type { StepContext, WorkerContext } from '../context.ts';
import { OrderBlockedError } from '../errors.ts';
import { errorFields, toFailure } from '../failures.ts';
import { amountOf } from './quote-cart.ts';

/** Timeout of the eligibility check within a quote. */
const TIMEOUT_MS = 5_000;

/**
 * Asks OVHcloud, once for each request, whether the account may order a project with this voucher, before anyone is
 * asked to approve. Throws OrderBlockedError with what has to be done first. What cannot be read is left open: the check is
 * BETA, not on ovh-us, and the checkout decides in the end.
 */
export async function checkEligibility(
  order: Order,
  ctx: Pick<StepContext, 'change' | 'config' | 'log' | 'ovh'>,
): Promise<void> {
  if (order.eligibility) return;
  const { autoPay } = ctx.config;
  const [eligibility, hasPaymentMethod, canBeCharged] = await Promise.all([
    eligibilityOf(order, ctx),
    hasAny(listPreferredPaymentMethods(ctx.ovh), order, ctx),
    autoPay ? hasAny(listValidPreferredPaymentMethods(ctx.ovh), order, ctx) : null,
  ]);
  const actions = new Set(eligibility?.actionsRequired);
  const needsOne = eligibility?.voucher?.paymentMethodRequired || autoPay;
  if (needsOne && hasPaymentMethod === false) actions.add('addPaymentMethod');
  if (hasPaymentMethod && canBeCharged === false) actions.add('replacePaymentMethod');
  if (actions.size > 0) throw new OrderBlockedError({ kind: 'not_eligible', actions: [...actions] });

  const credit = eligibility?.voucher?.credit;
  const minimum = eligibility?.minimumCredit && amountOf(eligibility.minimumCredit);
  const conditions: Eligibility = {
    checked: eligibility !== null || !ctx.config.hasEligibility,
    voucherCredit: credit ? amountOf(credit) : null,
    minimumCredit: minimum && minimum.ucents > 0 ? minimum : null,
    hasPaymentMethod,
  };
  const event = { type: 'eligibility_checked', request: order.request, eligibility: conditions } as const;
  await ctx.change(event);
}

/** Null where OVHcloud does not say. Throws OrderBlockedError if it refuses the voucher or the account. */
async function eligibilityOf(
  order: Order,
  ctx: Pick<WorkerContext, 'config' | 'log' | 'ovh'>,
): Promise<OvhEligibility | null> {
  if (!ctx.config.hasEligibility) return null;
  return readOrNull(getEligibility(ctx.ovh, order.request.voucher), order, ctx);
}

async function hasAny(
  listing: Promise<unknown[]>,
  order: Order,
  ctx: Pick<WorkerContext, 'log'>,
): Promise<boolean | null> {
  const found = await readOrNull(listing, order, ctx);
  return found && found.length > 0;
}

async function readOrNull<T>(
  reading: Promise<T>,
  order: Order,
  ctx: Pick<WorkerContext, 'log'>,
): Promise<T | null> {
  try {
    return await Promise.race([reading, pause(TIMEOUT_MS, null, { ref: false })]);
  } catch (error) {
    const failure = error instanceof OvhClientError ? toFailure(error, order) : null;
    if (failure?.kind === 'voucher_refused' || failure?.kind === 'not_eligible')
      throw new OrderBlockedError(failure);
    ctx.log.info(errorFields(error, order), 'OVHcloud did not return the account’s eligibility');
    return null;
  }
}
