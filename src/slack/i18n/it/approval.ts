import type { Messages } from '../en.ts';

export const consent: Messages['consent'] = {
  title: 'Approva l’ordine',
  close: 'Indietro',
  intro: ({ name, price }) =>
    `Approvi il progetto *${name}* per *${price}* IVA inclusa e accetti questi contratti a nome dell’account:`,
  label: 'Che cosa accetti',
  contracts: 'Accetto i contratti a nome dell’account',
  clauses: 'Approvo specificamente le clausole (artt. 1341 e 1342 Codice Civile)',
  bothNeeded: 'Seleziona entrambe le caselle: senza, l’ordine non può essere approvato.',
  damaged: 'Questo modulo è illeggibile: chiudilo e fai di nuovo clic su «Approva».',
};

export const approval: Messages['approval'] = {
  question: ({ requester, name, price }) =>
    `*${requester}* chiede di acquistare il progetto Public Cloud *${name}* per *${price}* IVA inclusa.`,
  notification: ({ requester, name, price }) => `${requester}: approvi ${name} per ${price}?`,
  notificationReason: ({ reason }) => `«${reason}»`,
  reminder: ({ name }) => `Promemoria: *${name}* attende ancora la tua decisione.`,
  reminded: ({ at }) => `promemoria inviato il ${at}`,
  charges: 'L’approvazione *addebita* subito il metodo di pagamento predefinito dell’account.',
  lastCharges: 'L’ultima approvazione *addebita* subito il metodo di pagamento predefinito dell’account.',
  withdrawalWaived: 'Si rinuncia al diritto di recesso di 14 giorni.',
  waitingFor: ({ pending }) => `in attesa di ${pending}`,
  noneYet: ({ required }) => `0 approvazioni su ${required}`,
  soFar: ({ given, required, approvals }) => `Approvazioni, ${given} su ${required}: ${approvals}`,
  approvedBy: ({ by, at }) => `${by} il ${at}`,
  ownOrder: ({ approval }) => `${approval} (il proprio ordine)`,

  approve: 'Approva',
  reject: 'Rifiuta',
  edit: 'Modifica',
  withdrawApproval: 'Ritira la mia approvazione',
  cancel: 'Annulla l’ordine',
  orderAgain: 'Ordina di nuovo',
  approveTitle: 'Approvare questo ordine?',
  orders: ({ name, price }) =>
    `Il progetto «${name}» viene ordinato per ${price} IVA inclusa e si paga poi con il link di pagamento.`,
  chargesFor: ({ name, price }) =>
    `${price} IVA inclusa vengono addebitati all’account OVHcloud per il progetto «${name}».`,
  counts: ({ number, required, name, price }) =>
    `Approvazione ${number} di ${required} del progetto «${name}» a ${price} IVA inclusa. L’ultima approvazione lo ordina.`,
  countsAutoPay: ({ number, required, name, price }) =>
    `Approvazione ${number} di ${required} del progetto «${name}» a ${price} IVA inclusa. L’ultima approvazione addebita l’account.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Approvazione ${number} di ${required}: il progetto «${name}» viene ordinato per ${price} IVA inclusa e si paga poi con il link di pagamento.`,
  countsAsLastAutoPay: ({ number, required, name, price }) =>
    `Approvazione ${number} di ${required}: ${price} IVA inclusa vengono addebitati all’account OVHcloud per il progetto «${name}».`,
  acceptsContracts: 'Accetti i contratti di OVHcloud a nome dell’account.',
  notNow: 'Non ora',

  replaced: 'Questo preventivo è stato sostituito da uno più recente, qui sotto.',
  approved: ({ approvals }) => `Approvato: ${approvals}.`,
  seeBelow: 'Il risultato è qui sotto.',
  rejected: ({ by, at }) => `Rifiutato da ${by} il ${at}.`,
  cancelled: ({ by, at }) => `Annullato da ${by} il ${at}.`,
  expired: ({ at }) => `Scaduto il ${at}: non approvato in tempo.`,
  noLonger: 'Non c’è più nulla da decidere; vedi qui sotto.',
};
