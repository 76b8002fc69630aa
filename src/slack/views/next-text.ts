import type { Failure } from '../../orders/failure.ts';
import type { Order } from '../../orders/order.ts';
import { chargesAccount, isSettledByApp } from '../../orders/quote.ts';
import type { Messages } from '../i18n/catalogue.ts';
import { slackDate } from './blocks.ts';
import type { RenderContext } from './render-context.ts';

/** Why there is a delay: OVHcloud does not answer, or answers with an error. */
export function delayText(
  failure: Failure,
  { noAnswer, error }: { noAnswer: string; error: Messages['root']['next']['delayedError'] },
): string {
  if (failure.kind === 'ovh_server_error') return error({ error: String(failure.status) });
  return failure.kind === 'rate_limited' ? error({ error: '429' }) : noAnswer;
}

/** What happens once it is approved, and the deadline. */
export function nextWhenApproved(order: Order, ctx: RenderContext): string {
  const { waitingAutoPay, waitingForChannel, waitingForRequester } = ctx.messages.root.next;
  const until = slackDate(order.validUntil ?? order.createdAt, ctx);
  if (order.quote && chargesAccount(order.quote)) return waitingAutoPay({ until });
  if (order.quote && isSettledByApp(order.quote)) return ctx.messages.freeOrders.nextWaiting({ until });
  return ctx.checkoutUrlTo === 'channel' ? waitingForChannel({ until }) : waitingForRequester({ until });
}

/** A warning that OVHcloud has not returned the status for a long time, so the one shown may be outdated. */
export function trackingLostText({ retrying }: Order, ctx: RenderContext): string {
  if (!retrying?.notified) return '';
  return `:warning: ${ctx.messages.root.next.trackingLost({ since: slackDate(retrying.since, ctx) })}`;
}
