import type { Order } from '../../orders/order.ts';
import type { FormTerms } from '../views/request-modal.ts';
import { withTimeout } from '../with-timeout.ts';
import type { ListenerContext } from './context.ts';

/**
 * What the form asks for, and its currency: that of the order's price, else the account's if OVHcloud says it in
 * time. Never throws.
 */
export async function formTermsFor(ctx: ListenerContext, order?: Order): Promise<FormTerms> {
  const { config } = ctx;
  const known = order?.quote?.withTax.currency;
  // Without budgets the form asks for no amount.
  const currency = config.budget === 'off' ? null : (known ?? (await askCurrency(ctx)));
  const { autoPay, channels, hasWaiver, budget } = config;
  return { autoPay, channels, hasWaiver, budget, currency };
}

async function askCurrency({ accountCurrency, timing, log }: ListenerContext): Promise<string | null> {
  try {
    return (await withTimeout(accountCurrency(), timing.currencyMs)) ?? null;
  } catch (error) {
    log.info({ err: error }, 'failed to read the currency for the order form');
    return null;
  }
}
