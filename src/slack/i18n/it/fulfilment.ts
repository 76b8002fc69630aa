import type { Messages } from '../en.ts';

export const fulfilment: Messages['fulfilment'] = {
  progress: {
    checking: 'OVHcloud lo verifica prima di consegnarlo; non c’è niente da fare.',
    under_review: 'Il personale di OVHcloud lo verifica prima della consegna; non c’è niente da fare.',
    documents_requested: 'OVHcloud aspetta dei documenti dal titolare dell’account prima di consegnarlo.',
    delivering: 'OVHcloud lo sta consegnando.',
    delivered: 'OVHcloud lo ha consegnato; il progetto appare entro pochi minuti.',
  },
  deliveredOverdue: 'OVHcloud lo ha consegnato, ma il suo progetto non si vede ancora; viene ancora cercato.',
  cancelling: ({ orderId }) => `OVHcloud sta annullando il suo ordine ${orderId}.`,
  paid: ({ orderId }) => `*Pagato*: l’ordine OVHcloud ${orderId}.`,
  charged: ({ orderId }) =>
    `*Addebitato sul metodo di pagamento dell’account*: l’ordine OVHcloud ${orderId}.`,
  confirmed: ({ orderId }) => `*Confermato*: l’ordine OVHcloud ${orderId}, che non costa nulla.`,
  ready: ({ projectId }) => `*Pronto*: l’id del progetto è \`${projectId}\`.`,
  paymentExpired: ({ orderId }) => `*Decaduto*: l’ordine OVHcloud ${orderId} non è stato pagato in tempo.`,
  cancelled: '*Annullato da OVHcloud*: si veda il thread.',

  nextUntil: ({ until }) => `Decade se non è pagato entro: ${until}.`,
  nextFreeUntil: ({ until }) => `Decade se non è confermato entro: ${until}.`,
  nextFree: 'Poi: non costa nulla, ma qualcuno deve confermarlo con un clic sul link di pagamento.',
  nextReady: 'Poi: qui appaiono l’id del progetto e un link al progetto.',
  nextDocuments: 'Il thread dice che cosa OVHcloud vuole, e da chi.',
  nextPaymentExpired: 'Non è stato pagato nulla. «Riprova» è nel thread.',
  openProject: 'Apri nello Spazio Cliente OVHcloud',

  settled: ({ orderId, name, price }) =>
    `Ordine OVHcloud *${orderId}* per il progetto *${name}*: ${price} IVA inclusa. È pagato.`,
  over: ({ orderId }) =>
    `L’ordine OVHcloud *${orderId}* è stato effettuato ed è terminato. Si prega di non pagarlo più.`,

  paymentFailed: ({ requester, orderId }) =>
    `${requester} il pagamento dell’ordine OVHcloud ${orderId} non è riuscito. Si può pagare di nuovo con il link di pagamento.`,
  paymentHadFailed: ({ orderId }) => `Un pagamento dell’ordine OVHcloud ${orderId} non è riuscito.`,
  countedAsPaid: ({ orderId }) =>
    `L’ordine OVHcloud ${orderId} risultava dapprima pagato, ma quel pagamento non è riuscito.`,
  reminder: ({ requester, name, price, until }) =>
    `${requester} promemoria: il progetto *${name}* (${price} IVA inclusa) non è ancora pagato. L’ordine decade: ${until}; il link di pagamento è qui sopra.`,
  reminderFree: ({ requester, name, until }) =>
    `${requester} promemoria: il progetto *${name}* non costa nulla, ma serve ancora un clic sul link di pagamento. L’ordine decade: ${until}.`,
  reminderDirect: ({ requester, name, price, until }) =>
    `${requester} promemoria: il progetto *${name}* (${price} IVA inclusa) non è ancora pagato. L’ordine decade: ${until}; il link di pagamento è in un messaggio diretto.`,
  notCharged: ({ requester, orderId }) =>
    `${requester} OVHcloud non ha ancora addebitato il metodo di pagamento dell’account per l’ordine ${orderId}. Si può pagare con il link di pagamento.`,
  reminded: 'Al richiedente è stato ricordato il pagamento.',
  documents: ({ requester, orderId }) =>
    `${requester} OVHcloud vuole dei documenti prima di consegnare l’ordine ${orderId}: il titolare dell’account OVHcloud trova quali nello Spazio Cliente e nelle e-mail di OVHcloud. Si prega di chiedergli di inviarli.`,
  documentsSettled: 'OVHcloud ha chiesto dei documenti al titolare dell’account.',
  projectOverdue: ({ requester, orderId }) =>
    `${requester} OVHcloud dice che l’ordine ${orderId} è consegnato, ma il suo progetto non si vede ancora. Viene ancora cercato; se non appare, il titolare dell’account può chiedere al supporto OVHcloud.`,
  projectWasOverdue: 'Il progetto ha impiegato più del solito ad apparire.',
  projectReady: ({ name, projectId }) => `Il progetto *${name}* è pronto. Il suo id è \`${projectId}\`.`,
  otherName: ({ atOvh }) => `Da OVHcloud si chiama «${atOvh}».`,
  noName: 'Da OVHcloud non ha ancora un nome.',
  orderExpired: ({ orderId }) =>
    `L’ordine OVHcloud ${orderId} non è stato pagato in tempo ed è decaduto. Non è stato pagato nulla. Si prega di non usare più il suo link di pagamento.`,

  paidAfterExpiry: ({ orderId }) =>
    `L’ordine OVHcloud ${orderId} era qui decaduto, ma alla fine è stato pagato.`,
  directReady: ({ name, projectId }) =>
    `Il progetto richiesto *${name}* è pronto. Il suo id è \`${projectId}\`.`,
  directPaymentExpired: ({ name, orderId, channel }) =>
    `L’ordine del progetto *${name}* in ${channel} (ordine OVHcloud ${orderId}) non è stato pagato in tempo ed è decaduto. Non è stato pagato nulla; «Riprova» è nel suo thread.`,
  directPaidAfterExpiry: ({ name, orderId, channel }) =>
    `L’ordine del progetto *${name}* in ${channel} (ordine OVHcloud ${orderId}) era decaduto, ma alla fine è stato pagato. Il suo thread dice come prosegue.`,
};
