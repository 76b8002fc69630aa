import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const replies: Messages['replies'] = {
  formNotOpened: ({ command }) =>
    `Impossibile aprire il modulo. Non è stato ordinato nulla; digita di nuovo ${command}.`,
  orderElsewhere: ({ channels, command }) => `Gli ordini si fanno in ${channels}: digita lì ${command}.`,
  listNotRead: 'Impossibile caricare i tuoi ordini. Riprova tra un momento.',
  takesLong:
    'Ci vuole più del solito. Il tuo clic vale non appena compare nel thread; se non compare entro un minuto, fai di nuovo clic.',
  clickFailed: 'Non ha funzionato e nulla è cambiato. Riprova tra un momento.',
  orderNotKnown: 'Questo ordine qui non esiste più.',
  orderOnHold:
    'Questo ordine è sospeso: il suo record nel database è stato modificato al di fuori dell’app. Non è stato fatto nulla; avvisa il gestore dell’app.',
  buttonNotKnown:
    'Questo pulsante non fa più nulla, perché l’app nel frattempo è cambiata. L’ultimo messaggio dell’ordine contiene i pulsanti che funzionano.',
  noticeTitle: 'Ordine',
  noticeClose: 'Chiudi',
  about: ({ name }) => `A proposito dell’ordine per *${name}*:`,
  cancelled: ({ name }) => `Hai annullato l’ordine per *${name}*. Non è stato ordinato nulla.`,
};

export const requestDenied: Messages['requestDenied'] = {
  channelClosed: 'In questo canale non si fanno ordini.',
  channelShared: ({ command }) =>
    `Questo canale è condiviso con un’altra organizzazione, i cui membri leggerebbero l’ordine. Usa un altro canale, o digita ${command} lì.`,
  notARequester: 'Non puoi effettuare ordini. Chiedi a chi può farlo.',
  notAMember: 'Solo i membri a pieno titolo di quest’area di lavoro possono ordinare. Chiedi a uno di loro.',
};

export const help: Messages['help'] = {
  order: ({ command }) =>
    `*${command} nome del progetto* richiede un nuovo progetto Public Cloud di OVHcloud.`,
  form: '1. Un modulo chiede il nome, un voucher se disponibile, e la motivazione.',
  quote: '2. Il prezzo di OVHcloud appare nel canale, e la domanda agli approvatori nel suo thread.',
  decide: ({ required }) =>
    plural('it', required, {
      one: '3. Un approvatore decide nel thread. Prima non viene ordinato nulla.',
      other: `3. ${required} approvatori diversi devono approvare nel thread. Prima non viene ordinato nulla.`,
    }),
  placedForChannel:
    '4. Una volta approvato, l’ordine viene effettuato e il link di pagamento appare nel thread: lì una persona paga.',
  placedForRequester:
    '4. Una volta approvato, l’ordine viene effettuato e il link di pagamento arriva a chi lo ha richiesto in un messaggio diretto.',
  placedAutoPay:
    '4. Una volta approvato, l’ordine viene effettuato e *addebitato subito sul metodo di pagamento dell’account OVHcloud*.',
  follow: '5. Il thread segue l’ordine finché il progetto è pronto, con il suo id e un link.',
  list: ({ command }) =>
    `*${command} list* mostra ciò che aspetta una tua decisione, i tuoi ordini aperti e quelli conclusi. Finché non è approvato, puoi modificare o annullare il tuo ordine.`,
};

export const status: Messages['status'] = {
  requested: 'preventivo in preparazione',
  awaiting_approval: 'in attesa di approvazione',
  approved: 'approvato, ordine in corso',
  awaiting_payment: 'in attesa di pagamento',
  delivering: 'in consegna',
  cancelling: 'in corso di annullamento da OVHcloud',
  ready: 'pronto',
  rejected: 'rifiutato',
  rejectedBy: ({ by }) => `rifiutato da ${by}`,
  cancelled: 'annullato',
  approval_expired: 'non approvato in tempo',
  payment_expired: 'non pagato in tempo',
  payment_unknown: 'pagamento sconosciuto',
  failed: 'non ordinato',
  ovh_order_cancelled: 'annullato da OVHcloud',
  ovh_order_not_found: 'non trovato presso OVHcloud',
  status_unknown: 'stato sconosciuto presso OVHcloud',
  project_not_found: 'consegnato, progetto non trovato',
  paid_after_expiry: 'pagato dopo essere scaduto qui',
};
