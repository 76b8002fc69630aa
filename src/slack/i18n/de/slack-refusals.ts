import type { Messages } from '../en.ts';

export const channelRefusals: Messages['channelRefusals'] = {
  directMessage: ({ command }) =>
    `In Direktnachrichten zwischen Personen kann die App nicht schreiben. Es wurde nichts bestellt; geben Sie ${command} in einem Channel ein.`,
  typeElsewhere: ({ errorCode, command }) =>
    `Die App darf in diesem Channel nicht schreiben (${errorCode}), und eine Einladung ändert daran nichts. Es wurde nichts bestellt; geben Sie ${command} in einem anderen Channel ein.`,
  chooseAnother: ({ errorCode }) =>
    `Die App darf in diesem Channel nicht schreiben (${errorCode}), und eine Einladung ändert daran nichts. Wählen Sie einen anderen Channel.`,
  orderElsewhere:
    'Bestellen Sie erneut in einem anderen Channel: Die App in diesen Channel einzuladen, hilft nicht.',
  appRefused: ({ errorCode }) =>
    `Slack nimmt keine Nachrichten der App an (${errorCode}). Es wurde nichts bestellt. Ein neuer Versuch hilft nicht: Informieren Sie den Betreiber der App.`,
  tellOperator: 'Ein neuer Versuch hilft nicht: Informieren Sie den Betreiber der App.',
};

export const lookups: Messages['lookups'] = {
  groupRefused: ({ group, code }) =>
    `Slack teilt der App nicht mit, wer zur Benutzergruppe ${group} gehört (${code}); daher lässt sich nicht prüfen, wer das darf. Ein neuer Versuch hilft nicht: Informieren Sie den Betreiber der App.`,
  noApprovers: ({ group, code }) =>
    `Niemand könnte diese Bestellung genehmigen: Slack teilt der App nicht mit, wer zur Benutzergruppe ${group} gehört (${code}). Ein neuer Versuch hilft nicht: Informieren Sie den Betreiber der App.`,
  personRefused: ({ code }) =>
    `Slack zeigt der App Ihr Slack-Konto nicht (${code}); Ihre Berechtigungen lassen sich daher nicht prüfen. Ein neuer Versuch hilft nicht: Informieren Sie den Betreiber der App.`,
};

export const linkDelivery: Messages['linkDelivery'] = {
  show: 'Zahlungslink anzeigen',
  retrying: ({ orderId, price, requester, errorCode }) =>
    `Die OVHcloud-Bestellung ${orderId} wurde aufgegeben (${price} inkl. MwSt.). Der Zahlungslink hat ${requester} noch nicht erreicht: Slack stellt die Direktnachricht nicht zu (${errorCode}). Die App versucht es weiter. Bis dahin können der Anforderer und die Genehmiger den Link hier sehen.`,
  failed: ({ orderId, price, requester, errorCode, approverMentions }) =>
    `${approverMentions} Die OVHcloud-Bestellung ${orderId} wurde aufgegeben (${price} inkl. MwSt.), aber der Zahlungslink kann ${requester} nicht per Direktnachricht zugestellt werden (${errorCode}). Der Anforderer und die Genehmiger können ihn hier sehen.`,
  placed: ({ orderId, price }) =>
    `Die OVHcloud-Bestellung ${orderId} wurde aufgegeben (${price} inkl. MwSt.).`,
  nextPending:
    'Als Nächstes geht der Zahlungslink an den Anforderer; OVHcloud liefert das Projekt, sobald bezahlt ist.',
  nextForRequester:
    'Der Zahlungslink hat den Anforderer nicht erreicht. *Zahlungslink anzeigen* im Thread zeigt ihn dem Anforderer und den Genehmigern.',
  nextForChannel:
    'Der Zahlungslink konnte nicht im Thread gepostet werden. *Zahlungslink anzeigen* zeigt ihn dem Anforderer und den Genehmigern.',
  reminder: ({ requester, name, price, until }) =>
    `${requester} Zur Erinnerung: Das Projekt *${name}* (${price} inkl. MwSt.) ist noch nicht bezahlt. Die Bestellung läuft am ${until} ab. Der Zahlungslink hat Sie nicht per Direktnachricht erreicht: *Zahlungslink anzeigen* weiter oben zeigt ihn Ihnen.`,
  notForYou: 'Den Zahlungslink können nur der Anforderer und die Genehmiger sehen.',
  notKnown:
    'Der Zahlungslink wird gerade bei OVHcloud abgerufen. Bitte versuchen Sie es in einer Minute noch einmal.',
  movedFromRequester: ({ requester }) =>
    `Die App kann ${requester} nicht mehr schreiben, daher geht diese Bestellung hier bei einem Genehmiger weiter. Bisherige Entscheidungen gelten weiterhin.`,
};
