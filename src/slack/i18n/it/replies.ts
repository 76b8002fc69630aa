import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const replies: Messages['replies'] = {
  formNotOpened: ({ command }) =>
    `Non è stato possibile aprire il modulo. Non è stato ordinato nulla; digita di nuovo ${command}.`,
  orderElsewhere: ({ channels, command }) => `Gli ordini si fanno in ${channels}: digita lì ${command}.`,
  listNotRead: 'Non è stato possibile caricare i tuoi ordini. Riprova tra qualche istante.',
  takesLong:
    'L’operazione richiede più tempo del solito. Il tuo clic vale non appena compare nel thread; se non compare entro un minuto, fai di nuovo clic.',
  clickFailed: 'Operazione non riuscita: non è cambiato nulla. Riprova tra qualche istante.',
  orderNotKnown: 'Questo ordine qui non esiste più.',
  orderOnHold:
    'Questo ordine è sospeso: i suoi dati nel database sono stati modificati al di fuori dell’app. Non è stato fatto nulla; avvisa chi gestisce l’app.',
  buttonNotKnown:
    'Questo pulsante non funziona più, perché nel frattempo l’app è cambiata. Usa i pulsanti del messaggio più recente dell’ordine.',
  noticeTitle: 'Ordine',
  noticeClose: 'Chiudi',
  about: ({ name }) => `Riguardo all’ordine per *${name}*:`,
  cancelled: ({ name }) => `Hai annullato l’ordine per *${name}*.`,
};

export const requestDenied: Messages['requestDenied'] = {
  channelClosed: 'In questo canale non si fanno ordini.',
  channelShared: ({ command }) =>
    `Questo canale è condiviso con un’altra organizzazione, i cui membri leggerebbero l’ordine. Usa un altro canale, o digita ${command} lì.`,
  notARequester: 'Non hai l’autorizzazione per effettuare ordini. Rivolgiti a chi può farlo.',
  notAMember:
    'Solo i membri a pieno titolo di quest’area di lavoro possono ordinare. Rivolgiti a uno di loro.',
};

export const help: Messages['help'] = {
  order: ({ command }) =>
    `*${command} nome del progetto* richiede un nuovo progetto Public Cloud di OVHcloud.`,
  form: '1. Un modulo chiede il nome, un eventuale voucher e la motivazione.',
  quote: '2. Il prezzo di OVHcloud compare nel canale; gli approvatori trovano la richiesta nel thread.',
  decide: ({ required }) =>
    plural('it', required, {
      one: '3. Un approvatore decide nel thread. Prima di allora non viene ordinato nulla.',
      other: `3. ${required} approvatori diversi devono approvare nel thread. Prima di allora non viene ordinato nulla.`,
    }),
  placedForChannel:
    '4. Una volta approvato, l’ordine viene effettuato e il link di pagamento compare nel thread: si paga da lì.',
  placedForRequester:
    '4. Una volta approvato, l’ordine viene effettuato e ricevi il link di pagamento in un messaggio diretto: paghi da lì.',
  placedAutoPay:
    '4. Una volta approvato, l’ordine viene effettuato e *addebitato subito sul metodo di pagamento dell’account OVHcloud*.',
  follow: '5. Il thread segue l’ordine finché il progetto non è pronto, con il suo ID e un link.',
  list: ({ command }) =>
    `*${command} list* mostra gli ordini in attesa della tua decisione, i tuoi ordini aperti e quelli chiusi. Finché un tuo ordine non è approvato, puoi modificarlo o annullarlo.`,
};

export const status: Messages['status'] = {
  requested: 'preventivo in preparazione',
  awaiting_approval: 'in attesa di approvazione',
  approved: 'approvato, ordine in corso',
  awaiting_payment: 'in attesa di pagamento',
  delivering: 'in consegna',
  cancelling: 'annullamento in corso presso OVHcloud',
  ready: 'pronto',
  rejected: 'rifiutato',
  rejectedBy: ({ by }) => `rifiutato da ${by}`,
  cancelled: 'annullato',
  approval_expired: 'non approvato in tempo',
  payment_expired: 'non pagato in tempo',
  payment_unknown: 'esito del pagamento sconosciuto',
  failed: 'non ordinato',
  ovh_order_cancelled: 'annullato presso OVHcloud',
  ovh_order_not_found: 'non trovato presso OVHcloud',
  status_unknown: 'stato sconosciuto presso OVHcloud',
  project_not_found: 'consegnato, progetto non trovato',
  paid_after_expiry: 'scaduto nell’app, poi pagato',
};
