import type { Messages } from '../en.ts';

/** The direct messages that tell the requester how their order ended. */
export const direct: Messages['direct'] = {
  rejected: ({ name, channel, by }) =>
    `Ihre Bestellung für *${name}* in ${channel} wurde von ${by} abgelehnt.`,
  cancelled: ({ name, channel, by }) =>
    `Ihre Bestellung für *${name}* in ${channel} wurde von ${by} abgebrochen.`,
  expired: ({ name, channel }) =>
    `Ihre Bestellung für *${name}* in ${channel} wurde nicht rechtzeitig genehmigt und ist abgelaufen.`,
  failed: ({ name, channel }) => `Ihre Bestellung für *${name}* in ${channel} wurde nicht aufgegeben.`,
  ended: ({ name, channel }) => `Ihre Bestellung für *${name}* in ${channel} ist beendet.`,
  paymentExpired: ({ name, orderId, channel }) =>
    `Ihre Bestellung für *${name}* in ${channel} (OVHcloud-Bestellung ${orderId}) wurde nicht rechtzeitig bezahlt und ist abgelaufen. Es wurde nichts bezahlt.`,
  paymentUnknown: ({ name, orderId, channel }) =>
    `OVHcloud teilt nicht mit, ob Ihre Bestellung für *${name}* in ${channel} (OVHcloud-Bestellung ${orderId}) rechtzeitig bezahlt wurde; deshalb endet sie hier. Suchen Sie die Bestellung im OVHcloud-Kundencenter, bevor Sie dieses Projekt erneut bestellen.`,
  goesOn: ({ name }) => `Ihre Bestellung für *${name}* geht weiter: siehe Thread.`,
};
