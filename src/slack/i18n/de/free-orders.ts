import type { Messages } from '../en.ts';

export const freeOrders: Messages['freeOrders'] = {
  orders: ({ name, price }) =>
    `Damit wird das Projekt „${name}“ für ${price} inkl. MwSt. bestellt. Es kostet nichts; die App bestätigt auch gleich die Bestellung.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Genehmigung ${number} von ${required}: Damit wird das Projekt „${name}“ für ${price} inkl. MwSt. bestellt. Es kostet nichts; die App bestätigt auch gleich die Bestellung.`,
  payment: 'nichts zu bezahlen; die App bestätigt die Bestellung',
  nextWaiting:
    'Danach: Nach der Genehmigung wird bestellt, und da es nichts kostet, bestätigt die App die Bestellung. Niemand muss bezahlen.',
  nextConfirming:
    'Als Nächstes: Die App bestätigt sie bei OVHcloud, da sie nichts kostet; es ist nichts zu tun.',
  placed: ({ orderId, name, price }) =>
    `OVHcloud Bestellung *${orderId}* für das Projekt *${name}*: ${price} inkl. MwSt. Sie kostet nichts, und die App bestätigt sie gerade bei OVHcloud; es ist nichts zu tun.`,
  directPlaced: ({ name, price, channel }) =>
    `Ihre Bestellung des Projekts *${name}* wurde genehmigt und bei OVHcloud aufgegeben: ${price} inkl. MwSt. Sie kostet nichts, daher bestätigt die App sie auch gleich; Weiteres steht im Thread in ${channel}.`,
  failed: ({ requester, orderId }) =>
    `${requester} die App konnte die OVHcloud Bestellung ${orderId} nicht bestätigen. Sie kostet nichts, braucht aber einen Klick auf den Zahlungslink, der weiter oben steht.`,
  failedDirect: ({ requester, orderId }) =>
    `${requester} die App konnte die OVHcloud Bestellung ${orderId} nicht bestätigen. Sie kostet nichts, braucht aber einen Klick auf den Zahlungslink; er steht in einer Direktnachricht.`,
  hadFailed: ({ orderId }) => `Die App konnte die OVHcloud Bestellung ${orderId} nicht bestätigen.`,
  standing: 'wird bestätigt',
};
