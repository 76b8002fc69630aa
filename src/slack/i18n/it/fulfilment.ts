import type { Messages } from '../en.ts';

export const fulfilment: Messages['fulfilment'] = {
  progress: {
    checking: 'OVHcloud lo sta verificando prima della consegna; non devi fare nulla.',
    under_review: 'Il personale di OVHcloud lo sta esaminando prima della consegna; non devi fare nulla.',
    documents_requested: 'OVHcloud attende documenti dal titolare dell’account; vedi il thread.',
    delivering: 'OVHcloud lo sta consegnando.',
    delivered: 'OVHcloud lo ha consegnato; il progetto comparirà entro pochi minuti.',
  },
  deliveredOverdue:
    'OVHcloud lo ha consegnato, ma il progetto non si trova ancora; l’app continua a cercarlo.',
  cancelling: ({ orderId }) => `OVHcloud sta annullando l’ordine ${orderId}.`,
  paid: ({ orderId }) => `*Pagato*: ordine OVHcloud ${orderId}.`,
  charged: ({ orderId }) => `*Addebitato sul metodo di pagamento dell’account*: ordine OVHcloud ${orderId}.`,
  confirmed: ({ orderId }) => `*Confermato*: ordine OVHcloud ${orderId}, che non costa nulla.`,
  ready: ({ projectId }) => `*Pronto*: progetto \`${projectId}\``,
  readyUnverified: ({ projectId }) =>
    `*Consegnato*: progetto \`${projectId}\`. L’app non ha potuto leggerlo; vedi il thread.`,
  paymentExpired: ({ orderId }) => `*Scaduto*: l’ordine OVHcloud ${orderId} non è stato pagato in tempo.`,
  paymentUnknown: ({ orderId }) =>
    `*Chiuso*: OVHcloud non indica se l’ordine ${orderId} è stato pagato in tempo.`,

  nextUntil: ({ until }) => `Senza pagamento l’ordine scade: ${until}.`,
  nextFreeUntil: ({ until }) => `Senza conferma l’ordine scade: ${until}.`,
  nextFree:
    'Prossimo passo: l’ordine non costa nulla, ma qualcuno deve confermarlo con un clic sul link di pagamento.',
  nextPaymentExpired: 'Non è stato pagato nulla. Usa *Riprova* nel thread.',
  nextPaymentUnknown: 'Cercalo nello Spazio Cliente OVHcloud prima di usare *Riprova* nel thread.',
  openProject: 'Apri nello Spazio Cliente OVHcloud',

  over: ({ orderId }) => `L’ordine OVHcloud *${orderId}* è stato effettuato e poi chiuso. Non va più pagato.`,

  paymentFailed: ({ requester, orderId }) =>
    `${requester}, il pagamento dell’ordine OVHcloud ${orderId} non è riuscito. Puoi riprovare con il link di pagamento.`,
  paymentHadFailed: ({ orderId }) =>
    `L’ordine OVHcloud ${orderId} risultava inizialmente pagato, ma quel pagamento non è riuscito.`,
  reminder: ({ requester, name, price, until }) =>
    `${requester}, promemoria: il progetto *${name}* (${price} IVA inclusa) non è ancora pagato. Scadenza dell’ordine: ${until}. Il link di pagamento è qui sopra.`,
  reminderFree: ({ requester, name, until }) =>
    `${requester}, promemoria: il progetto *${name}* non costa nulla, ma serve ancora un clic sul link di pagamento. Scadenza dell’ordine: ${until}.`,
  reminderDirect: ({ requester, name, price, until }) =>
    `${requester}, promemoria: il progetto *${name}* (${price} IVA inclusa) non è ancora pagato. Scadenza dell’ordine: ${until}. Trovi il link di pagamento in un messaggio diretto.`,
  notCharged: ({ requester, orderId }) =>
    `${requester}, finora OVHcloud non ha addebitato l’ordine ${orderId} sul metodo di pagamento dell’account. In alternativa si può pagare con il link di pagamento.`,
  reminded: 'Il richiedente ha ricevuto un promemoria per il pagamento.',
  documents: ({ requester, orderId }) =>
    `${requester}, OVHcloud richiede dei documenti prima di consegnare l’ordine ${orderId}: il titolare dell’account trova l’elenco nello Spazio Cliente e nelle e-mail di OVHcloud. Chiedi al titolare di inviarli.`,
  documentsSettled: 'OVHcloud ha richiesto dei documenti al titolare dell’account.',
  projectOverdue: ({ requester, orderId }) =>
    `${requester}, secondo OVHcloud l’ordine ${orderId} è stato consegnato, ma il progetto non si trova ancora. L’app continua a cercarlo; se non compare, il titolare dell’account può rivolgersi al supporto OVHcloud.`,
  projectWasOverdue: 'Il progetto è comparso più tardi del solito.',
  projectReady: ({ name, projectId }) => `Il progetto *${name}* è pronto. Il suo ID è \`${projectId}\`.`,
  projectUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud ha consegnato il progetto *${name}*. Secondo l’ordine OVHcloud ${orderId}, il suo ID è \`${projectId}\`.`,
  unverified: {
    forbidden: ({ answer }) =>
      `L’app non ha potuto leggere il progetto: OVHcloud non lo permette (${answer}). Chi gestisce l’app può dare alla chiave l’autorizzazione GET /cloud/project/…, oppure l’amministratore dell’account può consentire publicCloudProject:apiovh:get nella policy di accesso.`,
    not_shown: ({ answer }) =>
      `L’app non ha potuto leggere il progetto: OVHcloud non lo mostra (${answer}). Se non è nemmeno nello Spazio Cliente, il titolare dell’account può rivolgersi al supporto OVHcloud.`,
    no_answer: 'L’app non ha potuto leggere il progetto: OVHcloud non ha risposto.',
    creating: 'Secondo OVHcloud è ancora in fase di creazione.',
  },
  otherName: ({ atOvh }) => `Su OVHcloud si chiama «${atOvh}».`,
  noName: 'Su OVHcloud non ha ancora un nome.',
  orderExpired: ({ orderId }) =>
    `L’ordine OVHcloud ${orderId} non è stato pagato in tempo ed è scaduto. Non è stato pagato nulla. Non usare più il suo link di pagamento.`,
  orderPaymentUnknown: ({ orderId }) =>
    `OVHcloud non indica se l’ordine ${orderId} è stato pagato in tempo, quindi questo ordine viene chiuso nell’app. Non usare più il suo link di pagamento e cercalo nello Spazio Cliente OVHcloud (Fatturazione > I miei ordini) prima di ordinare di nuovo questo progetto. Se risulta pagato, questo ordine prosegue.`,

  paidAfterExpiry: ({ orderId }) =>
    `L’ordine OVHcloud ${orderId} era scaduto nell’app, ma alla fine è stato pagato.`,
  directReady: ({ name, projectId }) => `Il tuo progetto *${name}* è pronto. Il suo ID è \`${projectId}\`.`,
  directUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud ha consegnato il tuo progetto *${name}*. Secondo l’ordine OVHcloud ${orderId}, il suo ID è \`${projectId}\`.`,
};
