import type { Messages } from '../en.ts';

export const denials: Messages['denials'] = {
  notAnApprover:
    'Solo gli approvatori indicati in questo thread possono approvare o rifiutare. Chiedi a uno di loro di decidere.',
  ownOrder: 'Hai richiesto tu questo ordine: deve approvarlo un’altra persona.',
  approvedAlready: ({ given, required }) =>
    `Hai già approvato (${given} di ${required}). Deve approvare anche un’altra persona.`,
  quoteChanged:
    'Il preventivo è cambiato da quando hai visto questo messaggio. Decidi su quello più recente nel thread.',
  notTheRequester: ({ requester }) =>
    `Può farlo solo il richiedente, ${requester}. Gli approvatori possono rifiutare l’ordine.`,
  nameTaken: ({ name, id }) => `C’è un altro ordine aperto per il progetto «${name}» (${id}).`,
  nothingChanged: 'Nessuna modifica: i dati dell’ordine sono già questi.',
  noApprovalGiven: 'Non hai approvato questo ordine: non c’è nulla da ritirare.',
  checkoutBegan: 'Troppo tardi: l’ordine è già in corso presso OVHcloud.',
  preparing: 'Il preventivo è ancora in preparazione: non c’è ancora nulla da decidere.',
  waiting: 'Questo ordine è ancora in attesa di approvazione.',
  beingPlaced: ({ approvals }) => `Troppo tardi: approvato da ${approvals}, l’ordine è già in corso.`,
  placed: ({ approvals, orderId }) =>
    `Troppo tardi: approvato da ${approvals}, l’ordine è stato effettuato (ordine OVHcloud ${orderId}).`,
  rejected: ({ by, at }) => `Troppo tardi: rifiutato da ${by} (${at}).`,
  cancelled: ({ by, at }) => `Troppo tardi: annullato da ${by} (${at}).`,
  approvalExpired: ({ at }) => `Troppo tardi: l’ordine è scaduto (${at}).`,
  delivering: ({ orderId }) => `Troppo tardi: l’ordine OVHcloud ${orderId} è stato pagato ed è in consegna.`,
  cancelling: ({ orderId }) => `Troppo tardi: OVHcloud sta annullando l’ordine ${orderId}.`,
  ready: 'Questo ordine è chiuso: il progetto è pronto.',
  paymentExpired: ({ orderId }) =>
    `Troppo tardi: l’ordine OVHcloud ${orderId} non è stato pagato in tempo ed è scaduto.`,
  endedPlaced:
    'Troppo tardi: questo ordine è stato effettuato e nel frattempo è stato chiuso. Il motivo è nel thread.',
  ended: 'Troppo tardi: questo ordine è stato chiuso senza essere effettuato. Il motivo è nel thread.',
  someone: 'un’altra persona',
  quotation: ({ text }) => `«${text}»`,
};

export const rejection: Messages['rejection'] = {
  title: 'Rifiuta ordine',
  submit: 'Rifiuta',
  close: 'Indietro',
  intro: ({ name }) => `Il progetto *${name}* non verrà ordinato.`,
  reason: 'Motivazione',
  reasonHint: 'Tutti nel canale possono leggere la tua motivazione.',
  reasonMissing: 'Inserisci una motivazione: il richiedente la leggerà.',
  damaged: 'Questo modulo è danneggiato: chiudilo e fai di nuovo clic su «Rifiuta».',
  failed: 'Operazione non riuscita: non è cambiato nulla. Invia di nuovo tra qualche istante.',
  takesLong: 'L’operazione richiede più tempo del solito. Controlla il thread o invia di nuovo.',
};
