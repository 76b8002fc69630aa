import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const requestForm: Messages['requestForm'] = {
  title: 'Public-Cloud-Projekt',
  submit: 'Angebot einholen',
  close: 'Abbrechen',
  titleEdit: 'Bestellung bearbeiten',
  submitEdit: 'Änderungen speichern',
  introEdit:
    'Sobald Sie etwas anderes als die Begründung ändern, wird ein neues Angebot eingeholt, und bisherige Genehmigungen gelten nicht mehr.',
  titleAgain: 'Erneut versuchen',
  submitAgain: 'Angebot einholen',
  channel: 'Slack-Channel',
  channelHint: 'Wo die Bestellung angezeigt und genehmigt wird.',
  intro:
    'Zuerst wird bei OVHcloud der Preis eingeholt. Ohne Genehmigung wird nichts bestellt; danach bezahlt jemand über den ' +
    'Zahlungslink. Die Nutzung des Projekts wird separat abgerechnet.',
  introAutoPay:
    'Zuerst wird bei OVHcloud der Preis eingeholt. Ohne Genehmigung wird nichts bestellt; danach *belastet OVHcloud sofort ' +
    'den Account*. Die Nutzung des Projekts wird separat abgerechnet.',
  shown: 'Name, Preis und Begründung erscheinen danach im Channel, der Gutscheincode nie.',
  projectName: 'Projektname',
  emojiHint:
    'Slack hat ein Emoji durch einen Code zwischen Doppelpunkten ersetzt. Bei OVHcloud stünde dieser Code im Namen des Projekts.',
  voucher: 'Gutscheincode',
  asking: 'Anfrage bei OVHcloud läuft …',
  openOrder: ({ name }) => `Zur offenen Bestellung: *${name}*`,
  reason: 'Begründung',
  reasonHint: 'Wofür das Projekt ist. Alle im Channel können Ihre Begründung lesen.',
  withdrawal: 'Widerrufsrecht',
  withdrawalHint:
    'Lassen Sie das Kästchen leer, um das 14-tägige Widerrufsrecht zu behalten (nur für Verbraucher). Die Genehmiger sehen Ihre Wahl.',
  waive: 'Für diese Bestellung auf das 14-tägige Widerrufsrecht verzichten',
};

export const requestProblems: Messages['requestProblems'] = {
  unreadable: 'Etwas in diesem Formular war nicht lesbar.',
  channelMissing: 'Wählen Sie den Channel, in dem die Bestellung angezeigt wird.',
  noQuorum:
    'Niemand könnte diese Bestellung genehmigen: Außer Ihnen gibt es zu wenige Genehmiger. Wenden Sie sich an den Betreiber der App.',
  damaged: ({ command }) =>
    `Dieses Formular ist beschädigt: Schließen Sie es und geben Sie ${command} erneut ein.`,
  nameLength: 'Geben Sie einen Namen mit 1 bis 100 Zeichen ein.',
  nameUnprintable: 'Steuerzeichen, unsichtbare Zeichen und Zeilenumbrüche sind nicht erlaubt.',
  voucher: 'Ein Gutschein ist ein einzelner Code ohne Leerzeichen mit höchstens 100 Zeichen.',
  reasonLength: 'Verwenden Sie höchstens 1.000 Zeichen.',
  slackIsSlow: 'Slack ist gerade langsam. Es wurde nichts bestellt; bitte senden Sie das Formular erneut ab.',
  notWritten:
    'Die Bestellung konnte nicht gespeichert werden. Es wurde nichts bestellt; bitte senden Sie das Formular erneut ab.',
  channelUnavailable: ({ errorCode, bot }) =>
    `Die App kann in diesem Channel nicht schreiben (${errorCode}). Geben Sie dort /invite @${bot} ein und senden ` +
    'Sie das Formular dann erneut ab: Ihre Eingaben bleiben hier stehen.',
  nameTaken: ({ name, id }) =>
    `Für das Projekt „${name}“ gibt es schon eine offene Bestellung (Bestellung ${id}). Verwenden Sie einen anderen ` +
    'Namen oder warten Sie, bis diese Bestellung beendet ist.',
  tooManyOpen: ({ count }) =>
    plural('de', count, {
      one: 'Sie haben schon eine offene Bestellung; mehr sind pro Person nicht möglich. Warten Sie, bis sie beendet ist, oder brechen Sie sie ab.',
      other: `Sie haben schon ${count} offene Bestellungen; mehr sind pro Person nicht möglich. Warten Sie, bis eine davon beendet ist, oder brechen Sie eine ab.`,
    }),
  tooManyVouchers:
    'Sie haben innerhalb einer Stunde zu viele Gutscheine eingegeben. Zu viele falsche würden den Account für alle sperren: Versuchen Sie es in einer Stunde erneut oder bestellen Sie ohne Gutschein.',
  nameTakenElsewhere:
    'Es gibt schon eine offene Bestellung für ein Projekt mit diesem oder einem genauso aussehenden Namen. Verwenden Sie einen anderen Namen.',
  nameOrdered: ({ name, id, orderId }) =>
    `Das Projekt „${name}“ wurde schon bestellt (Bestellung ${id}, bei OVHcloud ${orderId}). Verwenden Sie einen anderen Namen.`,
};
