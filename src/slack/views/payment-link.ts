import type { RenderContext } from './render-context.ts';

/**
 * Slack's error code for the message with the payment link; null if it is in Slack, or was not tried yet. In a thread
 * it may appear a moment late: that is not reported.
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
