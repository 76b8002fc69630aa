import type { Messages } from '../en.ts';

export const requestForm: Messages['requestForm'] = {
  title: 'Progetto Public Cloud',
  submit: 'Richiedi preventivo',
  close: 'Annulla',
  titleEdit: 'Modifica l’ordine',
  submitEdit: 'Salva le modifiche',
  introEdit:
    'Ogni modifica, tranne quella della motivazione, chiede a OVHcloud un nuovo preventivo e annulla le approvazioni già date.',
  titleAgain: 'Riprova',
  submitAgain: 'Chiedi un preventivo',
  channel: 'Canale',
  channelHint: 'Dove l’ordine viene mostrato e approvato.',
  intro:
    'Prima si riceve un preventivo. Nulla viene ordinato prima dell’approvazione, e nulla viene pagato finché qualcuno ' +
    'non paga tramite il link di pagamento.',
  introAutoPay:
    'Prima si riceve un preventivo. Nulla viene ordinato prima dell’approvazione; poi OVHcloud *addebita subito l’account*.',
  shown: 'L’ordine, il suo prezzo e la motivazione vengono mostrati nel canale.',
  projectName: 'Nome del progetto',
  projectNameHint: 'Come si chiamerà il progetto.',
  emojiHint:
    'Slack ha sostituito un’emoji con un codice tra due punti. In OVHcloud il nome del progetto conterrebbe quel codice.',
  voucher: 'Voucher',
  reason: 'Motivazione',
  reasonHint: 'A che cosa serve il progetto. Tutti nel canale leggono la motivazione.',
  withdrawal: 'Diritto di recesso',
  withdrawalHint:
    'Se la casella resta vuota, un consumatore conserva il diritto di recedere dall’acquisto entro 14 giorni. ' +
    'Se è selezionata, vi rinuncia. Gli approvatori vedono la scelta.',
  waive: 'Rinunciare al diritto di recesso di 14 giorni per questo ordine',
};

export const requestProblems: Messages['requestProblems'] = {
  unreadable: 'Non è stato possibile leggere tutto il modulo.',
  channelMissing: 'Scegliere il canale in cui mostrare l’ordine.',
  noQuorum:
    'Nessuno potrebbe approvare questo ordine: oltre al richiedente ci sono troppo pochi approvatori. Rivolgersi a chi gestisce questa app.',
  damaged: ({ command }) => `Questo modulo è danneggiato: chiuderlo e digitare di nuovo ${command}.`,
  nameLength: 'Digitare un nome da 1 a 100 caratteri.',
  nameUnprintable: 'Non usare caratteri di controllo, caratteri invisibili o interruzioni di riga.',
  voucher: 'Un voucher è un solo codice, senza spazi, di 100 caratteri al massimo.',
  reasonLength: 'Usare 1.000 caratteri al massimo.',
  slackIsSlow: 'Slack è lento in questo momento. Non è stato ordinato nulla; inviare di nuovo.',
  notWritten: 'Non è stato possibile registrare la richiesta. Non è stato ordinato nulla; inviare di nuovo.',
  channelUnavailable: ({ errorCode, bot }) =>
    `L’app non può scrivere in questo canale (${errorCode}). Digitarvi /invite @${bot}, poi inviare di nuovo: ` +
    'quanto già digitato resta qui.',
  nameTaken: ({ name, id }) =>
    `C’è già un ordine aperto per il progetto «${name}» (ordine ${id}). Usare un altro nome, o attendere la fine di ` +
    'quell’ordine.',
  nameTakenElsewhere:
    'C’è già un ordine aperto per un progetto con questo nome, o con uno che gli somiglia. Usare un altro nome.',
  nameOrdered: ({ name, id, orderId }) =>
    `Il progetto «${name}» è già stato ordinato (ordine ${id}, presso OVHcloud ${orderId}). Usare un altro nome.`,
};
