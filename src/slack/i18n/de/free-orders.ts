import type { Messages } from '../en.ts';

export const freeOrders: Messages['freeOrders'] = {
  orders: ({ name, price }) =>
    `Damit wird das Projekt „${name}“ für ${price} inkl. MwSt. bestellt. Es kostet nichts; die App bestätigt die Bestellung.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Genehmigung ${number} von ${required}: Damit wird das Projekt „${name}“ für ${price} inkl. MwSt. bestellt. Es kostet nichts; die App bestätigt die Bestellung.`,
  payment: 'nichts zu bezahlen; die App bestätigt die Bestellung',
  nextWaiting: ({ until }) =>
    `Bis ${until} im Thread zu genehmigen. Dann wird bestellt, und die App bestätigt die Bestellung: zu bezahlen ist nichts.`,
  nextConfirming: 'Sie kostet nichts, daher bestätigt die App sie bei OVHcloud; Sie müssen nichts tun.',
  placed: ({ orderId, name, price }) =>
    `OVHcloud Bestellung *${orderId}* für das Projekt *${name}*: ${price} inkl. MwSt. Sie kostet nichts, und die App bestätigt sie gerade; Sie müssen nichts tun.`,
  failed: ({ requester, orderId }) =>
    `${requester} die App konnte die OVHcloud Bestellung ${orderId} nicht bestätigen. Sie kostet nichts, braucht aber einen Klick auf den Zahlungslink oben.`,
  failedDirect: ({ requester, orderId }) =>
    `${requester} die App konnte die OVHcloud Bestellung ${orderId} nicht bestätigen. Sie kostet nichts, braucht aber einen Klick auf den Zahlungslink in Ihren Direktnachrichten.`,
  hadFailed: ({ orderId }) => `Die App konnte die OVHcloud Bestellung ${orderId} nicht bestätigen.`,
  listed: 'wird bestätigt',
};
