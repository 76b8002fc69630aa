/** The direct messages that tell the requester how their order ended. */
export const direct = {
  placed: ({ name, price, channel }: { name: string; price: string; channel: string }) =>
    `Your order of the project *${name}* was approved and placed at OVHcloud: ${price} with tax. The checkout URL is in its thread in ${channel}.`,
  placedAutoPay: ({ name, price, channel }: { name: string; price: string; channel: string }) =>
    `Your order of the project *${name}* was approved and placed at OVHcloud, which charges the account: ${price} with tax. More is in its thread in ${channel}.`,
  rejected: ({ name, channel, by }: { name: string; channel: string; by: string }) =>
    `Your order of the project *${name}* in ${channel} was rejected by ${by}. Nothing was ordered.`,
  expired: ({ name, channel }: { name: string; channel: string }) =>
    `Your order of the project *${name}* in ${channel} was not approved in time, so it has expired. Nothing was ordered; type /order-cloud to ask again.`,
  failed: ({ name, channel }: { name: string; channel: string }) =>
    `Your order of the project *${name}* in ${channel} was not placed.`,
  ended: ({ name, channel }: { name: string; channel: string }) =>
    `Your order of the project *${name}* in ${channel} has ended.`,
};
