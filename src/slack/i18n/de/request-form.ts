import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const requestForm: Messages['requestForm'] = {
  title: 'Public-Cloud-Projekt',
  submit: 'Angebot anfordern',
  close: 'Abbrechen',
  titleEdit: 'Bestellung bearbeiten',
  submitEdit: 'Änderungen speichern',
  introEdit:
    'Jede Änderung außer der Begründung holt ein neues Angebot ein und hebt bisherige Genehmigungen auf.',
  titleAgain: 'Erneut versuchen',
  submitAgain: 'Angebot anfordern',
  channel: 'Kanal',
  channelHint: 'Wo die Bestellung gezeigt und genehmigt wird.',
  intro:
    'Zuerst wird OVHcloud nach dem Preis gefragt. Ohne Genehmigung wird nichts bestellt; danach bezahlt jemand über den ' +
    'Zahlungslink. Die Nutzung des Projekts wird separat berechnet.',
  introAutoPay:
    'Zuerst wird OVHcloud nach dem Preis gefragt. Ohne Genehmigung wird nichts bestellt; danach *belastet OVHcloud sofort ' +
    'den Account*. Die Nutzung des Projekts wird separat berechnet.',
  shown: 'Name, Preis und Begründung stehen danach im Channel, der Gutschein nie.',
  projectName: 'Projektname',
  emojiHint:
    'Slack hat ein Emoji durch einen Code zwischen Doppelpunkten ersetzt. Bei OVHcloud stünde dieser Code im Namen des Projekts.',
  voucher: 'Gutscheincode',
  asking: 'OVHcloud wird gefragt…',
  openOrder: ({ name }) => `Zur offenen Bestellung: *${name}*`,
  reason: 'Begründung',
  reasonHint: 'Wofür das Projekt ist. Alle im Channel können Ihre Begründung lesen.',
  withdrawal: 'Widerrufsrecht',
  withdrawalHint:
    'Lassen Sie das Kästchen leer, um das 14-tägige Widerrufsrecht zu behalten (nur Verbraucher). Die Genehmiger sehen Ihre Wahl.',
  waive: 'Für diese Bestellung auf das 14-tägige Widerrufsrecht verzichten',
};

export const requestProblems: Messages['requestProblems'] = {
  unreadable: 'Etwas in diesem Formular war nicht lesbar.',
  channelMissing: 'Wählen Sie den Kanal, in dem die Bestellung gezeigt wird.',
  noQuorum:
    'Niemand könnte diese Bestellung genehmigen: Außer Ihnen gibt es zu wenige Genehmiger. Wenden Sie sich an den Betreiber der App.',
  damaged: ({ command }) =>
    `Dieses Formular ist beschädigt: Schließen Sie es und geben Sie ${command} erneut ein.`,
  nameLength: 'Geben Sie einen Namen mit 1 bis 100 Zeichen ein.',
  nameUnprintable: 'Verwenden Sie keine Steuerzeichen, unsichtbaren Zeichen oder Zeilenumbrüche.',
  voucher: 'Ein Gutschein ist ein einzelner Code ohne Leerzeichen mit höchstens 100 Zeichen.',
  reasonLength: 'Verwenden Sie höchstens 1.000 Zeichen.',
  slackIsSlow: 'Slack ist gerade langsam. Es wurde nichts bestellt; bitte senden Sie erneut.',
  notWritten:
    'Die Bestellung konnte nicht gespeichert werden. Es wurde nichts bestellt; bitte senden Sie erneut.',
  channelUnavailable: ({ errorCode, bot }) =>
    `Die App kann in diesem Channel nicht schreiben (${errorCode}). Geben Sie dort /invite @${bot} ein und senden ` +
    'Sie dann erneut: Ihre Eingaben bleiben hier stehen.',
  nameTaken: ({ name, id }) =>
    `Für das Projekt „${name}“ gibt es schon eine offene Bestellung (Bestellung ${id}). Verwenden Sie einen anderen ` +
    'Namen oder warten Sie, bis diese Bestellung endet.',
  tooManyOpen: ({ count }) =>
    plural('de', count, {
      one: 'Sie haben schon eine offene Bestellung, und mehr sind pro Person nicht möglich. Warten Sie, bis sie abgeschlossen ist, oder stornieren Sie sie.',
      other: `Sie haben schon ${count} offene Bestellungen, und mehr sind pro Person nicht möglich. Warten Sie, bis eine davon abgeschlossen ist, oder stornieren Sie eine.`,
    }),
  tooManyVouchers:
    'Sie haben zu viele Gutscheincodes eingegeben, die OVHcloud abgelehnt hat. Weitere könnten das Konto für alle sperren: Versuchen Sie es in einer Stunde erneut, oder bestellen Sie ohne Gutscheincode.',
  nameTakenElsewhere:
    'Es gibt schon eine offene Bestellung für ein Projekt mit diesem Namen oder einem, der genauso aussieht. Verwenden Sie einen anderen Namen.',
  nameOrdered: ({ name, id, orderId }) =>
    `Das Projekt „${name}“ wurde schon bestellt (Bestellung ${id}, bei OVHcloud ${orderId}). Verwenden Sie einen anderen Namen.`,
};
