import type { Messages } from '../en.ts';

export const checkout: Messages['checkout'] = {
  thread: {
    toPay: ({ orderId, name, price }) =>
      `Ordine OVHcloud *${orderId}* per il progetto *${name}*: ${price} IVA inclusa, da pagare.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `Ordine OVHcloud *${orderId}* per il progetto *${name}*: ${price} IVA inclusa, da pagare (scadenza: ${until}).`,
    free: ({ orderId, name, price }) =>
      `Ordine OVHcloud *${orderId}* per il progetto *${name}*: ${price} IVA inclusa. Non costa nulla, ma serve ancora un clic sul link di pagamento.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `Ordine OVHcloud *${orderId}* per il progetto *${name}*: ${price} IVA inclusa. Non costa nulla, ma serve ancora un clic sul link di pagamento (scadenza: ${until}).`,
    charged: ({ orderId, name, price }) =>
      `Ordine OVHcloud *${orderId}* per il progetto *${name}*: ${price} IVA inclusa. È stato chiesto a OVHcloud di addebitare l’importo sul metodo di pagamento dell’account; l’esito compare nel thread.`,
    otherPrice: ({ approverMentions, approved }) =>
      `${approverMentions} Questo *non* è il prezzo approvato di ${approved} IVA inclusa: va verificato prima che qualcuno paghi.`,
    secret:
      'Chiunque abbia il link di pagamento può vedere e pagare l’ordine: non condividerlo fuori da questo canale.',
  },
  requester: {
    toPay: ({ orderId, name, price }) =>
      `Ordine OVHcloud *${orderId}* per il tuo progetto *${name}*: ${price} IVA inclusa, da pagare.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `Ordine OVHcloud *${orderId}* per il tuo progetto *${name}*: ${price} IVA inclusa, da pagare (scadenza: ${until}).`,
    free: ({ orderId, name, price }) =>
      `Ordine OVHcloud *${orderId}* per il tuo progetto *${name}*: ${price} IVA inclusa. Non costa nulla, ma serve ancora un clic sul link di pagamento.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `Ordine OVHcloud *${orderId}* per il tuo progetto *${name}*: ${price} IVA inclusa. Non costa nulla, ma serve ancora un clic sul link di pagamento (scadenza: ${until}).`,
    charged: ({ orderId, name, price }) =>
      `Ordine OVHcloud *${orderId}* per il tuo progetto *${name}*: ${price} IVA inclusa. È stato chiesto a OVHcloud di addebitare l’importo sul metodo di pagamento dell’account; l’esito compare nel thread.`,
    otherPrice: ({ approved }) =>
      `Questo *non* è il prezzo approvato di ${approved} IVA inclusa: verifica prima di pagare.`,
    secret: 'Chiunque abbia il link di pagamento può vedere e pagare l’ordine: non condividerlo con nessuno.',
  },
  priceDiffers: ({ price, approved }) =>
    `Il prezzo di OVHcloud è di ${price} IVA inclusa; quello approvato è di ${approved}.`,
  pay: 'Paga',
  strangeUrl:
    'Il link di pagamento fornito da OVHcloud non è un indirizzo web, quindi non viene mostrato. Paga l’ordine nello Spazio Cliente OVHcloud (Fatturazione > I miei ordini).',
  seeOrder: 'Vedi ordine',
};
