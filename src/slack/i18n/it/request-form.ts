import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const requestForm: Messages['requestForm'] = {
  title: 'Progetto Public Cloud',
  submit: 'Richiedi preventivo',
  close: 'Annulla',
  titleEdit: 'Modifica ordine',
  submitEdit: 'Salva modifiche',
  introEdit:
    'Qualsiasi modifica, tranne quella della motivazione, richiede un nuovo preventivo e annulla le approvazioni già date.',
  titleAgain: 'Riprova',
  submitAgain: 'Richiedi preventivo',
  channel: 'Canale',
  channelHint: 'Dove l’ordine viene mostrato e approvato.',
  intro:
    'Per prima cosa l’app chiede il prezzo a OVHcloud. Senza approvazione non viene ordinato nulla; poi si paga con ' +
    'il link di pagamento. Il consumo del progetto è fatturato a parte.',
  introAutoPay:
    'Per prima cosa l’app chiede il prezzo a OVHcloud. Senza approvazione non viene ordinato nulla; poi OVHcloud ' +
    '*addebita subito l’importo sull’account*. Il consumo del progetto è fatturato a parte.',
  shown: 'Nome, prezzo e motivazione vengono poi mostrati nel canale; il voucher mai.',
  projectName: 'Nome del progetto',
  emojiHint:
    'Slack ha sostituito un’emoji con un codice racchiuso tra due segni «:». Su OVHcloud il nome del progetto conterrebbe quel codice.',
  voucher: 'Voucher',
  asking: 'Richiesta a OVHcloud in corso…',
  openOrder: ({ name }) => `Vedi l’ordine aperto: *${name}*`,
  reason: 'Motivazione',
  reasonHint: 'A che cosa serve il progetto. Tutti nel canale possono leggere la tua motivazione.',
  withdrawal: 'Diritto di recesso',
  withdrawalHint:
    'Non selezionare la casella se vuoi conservare il diritto di recesso di 14 giorni (solo consumatori). Gli approvatori vedono la tua scelta.',
  waive: 'Rinuncia al diritto di recesso di 14 giorni per questo ordine',
};

export const requestProblems: Messages['requestProblems'] = {
  unreadable: 'Non è stato possibile leggere una parte del modulo.',
  channelMissing: 'Scegli il canale in cui mostrare l’ordine.',
  noQuorum:
    'Nessuno potrebbe approvare questo ordine: oltre a te non ci sono abbastanza approvatori. Rivolgiti a chi gestisce l’app.',
  damaged: ({ command }) => `Questo modulo è danneggiato: chiudilo e digita di nuovo ${command}.`,
  nameLength: 'Inserisci un nome da 1 a 100 caratteri.',
  nameUnprintable: 'Non usare caratteri di controllo, caratteri invisibili o interruzioni di riga.',
  voucher: 'Un voucher è un unico codice, senza spazi, di 100 caratteri al massimo.',
  reasonLength: 'Usa al massimo 1.000 caratteri.',
  slackIsSlow: 'Slack è lento in questo momento. Non è stato ordinato nulla; invia di nuovo.',
  notWritten: 'Non è stato possibile salvare l’ordine. Non è stato ordinato nulla; invia di nuovo.',
  channelUnavailable: ({ errorCode, bot }) =>
    `L’app non può scrivere in questo canale (${errorCode}). Digita lì /invite @${bot}, poi invia di nuovo: ` +
    'i dati inseriti restano qui.',
  nameTaken: ({ name, id }) =>
    `C’è già un ordine aperto per il progetto «${name}» (ordine ${id}). Usa un altro nome o attendi la chiusura di ` +
    'quell’ordine.',
  tooManyOpen: ({ count }) =>
    plural('it', count, {
      one: 'Hai già un ordine aperto, il massimo per persona. Attendi che venga chiuso, oppure annullalo.',
      other: `Hai già ${count} ordini aperti, il massimo per persona. Attendi che uno venga chiuso, oppure annullane uno.`,
    }),
  tooManyVouchers:
    'Hai inserito troppi voucher in un’ora. Troppi voucher errati bloccherebbero l’account per tutti: riprova tra un’ora, oppure ordina senza voucher.',
  nameTakenElsewhere:
    'C’è già un ordine aperto per un progetto con questo nome, o con uno che gli somiglia. Usa un altro nome.',
  nameOrdered: ({ name, id, orderId }) =>
    `Il progetto «${name}» è già stato ordinato (ordine ${id}, presso OVHcloud ${orderId}). Usa un altro nome.`,
};
