import type { Messages } from '../en.ts';

export const root: Messages['root'] = {
  title: ({ name }) => `Progetto Public Cloud «${name}»`,
  asked: ({ requester, name }) => `${requester} ha richiesto il progetto Public Cloud «${name}».`,
  id: ({ id }) => `Ordine ${id}`,
  unexpectedOrder: ({ orderId }: { orderId: string }) =>
    `Esiste anche l’ordine OVHcloud ${orderId}: leggere il thread prima di pagare.`,
  unexpectedOrderUnknown: 'Esiste un ordine OVHcloud che l’app non trova: leggere il thread prima di pagare.',
  status: {
    recovered: ({ orderId }: { orderId: string }) =>
      `*Ordinato* prima del ripristino del database dell’app: ordine OVHcloud ${orderId}.`,
    preparing: ({ requester }) => `*Preventivo in preparazione* per ${requester}…`,
    noQuote: '*Ancora nessun preventivo da OVHcloud.*',
    waiting: '*In attesa di approvazione* nel thread.',
    waitingForMore: ({ given, required }) =>
      `*In attesa di approvazione* nel thread: ${given} di ${required}.`,
    approved: ({ approvers }) => `*Approvato* da ${approvers}. L’ordine viene effettuato…`,
    outcomeUnknown: '*Verifica presso OVHcloud se l’ordine è stato effettuato.*',
    ordered: ({ approvers, orderId }) => `*Ordinato*, approvato da ${approvers}. Ordine OVHcloud ${orderId}.`,
    rejected: ({ by }) => `*Rifiutato* da ${by}.`,
    cancelled: ({ requester }) => `*Annullato* da ${requester}.`,
    expired: '*Scaduto*: non approvato in tempo.',
    failed: '*Non ordinato*: il thread dice perché, e che cosa fare.',
    paidAfterExpiry: '*Pagato alla fine*, quando qui era già decaduto: si veda il thread.',
    orderNotFound: '*Terminato*: l’ordine non è stato trovato presso OVHcloud. Vedere il thread.',
  },
  next: {
    preparing: 'Poi: il prezzo appare qui e gli approvatori decidono nel thread.',
    noQuote:
      'OVHcloud non risponde in questo momento. La richiesta viene ripetuta da sola per dieci minuti; non c’è nulla da fare.',
    waitingForChannel:
      'Poi: una volta approvato, l’ordine viene effettuato e il link di pagamento appare qui. Prima non viene pagato nulla.',
    waitingForRequester:
      'Poi: una volta approvato, l’ordine viene effettuato e il richiedente riceve il link di pagamento. Prima non viene pagato nulla.',
    waitingAutoPay:
      'Poi: una volta approvato, l’ordine viene effettuato e addebitato sul metodo di pagamento dell’account.',
    retrying: 'OVHcloud non risponde in questo momento; la richiesta viene ripetuta da sola.',
    outcomeUnknown: 'La sua risposta è andata persa. Nulla viene ordinato di nuovo prima di saperlo.',
    orderedForChannel:
      'Poi: qualcuno paga tramite il link di pagamento; OVHcloud consegna quindi il progetto.',
    orderedForRequester:
      'Poi: si paga tramite il link che il richiedente ha ricevuto; OVHcloud consegna quindi il progetto.',
    orderedAutoPay:
      'OVHcloud addebita il metodo di pagamento dell’account. Se non riesce, l’ordine si può pagare con il suo link di pagamento.',
    trackingLost: ({ since }) =>
      `L’app non vede più a che punto è l’ordine (da: ${since}): OVHcloud non lo dice. La richiesta viene ripetuta da sola; se dura, avvisare chi gestisce questa app.`,
    nothingOrdered: 'Non è stato ordinato nulla.',
    askAgain: 'Non è stato ordinato nulla. Digitare /order-cloud per richiederlo di nuovo.',
  },
};
