import type { Messages } from '../en.ts';

export const freeOrders: Messages['freeOrders'] = {
  orders: ({ name, price }) =>
    `Damit wird das Projekt „${name}“ für ${price} inkl. MwSt. bestellt. Die Bestellung kostet nichts; die App bestätigt sie.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Mit Genehmigung ${number} von ${required} wird „${name}“ für ${price} inkl. MwSt. bestellt. Die Bestellung kostet nichts; die App bestätigt sie.`,
  payment: 'nichts zu bezahlen; die App bestätigt die Bestellung',
  nextWaiting: ({ until }) =>
    `Bis zum ${until} kann im Thread genehmigt werden. Nach der Genehmigung wird bestellt, und die App bestätigt die Bestellung; zu bezahlen ist nichts.`,
  nextConfirming:
    'Die Bestellung kostet nichts, daher bestätigt die App sie bei OVHcloud; Sie müssen nichts tun.',
  placed: ({ orderId, name, price }) =>
    `OVHcloud-Bestellung *${orderId}* für das Projekt *${name}*: ${price} inkl. MwSt. Die Bestellung kostet nichts, und die App bestätigt sie gerade; Sie müssen nichts tun.`,
  failed: ({ requester, orderId }) =>
    `${requester} Die App konnte die OVHcloud-Bestellung ${orderId} nicht bestätigen. Die Bestellung kostet nichts, braucht aber einen Klick auf den Zahlungslink weiter oben.`,
  failedDirect: ({ requester, orderId }) =>
    `${requester} Die App konnte die OVHcloud-Bestellung ${orderId} nicht bestätigen. Die Bestellung kostet nichts, braucht aber einen Klick auf den Zahlungslink in Ihren Direktnachrichten.`,
  hadFailed: ({ orderId }) => `Die App konnte die OVHcloud-Bestellung ${orderId} nicht bestätigen.`,
  listed: 'wird bestätigt',
};
