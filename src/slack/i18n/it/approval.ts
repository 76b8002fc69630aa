import type { Messages } from '../en.ts';

export const consent: Messages['consent'] = {
  title: 'Approva ordine',
  close: 'Indietro',
  intro: ({ name, price }) =>
    `Approvi il progetto *${name}* per *${price}* IVA inclusa e accetti questi contratti in nome del titolare dell’account:`,
  label: 'Dichiarazioni',
  contracts: 'Accetto i contratti in nome del titolare dell’account',
  clauses: 'Approvo specificamente le clausole sopra indicate (artt. 1341 e 1342 c.c.)',
  bothNeeded: 'Seleziona entrambe le caselle: altrimenti l’ordine non può essere approvato.',
  damaged: 'Questo modulo è illeggibile: chiudilo e fai di nuovo clic su «Approva».',
};

export const approval: Messages['approval'] = {
  question: ({ requester, name, price }) =>
    `*${requester}* chiede di acquistare il progetto Public Cloud *${name}* per *${price}* IVA inclusa.`,
  notification: ({ requester, name, price }) => `${requester} chiede: approvi ${name} per ${price}?`,
  notificationReason: ({ reason }) => `«${reason}»`,
  reminder: ({ name }) => `Promemoria: *${name}* attende ancora la tua decisione.`,
  reminded: ({ at }) => `promemoria inviato (${at})`,
  charges: 'L’approvazione comporta l’*addebito immediato* sul metodo di pagamento predefinito dell’account.',
  lastCharges:
    'L’ultima approvazione comporta l’*addebito immediato* sul metodo di pagamento predefinito dell’account.',
  withdrawalWaived: 'Si rinuncia al diritto di recesso di 14 giorni.',
  waitingFor: ({ pending }) => `in attesa di ${pending}`,
  noneYet: ({ required }) => `Approvazioni: 0 su ${required}`,
  soFar: ({ given, required, approvals }) => `Approvazioni: ${given} su ${required}, da ${approvals}`,
  approvedBy: ({ by, at }) => `${by} (${at})`,
  ownOrder: ({ approval }) => `${approval} per il proprio ordine`,

  approve: 'Approva',
  reject: 'Rifiuta',
  edit: 'Modifica',
  withdrawApproval: 'Ritira approvazione',
  cancel: 'Annulla ordine',
  orderAgain: 'Ordina di nuovo',
  approveTitle: 'Approvare questo ordine?',
  orders: ({ name, price }) =>
    `Il progetto «${name}» viene ordinato per ${price} IVA inclusa. Si paga poi con il link di pagamento.`,
  chargesFor: ({ name, price }) =>
    `L’approvazione comporta un addebito di ${price} IVA inclusa sull’account OVHcloud per il progetto «${name}».`,
  counts: ({ number, required, name, price }) =>
    `Approvazione ${number} di ${required} per il progetto «${name}» a ${price} IVA inclusa. Con l’ultima approvazione il progetto viene ordinato.`,
  countsAutoPay: ({ number, required, name, price }) =>
    `Approvazione ${number} di ${required} per il progetto «${name}» a ${price} IVA inclusa. Con l’ultima approvazione l’importo viene addebitato sull’account.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Approvazione ${number} di ${required}: il progetto «${name}» viene ordinato per ${price} IVA inclusa. Si paga poi con il link di pagamento.`,
  countsAsLastAutoPay: ({ number, required, name, price }) =>
    `Approvazione ${number} di ${required}: comporta un addebito di ${price} IVA inclusa sull’account OVHcloud per il progetto «${name}».`,
  acceptsContracts: 'Accetti i contratti di OVHcloud in nome del titolare dell’account.',
  notNow: 'Non ora',

  replaced: 'Questo preventivo è stato sostituito da uno più recente, qui sotto.',
  approved: ({ approvals }) => `Approvato da ${approvals}.`,
  seeBelow: 'Il risultato è qui sotto.',
  rejected: ({ by, at }) => `Rifiutato da ${by} (${at}).`,
  cancelled: ({ by, at }) => `Annullato da ${by} (${at}).`,
  expired: ({ at }) => `Scaduto (${at}): non approvato in tempo.`,
  noLonger: 'Non c’è più nulla da decidere: vedi qui sotto.',
};
