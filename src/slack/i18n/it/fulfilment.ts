import type { Messages } from '../en.ts';

export const fulfilment: Messages['fulfilment'] = {
  progress: {
    checking: 'OVHcloud lo verifica prima della consegna; non devi fare nulla.',
    under_review: 'Il personale di OVHcloud lo esamina prima della consegna; non devi fare nulla.',
    documents_requested: 'OVHcloud attende documenti dal titolare dell’account; vedi il thread.',
    delivering: 'OVHcloud lo sta consegnando.',
    delivered: 'OVHcloud lo ha consegnato; il progetto appare entro pochi minuti.',
  },
  deliveredOverdue:
    'OVHcloud lo ha consegnato, ma il suo progetto non si trova ancora; l’app continua a cercare.',
  cancelling: ({ orderId }) => `OVHcloud sta annullando il suo ordine ${orderId}.`,
  paid: ({ orderId }) => `*Pagato*: l’ordine OVHcloud ${orderId}.`,
  charged: ({ orderId }) =>
    `*Addebitato sul metodo di pagamento dell’account*: l’ordine OVHcloud ${orderId}.`,
  confirmed: ({ orderId }) => `*Confermato*: l’ordine OVHcloud ${orderId}, che non costa nulla.`,
  ready: ({ projectId }) => `*Pronto*: progetto \`${projectId}\``,
  readyUnverified: ({ projectId }) =>
    `*Consegnato*: progetto \`${projectId}\`. L’app non ha potuto leggerlo; vedi il thread.`,
  paymentExpired: ({ orderId }) => `*Scaduto*: l’ordine OVHcloud ${orderId} non è stato pagato in tempo.`,
  paymentUnknown: ({ orderId }) =>
    `*Terminato*: OVHcloud non dice se il suo ordine ${orderId} è stato pagato in tempo.`,

  nextUntil: ({ until }) => `Scade se non viene pagato entro il ${until}.`,
  nextFreeUntil: ({ until }) => `Scade se non viene confermato entro il ${until}.`,
  nextFree: 'Poi: non costa nulla, ma qualcuno deve confermarlo con un clic sul link di pagamento.',
  nextPaymentExpired: 'Non è stato pagato nulla. Usa *Riprova* nel thread.',
  nextPaymentUnknown: 'Cercalo nello Spazio Cliente OVHcloud prima di usare *Riprova* nel thread.',
  openProject: 'Apri nello Spazio Cliente OVHcloud',

  over: ({ orderId }) => `L’ordine OVHcloud *${orderId}* è stato effettuato ed è terminato. Non pagarlo più.`,

  paymentFailed: ({ requester, orderId }) =>
    `${requester} il pagamento dell’ordine OVHcloud ${orderId} non è riuscito. Puoi riprovare con il link di pagamento.`,
  paymentHadFailed: ({ orderId }) =>
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
  projectUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud ha consegnato il progetto *${name}*. Il suo id è \`${projectId}\`, secondo l’ordine OVHcloud ${orderId}.`,
  unverified: {
    forbidden: ({ answer }) =>
      `L’app non ha potuto leggere il progetto: OVHcloud non glielo permette (${answer}). Chi gestisce questa app può dare alla sua chiave il diritto GET /cloud/project/…, oppure l’amministratore dell’account può permettere publicCloudProject:apiovh:get nella policy di accesso.`,
    not_shown: ({ answer }) =>
      `L’app non ha potuto leggere il progetto: OVHcloud non lo mostra (${answer}). Se non è nemmeno nello Spazio Cliente, il titolare dell’account può rivolgersi al supporto OVHcloud.`,
    no_answer: 'L’app non ha potuto leggere il progetto: OVHcloud non ha risposto.',
    creating: 'OVHcloud dice che è ancora in fase di creazione.',
  },
  otherName: ({ atOvh }) => `Da OVHcloud si chiama «${atOvh}».`,
  noName: 'Da OVHcloud non ha ancora un nome.',
  orderExpired: ({ orderId }) =>
    `L’ordine OVHcloud ${orderId} non è stato pagato in tempo ed è decaduto. Non è stato pagato nulla. Si prega di non usare più il suo link di pagamento.`,
  orderPaymentUnknown: ({ orderId }) =>
    `OVHcloud non dice se il suo ordine ${orderId} è stato pagato in tempo, perciò questo ordine termina qui. Non usare più il suo link di pagamento e cercarlo nello Spazio Cliente OVHcloud (Fatturazione > I miei ordini) prima di ordinare di nuovo questo progetto. Se risulta pagato, questo ordine prosegue.`,

  paidAfterExpiry: ({ orderId }) =>
    `L’ordine OVHcloud ${orderId} era qui decaduto, ma alla fine è stato pagato.`,
  directReady: ({ name, projectId }) =>
    `Il progetto richiesto *${name}* è pronto. Il suo id è \`${projectId}\`.`,
  directUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud ha consegnato il progetto richiesto *${name}*. Il suo id è \`${projectId}\`, secondo l’ordine OVHcloud ${orderId}.`,
};
