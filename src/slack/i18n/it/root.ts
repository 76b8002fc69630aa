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
    `Esiste anche l’ordine OVHcloud ${orderId}: leggi il thread prima di approvare o pagare.`,
  unexpectedOrderUnknown:
    'Esiste un ordine OVHcloud che l’app non trova: leggi il thread prima di approvare o pagare.',
  status: {
    recovered: ({ orderId }) =>
      `*Ordinato* prima del ripristino del database dell’app · ordine OVHcloud ${orderId}`,
    preparing: '*Preventivo in preparazione*',
    noQuote: '*Ancora nessun preventivo da OVHcloud*',
    waiting: '*In attesa di approvazione*',
    waitingForMore: ({ given, required }) => `*In attesa di approvazione* (${given} di ${required})`,
    approved: ({ approvers }) => `*Approvato* da ${approvers}, ordine in corso`,
    outcomeUnknown: '*L’app verifica presso OVHcloud se l’ordine è stato effettuato*',
    ordered: ({ approvers, orderId }) => `*Ordinato*, approvato da ${approvers} · ordine OVHcloud ${orderId}`,
    rejected: ({ by }) => `*Rifiutato* da ${by}.`,
    cancelled: ({ by }) => `*Annullato* da ${by}.`,
    expired: '*Scaduto*: non approvato in tempo.',
  },
  failed: {
    failed: '*Non ordinato*:',
    ovh_order_cancelled: '*Annullato presso OVHcloud*:',
    ovh_order_not_found: '*Chiuso*, ordine OVHcloud non trovato:',
    status_unknown: '*Chiuso*, stato sconosciuto:',
    project_not_found: '*Chiuso*, progetto non trovato:',
    paid_after_expiry: '*Scaduto nell’app, poi pagato*:',
  },
  next: {
    preparing: 'Prossimo passo: il prezzo compare qui e gli approvatori trovano la richiesta nel thread.',
    noQuote: 'OVHcloud non risponde. L’app riprova automaticamente per dieci minuti; non devi fare nulla.',
    noQuoteError: ({ error }) =>
      `OVHcloud risponde con un errore (${error}). L’app riprova automaticamente per dieci minuti; non devi fare nulla.`,
    waitingForChannel: ({ until }) =>
      `Da approvare nel thread (scadenza: ${until}). Poi l’ordine viene effettuato e il link di pagamento compare nel thread.`,
    waitingForRequester: ({ until }) =>
      `Da approvare nel thread (scadenza: ${until}). Poi l’ordine viene effettuato e il richiedente riceve il link di pagamento.`,
    waitingAutoPay: ({ until }) =>
      `Da approvare nel thread (scadenza: ${until}). Poi l’ordine viene effettuato e addebitato sull’account.`,
    retrying: 'OVHcloud non risponde in questo momento; l’app continua a riprovare.',
    delayedError: ({ error }) =>
      `OVHcloud risponde con un errore in questo momento (${error}); l’app continua a riprovare.`,
    outcomeUnknown:
      'La risposta di OVHcloud è andata persa. L’ordine non viene ripetuto finché la situazione non è chiarita.',
    orderedForChannel: 'Prossimo passo: si paga con il link di pagamento nel thread.',
    orderedForRequester: 'Prossimo passo: il richiedente, che ha il link di pagamento, paga.',
    orderedAutoPay:
      'OVHcloud addebita l’importo sul metodo di pagamento dell’account. Se l’addebito non riesce, l’ordine si può pagare con il link di pagamento.',
    trackingLost: ({ since }) =>
      `OVHcloud non comunica lo stato dell’ordine (inizio del problema: ${since}). L’app continua a chiederlo; se il problema persiste, avvisa chi la gestisce.`,
  },
};
