import type { Messages } from '../en.ts';

export const fulfilment: Messages['fulfilment'] = {
  progress: {
    checking: 'OVHcloud prüft sie vor der Lieferung; Sie müssen nichts tun.',
    under_review: 'Mitarbeitende von OVHcloud prüfen sie vor der Lieferung; Sie müssen nichts tun.',
    documents_requested: 'OVHcloud wartet auf Unterlagen vom Inhaber des Accounts; siehe Thread.',
    delivering: 'OVHcloud liefert sie.',
    delivered: 'OVHcloud hat sie geliefert; das Projekt erscheint in wenigen Minuten.',
  },
  deliveredOverdue:
    'OVHcloud hat sie geliefert, aber ihr Projekt ist noch nicht zu finden; die App sucht weiter.',
  cancelling: ({ orderId }) => `OVHcloud storniert seine Bestellung ${orderId}.`,
  paid: ({ orderId }) => `*Bezahlt*: die OVHcloud Bestellung ${orderId}.`,
  charged: ({ orderId }) =>
    `*Das Zahlungsmittel des Accounts wurde belastet*: für die OVHcloud Bestellung ${orderId}.`,
  confirmed: ({ orderId }) => `*Bestätigt*: die OVHcloud Bestellung ${orderId}, die nichts kostet.`,
  ready: ({ projectId }) => `*Bereit*: Projekt \`${projectId}\``,
  readyUnverified: ({ projectId }) =>
    `*Geliefert*: Projekt \`${projectId}\`. Die App konnte es nicht lesen; siehe Thread.`,
  paymentExpired: ({ orderId }) =>
    `*Abgelaufen*: Die OVHcloud Bestellung ${orderId} wurde nicht rechtzeitig bezahlt.`,
  paymentUnknown: ({ orderId }) =>
    `*Beendet*: OVHcloud sagt nicht, ob die Bestellung ${orderId} rechtzeitig bezahlt wurde.`,

  nextUntil: ({ until }) => `Ohne Bezahlung läuft sie ab: ${until}.`,
  nextFreeUntil: ({ until }) => `Ohne Bestätigung läuft sie ab: ${until}.`,
  nextFree:
    'Als Nächstes: Sie kostet nichts, aber jemand muss sie über den Zahlungslink mit einem Klick bestätigen.',
  nextPaymentExpired: 'Es wurde nichts bezahlt. Wählen Sie im Thread *Erneut versuchen*.',
  nextPaymentUnknown:
    'Suchen Sie sie im OVHcloud Kundencenter, bevor Sie im Thread *Erneut versuchen* wählen.',
  openProject: 'Im OVHcloud Kundencenter öffnen',

  over: ({ orderId }) =>
    `Die OVHcloud Bestellung *${orderId}* wurde aufgegeben und ist beendet. Bitte nicht mehr bezahlen.`,

  paymentFailed: ({ requester, orderId }) =>
    `${requester} die Zahlung der OVHcloud Bestellung ${orderId} hat nicht geklappt. Sie können sie über den Zahlungslink wiederholen.`,
  paymentHadFailed: ({ orderId }) =>
    `Die OVHcloud Bestellung ${orderId} galt zunächst als bezahlt, aber diese Zahlung hat nicht geklappt.`,
  reminder: ({ requester, name, price, until }) =>
    `${requester} zur Erinnerung: Das Projekt *${name}* (${price} inkl. MwSt.) ist noch nicht bezahlt. Die Bestellung verfällt: ${until}; der Zahlungslink steht oben.`,
  reminderFree: ({ requester, name, until }) =>
    `${requester} zur Erinnerung: Das Projekt *${name}* kostet nichts, braucht aber noch einen Klick über den Zahlungslink. Die Bestellung verfällt: ${until}.`,
  reminderDirect: ({ requester, name, price, until }) =>
    `${requester} zur Erinnerung: Das Projekt *${name}* (${price} inkl. MwSt.) ist noch nicht bezahlt. Die Bestellung verfällt: ${until}; der Zahlungslink steht in einer Direktnachricht.`,
  notCharged: ({ requester, orderId }) =>
    `${requester} OVHcloud hat für die Bestellung ${orderId} das Zahlungsmittel des Accounts bisher nicht belastet. Sie kann stattdessen über den Zahlungslink bezahlt werden.`,
  reminded: 'An die Zahlung wurde erinnert.',
  documents: ({ requester, orderId }) =>
    `${requester} OVHcloud will Unterlagen, bevor es die Bestellung ${orderId} liefert: Welche, findet der Inhaber des OVHcloud Accounts im Kundencenter und in den E-Mails von OVHcloud. Bitten Sie diese Person, sie zu schicken.`,
  documentsSettled: 'OVHcloud wollte Unterlagen vom Inhaber des Accounts.',
  projectOverdue: ({ requester, orderId }) =>
    `${requester} Laut OVHcloud ist die Bestellung ${orderId} geliefert, aber ihr Projekt ist noch nicht zu sehen. Es wird weiter gesucht; bleibt es aus, kann der Inhaber des Accounts den OVHcloud Support fragen.`,
  projectWasOverdue: 'Das Projekt brauchte länger als üblich, um zu erscheinen.',
  projectReady: ({ name, projectId }) => `Das Projekt *${name}* ist bereit. Seine ID ist \`${projectId}\`.`,
  projectUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud hat das Projekt *${name}* geliefert. Seine ID ist laut OVHcloud Bestellung ${orderId} \`${projectId}\`.`,
  unverified: {
    forbidden: ({ answer }) =>
      `Die App konnte das Projekt nicht lesen: OVHcloud erlaubt es ihr nicht (${answer}). Der Betreiber dieser App kann ihrem Schlüssel das Recht GET /cloud/project/… geben, oder der Administrator des Accounts publicCloudProject:apiovh:get in der Zugriffsrichtlinie erlauben.`,
    not_shown: ({ answer }) =>
      `Die App konnte das Projekt nicht lesen: OVHcloud zeigt es nicht (${answer}). Ist es auch im Kundencenter nicht zu sehen, kann der Inhaber des Accounts den OVHcloud Support fragen.`,
    no_answer: 'Die App konnte das Projekt nicht lesen: OVHcloud hat nicht geantwortet.',
    creating: 'Laut OVHcloud wird es noch angelegt.',
  },
  otherName: ({ atOvh }) => `Bei OVHcloud heißt es „${atOvh}“.`,
  noName: 'Bei OVHcloud hat es noch keinen Namen.',
  orderExpired: ({ orderId }) =>
    `Die OVHcloud Bestellung ${orderId} wurde nicht rechtzeitig bezahlt und ist verfallen. Es wurde nichts bezahlt. Bitte den Zahlungslink nicht mehr benutzen.`,
  orderPaymentUnknown: ({ orderId }) =>
    `OVHcloud sagt nicht, ob die Bestellung ${orderId} rechtzeitig bezahlt wurde; deshalb endet diese Bestellung hier. Bitte den Zahlungslink nicht mehr benutzen, und die Bestellung im OVHcloud Kundencenter suchen (Abrechnung > Meine Bestellungen), bevor dieses Projekt erneut bestellt wird. Stellt sich heraus, dass sie bezahlt ist, geht diese Bestellung weiter.`,

  paidAfterExpiry: ({ orderId }) =>
    `Die OVHcloud Bestellung ${orderId} war hier verfallen, wurde aber doch noch bezahlt.`,
  directReady: ({ name, projectId }) => `Ihr Projekt *${name}* ist bereit. Seine ID ist \`${projectId}\`.`,
  directUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud hat Ihr Projekt *${name}* geliefert. Seine ID ist laut OVHcloud Bestellung ${orderId} \`${projectId}\`.`,
};
