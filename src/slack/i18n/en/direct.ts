type Named = { name: string; channel: string };

/** The direct messages that tell the requester how their order ended. */
export const direct = {
  rejected: ({ name, channel, by }: Named & { by: string }) =>
    `Your order for *${name}* in ${channel} was rejected by ${by}.`,
  cancelled: ({ name, channel, by }: Named & { by: string }) =>
    `Your order for *${name}* in ${channel} was cancelled by ${by}.`,
  expired: ({ name, channel }: Named) =>
    `Your order for *${name}* in ${channel} was not approved in time, so it has expired.`,
  failed: ({ name, channel }: Named) => `Your order for *${name}* in ${channel} was not placed.`,
  ended: ({ name, channel }: Named) => `Your order for *${name}* in ${channel} has ended.`,
  paymentExpired: ({ name, orderId, channel }: Named & { orderId: string }) =>
    `Your order for *${name}* in ${channel} (OVHcloud order ${orderId}) was not paid in time, so it has expired. Nothing was paid.`,
  paymentUnknown: ({ name, orderId, channel }: Named & { orderId: string }) =>
    `OVHcloud does not say whether your order for *${name}* in ${channel} (OVHcloud order ${orderId}) was paid in time, so it ends here. Look for it in OVHcloud’s control panel before ordering this project again.`,
  /** What stays of one of these once the order continues. */
  goesOn: ({ name }: { name: string }) => `Your order for *${name}* continues: see its thread.`,
};
