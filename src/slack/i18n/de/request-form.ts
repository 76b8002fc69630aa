import type { Messages } from '../en.ts';

export const requestForm: Messages['requestForm'] = {
  title: 'Public-Cloud-Projekt',
  submit: 'Angebot anfordern',
  close: 'Abbrechen',
  titleEdit: 'Bestellung bearbeiten',
  submitEdit: 'Änderungen speichern',
  introEdit:
    'Jede Änderung außer der Begründung fragt bei OVHcloud ein neues Angebot an und macht bisherige Genehmigungen ungültig.',
  titleAgain: 'Erneut versuchen',
  submitAgain: 'Angebot anfordern',
  channel: 'Kanal',
  channelHint: 'Wo die Bestellung gezeigt und genehmigt wird.',
  intro:
    'Sie erhalten zuerst ein Angebot. Vor der Genehmigung wird nichts bestellt, und nichts wird bezahlt, bevor jemand ' +
    'über den Zahlungslink bezahlt.',
  introAutoPay:
    'Sie erhalten zuerst ein Angebot. Vor der Genehmigung wird nichts bestellt; danach *belastet OVHcloud sofort den Account*.',
  shown: 'Die Bestellung, ihr Preis und Ihre Begründung werden im Channel angezeigt.',
  projectName: 'Projektname',
  projectNameHint: 'Wie das Projekt heißen soll.',
  emojiHint:
    'Slack hat ein Emoji durch einen Code zwischen Doppelpunkten ersetzt. Bei OVHcloud stünde dieser Code im Namen des Projekts.',
  voucher: 'Gutscheincode',
  reason: 'Begründung',
  reasonHint: 'Wofür das Projekt ist. Alle im Channel lesen Ihre Begründung.',
  withdrawal: 'Widerrufsrecht',
  withdrawalHint:
    'Bleibt das Kästchen leer, behält ein Verbraucher das Recht, den Kauf innerhalb von 14 Tagen zu widerrufen. ' +
    'Ist es angekreuzt, wird darauf verzichtet. Die Genehmiger sehen Ihre Wahl.',
  waive: 'Für diese Bestellung auf das 14-tägige Widerrufsrecht verzichten',
};

export const requestProblems: Messages['requestProblems'] = {
  unreadable: 'Etwas in diesem Formular war nicht lesbar.',
  channelMissing: 'Wählen Sie den Kanal, in dem die Bestellung gezeigt wird.',
  noQuorum:
    'Niemand könnte diese Bestellung genehmigen: Außer Ihnen gibt es zu wenige Genehmiger. Wenden Sie sich an die Person, die diese App betreibt.',
  damaged: ({ command }) =>
    `Dieses Formular ist beschädigt: Schließen Sie es und geben Sie ${command} erneut ein.`,
  nameLength: 'Geben Sie einen Namen mit 1 bis 100 Zeichen ein.',
  nameUnprintable: 'Verwenden Sie keine Steuerzeichen, unsichtbaren Zeichen oder Zeilenumbrüche.',
  voucher: 'Ein Gutschein ist ein einzelner Code ohne Leerzeichen mit höchstens 100 Zeichen.',
  reasonLength: 'Verwenden Sie höchstens 1.000 Zeichen.',
  slackIsSlow: 'Slack ist gerade langsam. Es wurde nichts bestellt; bitte senden Sie erneut.',
  notWritten: 'Das konnte nicht gespeichert werden. Es wurde nichts bestellt; bitte senden Sie erneut.',
  channelUnavailable: ({ errorCode, bot }) =>
    `Die App kann in diesem Channel nicht schreiben (${errorCode}). Geben Sie dort /invite @${bot} ein und senden ` +
    'Sie dann erneut: Ihre Eingaben bleiben hier stehen.',
  nameTaken: ({ name, id }) =>
    `Für das Projekt „${name}“ gibt es schon eine offene Bestellung (Bestellung ${id}). Verwenden Sie einen anderen ` +
    'Namen oder warten Sie, bis diese Bestellung endet.',
  nameTakenElsewhere:
    'Es gibt schon eine offene Bestellung für ein Projekt mit diesem Namen oder einem, der genauso aussieht. Verwenden Sie einen anderen Namen.',
  nameOrdered: ({ name, id, orderId }) =>
    `Das Projekt „${name}“ wurde schon bestellt (Bestellung ${id}, bei OVHcloud ${orderId}). Verwenden Sie einen anderen Namen.`,
};
