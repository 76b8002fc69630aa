import type { Messages } from '../en.ts';

export const checkout: Messages['checkout'] = {
  thread: {
    toPay: ({ orderId, name, price }) =>
      `Ordine OVHcloud *${orderId}* per il progetto *${name}*: ${price} IVA inclusa, da pagare.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `Ordine OVHcloud *${orderId}* per il progetto *${name}*: ${price} IVA inclusa, da pagare entro il ${until}.`,
    free: ({ orderId, name, price }) =>
      `Ordine OVHcloud *${orderId}* per il progetto *${name}*: ${price} IVA inclusa. Non costa nulla, ma serve ancora un clic sul link di pagamento.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `Ordine OVHcloud *${orderId}* per il progetto *${name}*: ${price} IVA inclusa. Non costa nulla, ma serve ancora un clic sul link di pagamento entro il ${until}.`,
    charged: ({ orderId, name, price }) =>
      `Ordine OVHcloud *${orderId}* per il progetto *${name}*: ${price} IVA inclusa. È stato chiesto a OVHcloud di addebitare il metodo di pagamento dell’account; questo thread dice se è riuscito.`,
    otherPrice: ({ approverMentions, approved }) =>
      `${approverMentions} questo *non* è il prezzo approvato di ${approved} IVA inclusa: controllare prima che qualcuno paghi.`,
    secret: 'Chiunque abbia questo link può vedere e pagare l’ordine: non diffonderlo fuori da qui.',
  },
  requester: {
    toPay: ({ orderId, name, price }) =>
      `Ordine OVHcloud *${orderId}* per il progetto richiesto *${name}*: ${price} IVA inclusa, da pagare.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `Ordine OVHcloud *${orderId}* per il progetto richiesto *${name}*: ${price} IVA inclusa, da pagare entro il ${until}.`,
    free: ({ orderId, name, price }) =>
      `Ordine OVHcloud *${orderId}* per il progetto richiesto *${name}*: ${price} IVA inclusa. Non costa nulla, ma serve ancora un clic sul link di pagamento.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `Ordine OVHcloud *${orderId}* per il progetto richiesto *${name}*: ${price} IVA inclusa. Non costa nulla, ma serve ancora un clic sul link di pagamento entro il ${until}.`,
    charged: ({ orderId, name, price }) =>
      `Ordine OVHcloud *${orderId}* per il progetto richiesto *${name}*: ${price} IVA inclusa. È stato chiesto a OVHcloud di addebitare il metodo di pagamento dell’account; questo thread dice se è riuscito.`,
    otherPrice: ({ approved }) =>
      `Questo *non* è il prezzo approvato di ${approved} IVA inclusa: controllare prima di pagare.`,
    secret: 'Chiunque abbia questo link può vedere e pagare l’ordine: non diffonderlo.',
  },
  priceDiffers: ({ price, approved }: { price: string; approved: string }) =>
    `Il prezzo presso OVHcloud è di ${price} IVA inclusa; ne sono stati approvati ${approved}.`,
  pay: 'Paga',
  strangeUrl:
    'Il link di pagamento fornito da OVHcloud non è un indirizzo web, quindi non viene mostrato. Paga l’ordine nell’area clienti OVHcloud (Fatturazione > I miei ordini).',
  seeOrder: 'Vedi l’ordine',
};
