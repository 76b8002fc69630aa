import type { Messages } from '../en.ts';

export const channelRefusals: Messages['channelRefusals'] = {
  directMessage: ({ command }) =>
    `In Direktnachrichten zwischen Personen kann die App nicht schreiben. Es wurde nichts bestellt; geben Sie ${command} in einem Channel ein.`,
  typeElsewhere: ({ errorCode, command }) =>
    `Die App darf in diesem Channel nicht schreiben (${errorCode}), und eine Einladung ändert daran nichts. Es wurde nichts bestellt; geben Sie ${command} in einem anderen Channel ein.`,
  chooseAnother: ({ errorCode }) =>
    `Die App darf in diesem Channel nicht schreiben (${errorCode}), und eine Einladung ändert daran nichts. Wählen Sie einen anderen Channel.`,
  orderElsewhere: 'Bestellen Sie in einem anderen Channel: Die App in diesen einzuladen, hilft nicht.',
};

export const lookups: Messages['lookups'] = {
  groupRefused: ({ group, code }) =>
    `Slack verrät der App nicht, wer in der Nutzergruppe ${group} ist (${code}); Ihre Berechtigung lässt sich daher nicht prüfen. Ein neuer Versuch hilft nicht: Wenden Sie sich an den Betreiber der App.`,
  personRefused: ({ code }) =>
    `Slack zeigt der App Ihr Konto nicht (${code}); Ihre Berechtigung lässt sich daher nicht prüfen. Ein neuer Versuch hilft nicht: Wenden Sie sich an den Betreiber der App.`,
};

export const linkDelivery: Messages['linkDelivery'] = {
  show: 'Zahlungslink anzeigen',
  retrying: ({ orderId, price, requester, errorCode }) =>
    `OVHcloud Bestellung ${orderId} ist aufgegeben (${price} inkl. MwSt.). Der Zahlungslink hat ${requester} noch nicht erreicht: Slack stellt die Direktnachricht nicht zu (${errorCode}). Die App versucht es weiter. Bis dahin können der Anforderer und die Genehmiger den Link hier sehen.`,
  failed: ({ orderId, price, requester, errorCode, approverMentions }) =>
    `${approverMentions} OVHcloud Bestellung ${orderId} ist aufgegeben (${price} inkl. MwSt.), aber der Zahlungslink kann ${requester} nicht per Direktnachricht zugestellt werden (${errorCode}). Der Anforderer und die Genehmiger können ihn hier sehen.`,
  placed: ({ orderId, price }) => `OVHcloud Bestellung ${orderId} ist aufgegeben (${price} inkl. MwSt.).`,
  nextPending:
    'Als Nächstes geht der Zahlungslink an den Anforderer; OVHcloud liefert das Projekt, sobald bezahlt ist.',
  nextForRequester:
    'Der Zahlungslink hat den Anforderer nicht erreicht. *Zahlungslink anzeigen* im Thread zeigt ihn dem Anforderer und den Genehmigern.',
  nextForChannel:
    'Der Zahlungslink konnte nicht in den Thread gestellt werden. *Zahlungslink anzeigen* zeigt ihn dem Anforderer und den Genehmigern.',
  reminder: ({ requester, name, price, until }) =>
    `${requester} zur Erinnerung: Das Projekt *${name}* (${price} inkl. MwSt.) ist noch nicht bezahlt. Die Bestellung verfällt am ${until}. Der Zahlungslink hat Sie nicht per Direktnachricht erreicht: *Zahlungslink anzeigen* weiter oben zeigt ihn Ihnen.`,
  notForYou: 'Den Zahlungslink können nur der Anforderer und die Genehmiger sehen.',
  notKnown:
    'Der Zahlungslink wird gerade bei OVHcloud erfragt. Bitte versuchen Sie es in einer Minute noch einmal.',
  movedFromRequester: ({ requester }) =>
    `Die App kann ${requester} nicht mehr schreiben, daher geht diese Bestellung hier mit einem Genehmiger weiter. Was entschieden wurde, gilt.`,
};
