import type { Messages } from '../en.ts';

export const fulfilment: Messages['fulfilment'] = {
  progress: {
    checking: 'OVHcloud prüft die Bestellung vor der Lieferung; Sie müssen nichts tun.',
    under_review:
      'Bei OVHcloud wird die Bestellung vor der Lieferung von Hand geprüft; Sie müssen nichts tun.',
    documents_requested: 'OVHcloud wartet auf Unterlagen vom Inhaber des Accounts; siehe Thread.',
    delivering: 'OVHcloud liefert die Bestellung.',
    delivered: 'OVHcloud hat geliefert; das Projekt erscheint in wenigen Minuten.',
  },
  deliveredOverdue:
    'OVHcloud hat geliefert, aber das Projekt ist noch nicht zu finden; die App sucht weiter.',
  cancelling: ({ orderId }) => `OVHcloud storniert die Bestellung ${orderId}.`,
  paid: ({ orderId }) => `*Bezahlt*: OVHcloud-Bestellung ${orderId}.`,
  charged: ({ orderId }) => `*Zahlungsmittel des Accounts belastet*: OVHcloud-Bestellung ${orderId}.`,
  confirmed: ({ orderId }) => `*Bestätigt*: OVHcloud-Bestellung ${orderId}, die nichts kostet.`,
  ready: ({ projectId }) => `*Bereit*: Projekt \`${projectId}\``,
  readyUnverified: ({ projectId }) =>
    `*Geliefert*: Projekt \`${projectId}\`. Die App konnte es nicht abrufen; siehe Thread.`,
  paymentExpired: ({ orderId }) =>
    `*Abgelaufen*: Die OVHcloud-Bestellung ${orderId} wurde nicht rechtzeitig bezahlt.`,
  paymentUnknown: ({ orderId }) =>
    `*Beendet*: OVHcloud teilt nicht mit, ob die Bestellung ${orderId} rechtzeitig bezahlt wurde.`,

  nextUntil: ({ until }) => `Ohne Bezahlung läuft die Bestellung am ${until} ab.`,
  nextFreeUntil: ({ until }) => `Ohne Bestätigung läuft die Bestellung am ${until} ab.`,
  nextFree:
    'Als Nächstes muss jemand die Bestellung mit einem Klick auf den Zahlungslink bestätigen; sie kostet nichts.',
  nextPaymentExpired: 'Es wurde nichts bezahlt. Klicken Sie im Thread auf *Erneut versuchen*.',
  nextPaymentUnknown:
    'Suchen Sie die Bestellung im OVHcloud-Kundencenter, bevor Sie im Thread auf *Erneut versuchen* klicken.',
  openProject: 'Im OVHcloud-Kundencenter öffnen',

  over: ({ orderId }) =>
    `Die OVHcloud-Bestellung *${orderId}* wurde aufgegeben und ist beendet. Bitte nicht mehr bezahlen.`,

  paymentFailed: ({ requester, orderId }) =>
    `${requester} Die Zahlung der OVHcloud-Bestellung ${orderId} hat nicht geklappt. Sie können die Zahlung über den Zahlungslink erneut versuchen.`,
  paymentHadFailed: ({ orderId }) =>
    `Die OVHcloud-Bestellung ${orderId} wurde zunächst als bezahlt gemeldet, aber diese Zahlung hat nicht geklappt.`,
  reminder: ({ requester, name, price, until }) =>
    `${requester} Zur Erinnerung: Das Projekt *${name}* (${price} inkl. MwSt.) ist noch nicht bezahlt. Die Bestellung läuft am ${until} ab; den Zahlungslink finden Sie weiter oben.`,
  reminderFree: ({ requester, name, until }) =>
    `${requester} Zur Erinnerung: Die Bestellung für *${name}* kostet nichts, braucht aber noch einen Klick auf den Zahlungslink. Sie läuft am ${until} ab.`,
  reminderDirect: ({ requester, name, price, until }) =>
    `${requester} Zur Erinnerung: Das Projekt *${name}* (${price} inkl. MwSt.) ist noch nicht bezahlt. Die Bestellung läuft am ${until} ab; den Zahlungslink haben Sie in einer Direktnachricht.`,
  notCharged: ({ requester, orderId }) =>
    `${requester} OVHcloud hat das Zahlungsmittel des Accounts für die Bestellung ${orderId} bisher nicht belastet. Die Bestellung kann stattdessen über den Zahlungslink bezahlt werden.`,
  reminded: 'Der Anforderer wurde an die Zahlung erinnert.',
  documents: ({ requester, orderId }) =>
    `${requester} OVHcloud verlangt Unterlagen, bevor die Bestellung ${orderId} geliefert wird. Welche, erfährt der Inhaber des OVHcloud-Accounts im Kundencenter und in den E-Mails von OVHcloud. Bitten Sie diese Person, sie einzureichen.`,
  documentsSettled: 'OVHcloud hatte Unterlagen vom Inhaber des Accounts verlangt.',
  projectOverdue: ({ requester, orderId }) =>
    `${requester} Laut OVHcloud ist die Bestellung ${orderId} geliefert, aber das Projekt ist noch nicht zu finden. Die App sucht weiter; taucht es nicht auf, kann sich der Inhaber des Accounts an den OVHcloud-Support wenden.`,
  projectWasOverdue: 'Es hat länger als üblich gedauert, bis das Projekt erschien.',
  projectReady: ({ name, projectId }) =>
    `Das Projekt *${name}* ist bereit. Die Projekt-ID lautet \`${projectId}\`.`,
  projectUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud hat das Projekt *${name}* geliefert. Laut OVHcloud-Bestellung ${orderId} lautet die Projekt-ID \`${projectId}\`.`,
  unverified: {
    forbidden: ({ answer }) =>
      `Die App konnte das Projekt nicht abrufen: OVHcloud erlaubt es nicht (${answer}). Der Betreiber der App kann ihrem Schlüssel die Berechtigung GET /cloud/project/… geben, oder der Administrator des Accounts kann publicCloudProject:apiovh:get in der Zugriffsrichtlinie erlauben.`,
    not_shown: ({ answer }) =>
      `Die App konnte das Projekt nicht abrufen: OVHcloud zeigt es nicht an (${answer}). Ist es auch im Kundencenter nicht zu finden, kann sich der Inhaber des Accounts an den OVHcloud-Support wenden.`,
    no_answer: 'Die App konnte das Projekt nicht abrufen: OVHcloud hat nicht geantwortet.',
    creating: 'Laut OVHcloud wird es noch erstellt.',
  },
  otherName: ({ atOvh }) => `Bei OVHcloud heißt es „${atOvh}“.`,
  noName: 'Bei OVHcloud hat es noch keinen Namen.',
  orderExpired: ({ orderId }) =>
    `Die OVHcloud-Bestellung ${orderId} wurde nicht rechtzeitig bezahlt und ist abgelaufen. Es wurde nichts bezahlt. Bitte verwenden Sie den Zahlungslink nicht mehr.`,
  orderPaymentUnknown: ({ orderId }) =>
    `OVHcloud teilt nicht mit, ob die OVHcloud-Bestellung ${orderId} rechtzeitig bezahlt wurde; deshalb endet diese Bestellung hier. Bitte verwenden Sie den Zahlungslink nicht mehr. Suchen Sie die OVHcloud-Bestellung im Kundencenter (Abrechnung > Meine Bestellungen), bevor Sie dieses Projekt erneut bestellen. Stellt sich heraus, dass sie bezahlt ist, geht es hier weiter.`,

  paidAfterExpiry: ({ orderId }) =>
    `Die OVHcloud-Bestellung ${orderId} war hier abgelaufen, wurde aber doch noch bezahlt.`,
  directReady: ({ name, projectId }) =>
    `Ihr Projekt *${name}* ist bereit. Die Projekt-ID lautet \`${projectId}\`.`,
  directUnverified: ({ name, projectId, orderId }) =>
    `OVHcloud hat Ihr Projekt *${name}* geliefert. Laut OVHcloud-Bestellung ${orderId} lautet die Projekt-ID \`${projectId}\`.`,
};
