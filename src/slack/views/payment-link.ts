import type { RenderContext } from './render-context.ts';

/**
 * Why the message with the payment link is not in Slack, in Slack's code; null where it is, or was not tried yet. In a
 * thread it may come a moment later than it should: that is no news.
 */
export function linkRefusal({ linkDelivery, checkoutUrlTo }: RenderContext): string | null {
  if (!linkDelivery || !('errorCode' in linkDelivery)) return null;
  const isNotified = checkoutUrlTo === 'requester' || linkDelivery.state === 'failed';
  return isNotified ? linkDelivery.errorCode : null;
}

/** Whether the message with the payment link is known to be in Slack. */
export function isLinkDelivered({ linkDelivery }: RenderContext): boolean {
  return linkDelivery?.state === 'delivered';
}
