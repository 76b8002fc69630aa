import type { Messages } from '../en.ts';

export const denials: Messages['denials'] = {
  notAnApprover:
    'Solo gli approvatori indicati in questo thread possono approvare o rifiutare. Chiedi a uno di loro di decidere.',
  ownOrder: 'Hai richiesto tu questo ordine: deve approvarlo qualcun altro.',
  approvedAlready: ({ given, required }) =>
    `Hai già approvato (${given} di ${required}). Deve approvare anche qualcun altro.`,
  quoteChanged:
    'Il preventivo è cambiato da quando è apparso questo messaggio. Decidi su quello più recente nel thread.',
  notTheRequester: ({ requester }) =>
    `Può farlo solo il richiedente, ${requester}. Gli approvatori possono rifiutare l’ordine.`,
  nameTaken: ({ name, id }) => `C’è un altro ordine aperto per il progetto «${name}» (${id}).`,
  nothingChanged: 'Nessuna modifica: l’ordine dice già questo.',
  noApprovalGiven: 'Non hai approvato: non c’è nulla da ritirare.',
  checkoutBegan: 'Troppo tardi: l’ordine viene effettuato presso OVHcloud.',
  preparing: 'Il preventivo è ancora in preparazione: non c’è ancora nulla da decidere.',
  waiting: 'Questo ordine è ancora in attesa di approvazione.',
  beingPlaced: ({ approvals }) => `Troppo tardi: approvato da ${approvals}, l’ordine viene effettuato.`,
  placed: ({ approvals, orderId }) =>
    `Troppo tardi: approvato da ${approvals}, è diventato l’ordine OVHcloud ${orderId}.`,
  rejected: ({ by, at }) => `Troppo tardi: rifiutato da ${by} il ${at}.`,
  cancelled: ({ by, at }) => `Troppo tardi: annullato da ${by} il ${at}.`,
  approvalExpired: ({ at }) => `Troppo tardi: scaduto il ${at}.`,
  delivering: ({ orderId }) => `Troppo tardi: l’ordine OVHcloud ${orderId} è pagato e in consegna.`,
  cancelling: ({ orderId }) => `Troppo tardi: OVHcloud sta annullando il suo ordine ${orderId}.`,
  ready: 'Questo ordine è concluso: il suo progetto è pronto.',
  paymentExpired: ({ orderId }) =>
    `Troppo tardi: l’ordine OVHcloud ${orderId} non è stato pagato in tempo ed è scaduto.`,
  endedPlaced: 'Troppo tardi: questo ordine è stato effettuato ed è poi terminato. Il thread dice perché.',
  ended: 'Troppo tardi: questo ordine è terminato senza essere effettuato. Il thread dice perché.',
  someone: 'qualcun altro',
};

export const rejection: Messages['rejection'] = {
  title: 'Rifiuta questo ordine',
  submit: 'Rifiuta',
  close: 'Indietro',
  intro: ({ name }) => `Il progetto *${name}* non verrà ordinato.`,
  reason: 'Motivazione',
  reasonHint: 'Tutti nel canale possono leggere la tua motivazione.',
  reasonMissing: 'Indica perché: il richiedente potrà leggerlo.',
  damaged: 'Questo modulo è danneggiato: chiudilo e fai di nuovo clic su Rifiuta.',
  failed: 'Non ha funzionato e nulla è cambiato. Invia di nuovo tra un momento.',
  takesLong: 'Ci vuole più del solito. Guarda il thread, o invia di nuovo.',
};
