import type { Messages } from '../en.ts';

export const freeOrders: Messages['freeOrders'] = {
  orders: ({ name, price }) =>
    `Il progetto «${name}» viene ordinato per ${price} IVA inclusa. Non costa nulla, quindi l’app conferma anche l’ordine presso OVHcloud.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Approvazione ${number} di ${required}: il progetto «${name}» viene ordinato per ${price} IVA inclusa. Non costa nulla, quindi l’app conferma anche l’ordine presso OVHcloud.`,
  payment: 'nulla da pagare; l’app conferma l’ordine',
  nextWaiting:
    'Poi: una volta approvato, l’ordine viene effettuato e, dato che non costa nulla, confermato dall’app. Nessuno deve pagare.',
  nextConfirming: 'Poi: l’app lo conferma presso OVHcloud, dato che non costa nulla; non c’è nulla da fare.',
  placed: ({ orderId, name, price }) =>
    `Ordine OVHcloud *${orderId}* per il progetto *${name}*: ${price} IVA inclusa. Non costa nulla, e l’app lo sta confermando presso OVHcloud; non c’è nulla da fare.`,
  directPlaced: ({ name, price, channel }) =>
    `L’ordine del progetto *${name}* è stato approvato e inoltrato a OVHcloud: ${price} IVA inclusa. Non costa nulla, quindi l’app lo conferma anche; il seguito è nella discussione in ${channel}.`,
  failed: ({ requester, orderId }) =>
    `${requester} l’app non ha potuto confermare l’ordine OVHcloud ${orderId}. Non costa nulla, ma serve un clic sul link di pagamento, che è più in alto.`,
  failedDirect: ({ requester, orderId }) =>
    `${requester} l’app non ha potuto confermare l’ordine OVHcloud ${orderId}. Non costa nulla, ma serve un clic sul link di pagamento; è in un messaggio diretto.`,
  hadFailed: ({ orderId }) => `L’app non ha potuto confermare l’ordine OVHcloud ${orderId}.`,
  standing: 'in corso di conferma',
};
