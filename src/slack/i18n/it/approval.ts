import type { Messages } from '../en.ts';

export const approval: Messages['approval'] = {
  question: ({ approverMentions, name, price }) =>
    `${approverMentions} si prega di decidere: *${name}* per *${price}* IVA inclusa.`,
  charges: 'L’approvazione *addebita* subito il metodo di pagamento predefinito dell’account.',
  lastCharges: 'L’ultima approvazione *addebita* subito il metodo di pagamento predefinito dell’account.',
  withdrawalGivenUp: 'Si rinuncia al diritto di recesso di 14 giorni.',
  noneYet: ({ required }) => `0 approvazioni su ${required}, da persone diverse`,
  soFar: ({ given, required, approvals }) => `Approvazioni, ${given} su ${required}: ${approvals}`,
  approvedBy: ({ by, at }) => `${by} il ${at}`,

  approve: 'Approva',
  reject: 'Rifiuta',
  edit: 'Modifica',
  withdrawApproval: 'Ritira la mia approvazione',
  cancel: 'Annulla l’ordine',
  approveTitle: 'Approvare questo ordine?',
  orders: ({ name, price }) =>
    `Il progetto «${name}» viene ordinato per ${price} IVA inclusa. Si paga in seguito, tramite il link di pagamento.`,
  chargesFor: ({ name, price }) =>
    `${price} IVA inclusa vengono addebitati all’account OVHcloud per il progetto «${name}».`,
  counts: ({ number, required, name, price }) =>
    `Vale come approvazione ${number} di ${required} del progetto «${name}» a ${price} IVA inclusa. L’ultima approvazione lo ordina.`,
  countsAutoPay: ({ number, required, name, price }) =>
    `Vale come approvazione ${number} di ${required} del progetto «${name}» a ${price} IVA inclusa. L’ultima approvazione addebita l’account.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Approvazione ${number} di ${required}: il progetto «${name}» viene ordinato per ${price} IVA inclusa. Si paga in seguito, tramite il link di pagamento.`,
  countsAsLastAutoPay: ({ number, required, name, price }) =>
    `Approvazione ${number} di ${required}: ${price} IVA inclusa vengono addebitati all’account OVHcloud per il progetto «${name}».`,
  notNow: 'Non ora',
  cancelTitle: 'Annullare questo ordine?',
  cancelText: ({ name }) =>
    `Il progetto «${name}» non viene allora ordinato. Può farlo solo chi lo ha richiesto.`,
  keep: 'Mantieni',

  replaced: 'Questo preventivo è stato sostituito da uno più recente, qui sotto.',
  approved: ({ approvals }) => `Approvato: ${approvals}.`,
  seeBelow: 'Il seguito è raccontato qui sotto.',
  rejected: ({ by, at }) => `Rifiutato da ${by} il ${at}.`,
  cancelled: ({ by, at }) => `Annullato da ${by} il ${at}.`,
  expired: ({ at }) => `Scaduto il ${at}: non approvato in tempo.`,
  noLonger: 'Non c’è più nulla da decidere: vedere qui sotto.',
};
