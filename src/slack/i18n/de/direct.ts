import type { Messages } from '../en.ts';

/** The direct messages that tell the requester how their order ended. */
export const direct: Messages['direct'] = {
  placed: ({ name, price, channel }) =>
    `Ihre Bestellung des Projekts *${name}* wurde genehmigt und bei OVHcloud aufgegeben: ${price} inkl. MwSt. Der Zahlungslink steht im Thread in ${channel}.`,
  placedAutoPay: ({ name, price, channel }) =>
    `Ihre Bestellung des Projekts *${name}* wurde genehmigt und bei OVHcloud aufgegeben, das den Account belastet: ${price} inkl. MwSt. Weiteres steht im Thread in ${channel}.`,
  rejected: ({ name, channel, by }) =>
    `Ihre Bestellung des Projekts *${name}* in ${channel} wurde von ${by} abgelehnt. Es wurde nichts bestellt.`,
  expired: ({ name, channel }) =>
    `Ihre Bestellung des Projekts *${name}* in ${channel} wurde nicht rechtzeitig genehmigt und ist abgelaufen. Es wurde nichts bestellt; geben Sie /order-cloud ein, um erneut anzufragen.`,
  failed: ({ name, channel }) =>
    `Ihre Bestellung des Projekts *${name}* in ${channel} wurde nicht aufgegeben.`,
  ended: ({ name, channel }) => `Ihre Bestellung des Projekts *${name}* in ${channel} ist beendet.`,
};
