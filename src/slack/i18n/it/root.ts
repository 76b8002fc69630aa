import type { Messages } from '../en.ts';

export const root: Messages['root'] = {
  title: ({ name, price }) => `${name} · ${price} IVA inclusa`,
  asked: ({ requester, name }) => `${requester} richiede il progetto Public Cloud «${name}».`,
  askedFor: ({ requester, name, price }) =>
    `${requester} richiede il progetto Public Cloud «${name}» per ${price} IVA inclusa.`,
  statusBy: ({ status, requester }) => `${status} · richiesto da ${requester}`,
  requestedBy: ({ requester }) => `Richiesto da ${requester}`,
  id: ({ id }) => `Ordine ${id}`,
  unexpectedOrder: ({ orderId }) =>
    `Esiste anche l’ordine OVHcloud ${orderId}: leggi il thread prima di pagare.`,
  unexpectedOrderUnknown: 'Esiste un ordine OVHcloud che l’app non trova: leggi il thread prima di pagare.',
  status: {
    recovered: ({ orderId }) =>
      `*Ordinato* prima del ripristino del database dell’app · ordine OVHcloud ${orderId}`,
    preparing: '*Preventivo in preparazione*',
    noQuote: '*Ancora nessun preventivo da OVHcloud*',
    waiting: '*In attesa di approvazione*',
    waitingForMore: ({ given, required }) => `*In attesa di approvazione* (${given} di ${required})`,
    approved: ({ approvers }) => `*Approvato* da ${approvers}, ordine in corso`,
    outcomeUnknown: '*Verifica presso OVHcloud se l’ordine è stato effettuato*',
    ordered: ({ approvers, orderId }) => `*Ordinato*, approvato da ${approvers} · ordine OVHcloud ${orderId}`,
    rejected: ({ by }) => `*Rifiutato* da ${by}.`,
    cancelled: ({ by }) => `*Annullato* da ${by}.`,
    expired: '*Scaduto*: non approvato in tempo.',
  },
  failed: {
    failed: '*Non ordinato*:',
    ovh_order_cancelled: '*Annullato da OVHcloud*:',
    ovh_order_not_found: '*Terminato*, ordine OVHcloud non trovato:',
    status_unknown: '*Terminato*, stato sconosciuto:',
    project_not_found: '*Terminato*, progetto non trovato:',
    paid_after_expiry: '*Pagato dopo essere scaduto qui*:',
  },
  next: {
    preparing: 'Poi: il prezzo appare qui e gli approvatori vengono interpellati nel thread.',
    noQuote: 'OVHcloud non risponde. L’app riprova per dieci minuti; non devi fare nulla.',
    noQuoteError: ({ error }) =>
      `OVHcloud risponde con un errore (${error}). L’app riprova per dieci minuti; non devi fare nulla.`,
    waitingForChannel: ({ until }) =>
      `Da approvare nel thread entro il ${until}. Poi l’ordine viene effettuato e il link di pagamento appare nel thread.`,
    waitingForRequester: ({ until }) =>
      `Da approvare nel thread entro il ${until}. Poi l’ordine viene effettuato e il richiedente riceve il link di pagamento.`,
    waitingAutoPay: ({ until }) =>
      `Da approvare nel thread entro il ${until}. Poi l’ordine viene effettuato e addebitato all’account.`,
    retrying: 'OVHcloud non risponde in questo momento; l’app continua a riprovare.',
    delayedError: ({ error }) =>
      `OVHcloud risponde con un errore in questo momento (${error}); l’app continua a riprovare.`,
    outcomeUnknown: 'La sua risposta è andata persa. Nulla viene ordinato di nuovo finché non è chiarito.',
    orderedForChannel: 'Poi: qualcuno paga con il link di pagamento nel thread.',
    orderedForRequester: 'Poi: paga il richiedente, che ha il link di pagamento.',
    orderedAutoPay:
      'OVHcloud addebita il metodo di pagamento dell’account. Se non riesce, l’ordine si può pagare con il link di pagamento.',
    trackingLost: ({ since }) =>
      `Dal ${since} OVHcloud non dice a che punto è l’ordine. L’app continua a chiederlo; se dura, avvisa chi la gestisce.`,
  },
};
