import type { Messages } from '../en.ts';

export const freeOrders: Messages['freeOrders'] = {
  orders: ({ name, price }) =>
    `Il progetto «${name}» viene ordinato per ${price} IVA inclusa. Non costa nulla, quindi l’app conferma anche l’ordine.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Approvazione ${number} di ${required}: il progetto «${name}» viene ordinato per ${price} IVA inclusa. Non costa nulla, quindi l’app conferma anche l’ordine.`,
  payment: 'nulla da pagare; l’app conferma l’ordine',
  nextWaiting: ({ until }) =>
    `Da approvare nel thread (scadenza: ${until}). Poi l’ordine viene effettuato e l’app lo conferma: non c’è nulla da pagare.`,
  nextConfirming: 'Non costa nulla, quindi l’app lo conferma presso OVHcloud; non devi fare nulla.',
  placed: ({ orderId, name, price }) =>
    `Ordine OVHcloud *${orderId}* per il progetto *${name}*: ${price} IVA inclusa. Non costa nulla e l’app lo sta confermando; non devi fare nulla.`,
  failed: ({ requester, orderId }) =>
    `${requester}, l’app non ha potuto confermare l’ordine OVHcloud ${orderId}. Non costa nulla, ma serve un clic sul link di pagamento qui sopra.`,
  failedDirect: ({ requester, orderId }) =>
    `${requester}, l’app non ha potuto confermare l’ordine OVHcloud ${orderId}. Non costa nulla, ma serve un clic sul link di pagamento nei tuoi messaggi diretti.`,
  hadFailed: ({ orderId }) => `L’app non ha potuto confermare l’ordine OVHcloud ${orderId}.`,
  listed: 'conferma in corso',
};
