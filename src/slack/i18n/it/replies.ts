import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const replies: Messages['replies'] = {
  formNotOpened: ({ command }) =>
    `Il modulo non si è aperto. Non è stato ordinato nulla; digitare di nuovo ${command}.`,
  orderElsewhere: ({ channels, command }) => `Gli ordini si fanno in ${channels}: digitare ${command} lì.`,
  listNotRead: 'Non è stato possibile leggere gli ordini. Riprovare tra un momento.',
  takesLong:
    'Ci vuole più del solito: il clic vale non appena il thread lo mostra. Se non compare entro un minuto, fare clic di nuovo.',
  clickFailed: 'Non ha funzionato e nulla è cambiato. Riprovare tra un momento.',
  orderNotKnown: 'Questo ordine non è (o non è più) noto qui.',
  orderOnHold:
    'Questo ordine è sospeso: il suo record nel database è stato modificato al di fuori dell’app. Non è stato fatto nulla; avvisi il gestore dell’app.',
  buttonNotKnown:
    'Questo pulsante non fa più nulla, perché l’app nel frattempo è cambiata. L’ultimo messaggio dell’ordine contiene i pulsanti che funzionano.',
  noticeTitle: 'Ordine',
  noticeClose: 'Chiudi',
  about: ({ name }) => `A proposito dell’ordine per *${name}*:`,
};

export const requestDenied: Messages['requestDenied'] = {
  channelClosed: 'In questo canale non si fanno ordini.',
  notARequester: 'Solo alcune persone possono ordinare. Chiedere a una di loro di farlo.',
  notAMember:
    'Solo i membri a pieno titolo di quest’area di lavoro possono ordinare. Chiedere a uno di loro.',
};

export const help: Messages['help'] = {
  order: ({ command }) =>
    `*${command} nome del progetto* richiede un nuovo progetto Public Cloud di OVHcloud.`,
  form: '1. Un modulo chiede il nome, un voucher se disponibile, e la motivazione.',
  quote: '2. Il prezzo e i contratti di OVHcloud appaiono nel canale.',
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
  follow: '5. Il thread segue l’ordine finché il progetto c’è, con il suo id e un link.',
  list: ({ command }) =>
    `*${command} list* mostra ciò che è da decidere, gli ordini aperti e quelli conclusi. Finché non è approvato, il proprio ordine si può modificare o annullare.`,
};

export const status: Messages['status'] = {
  requested: 'preventivo in preparazione',
  awaiting_approval: 'in attesa di approvazione',
  approved: 'approvato, ordine in corso',
  awaiting_payment: 'da pagare',
  delivering: 'in consegna',
  cancelling: 'in corso di annullamento da OVHcloud',
  ended: 'terminato',
};
