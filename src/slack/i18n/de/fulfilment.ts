import type { Messages } from '../en.ts';

export const fulfilment: Messages['fulfilment'] = {
  progress: {
    checking: 'OVHcloud prüft sie vor der Lieferung; es ist nichts zu tun.',
    under_review: 'Mitarbeitende von OVHcloud prüfen sie vor der Lieferung; es ist nichts zu tun.',
    documents_requested: 'OVHcloud wartet auf Unterlagen vom Inhaber des Accounts, bevor es sie liefert.',
    delivering: 'OVHcloud liefert sie.',
    delivered: 'OVHcloud hat sie geliefert; das Projekt erscheint in wenigen Minuten.',
  },
  deliveredOverdue:
    'OVHcloud hat sie geliefert, aber ihr Projekt ist noch nicht zu sehen; es wird weiter gesucht.',
  cancelling: ({ orderId }) => `OVHcloud storniert seine Bestellung ${orderId}.`,
  paid: ({ orderId }) => `*Bezahlt*: die OVHcloud Bestellung ${orderId}.`,
  charged: ({ orderId }) =>
    `*Das Zahlungsmittel des Accounts wurde belastet*: für die OVHcloud Bestellung ${orderId}.`,
  confirmed: ({ orderId }) => `*Bestätigt*: die OVHcloud Bestellung ${orderId}, die nichts kostet.`,
  ready: ({ projectId }) => `*Bereit*: Das Projekt hat die ID \`${projectId}\`.`,
  paymentExpired: ({ orderId }) =>
    `*Verfallen*: Die OVHcloud Bestellung ${orderId} wurde nicht rechtzeitig bezahlt.`,
  cancelled: '*Bei OVHcloud storniert*: siehe Thread.',

  nextUntil: ({ until }) => `Sie verfällt, wenn sie nicht bezahlt wird bis: ${until}.`,
  nextFreeUntil: ({ until }) => `Sie verfällt, wenn sie nicht bestätigt wird bis: ${until}.`,
  nextFree:
    'Als Nächstes: Sie kostet nichts, aber jemand muss sie über den Zahlungslink mit einem Klick bestätigen.',
  nextReady: 'Als Nächstes: Die ID des Projekts und ein Link dorthin erscheinen hier.',
  nextDocuments: 'Im Thread steht, was OVHcloud von wem will.',
  nextPaymentExpired: 'Es wurde nichts bezahlt. „Erneut versuchen“ steht im Thread.',
  openProject: 'Im OVHcloud Kundencenter öffnen',

  settled: ({ orderId, name, price }) =>
    `OVHcloud Bestellung *${orderId}* für das Projekt *${name}*: ${price} inkl. MwSt. Sie ist bezahlt.`,
  over: ({ orderId }) =>
    `Die OVHcloud Bestellung *${orderId}* wurde aufgegeben und ist beendet. Bitte nicht mehr bezahlen.`,

  paymentFailed: ({ requester, orderId }) =>
    `${requester} die Zahlung der OVHcloud Bestellung ${orderId} hat nicht geklappt. Sie kann über den Zahlungslink noch einmal bezahlt werden.`,
  paymentHadFailed: ({ orderId }) => `Eine Zahlung der OVHcloud Bestellung ${orderId} hat nicht geklappt.`,
  countedAsPaid: ({ orderId }) =>
    `Die OVHcloud Bestellung ${orderId} galt erst als bezahlt, aber diese Zahlung hat nicht geklappt.`,
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
  otherName: ({ atOvh }) => `Bei OVHcloud heißt es „${atOvh}“.`,
  noName: 'Bei OVHcloud hat es noch keinen Namen.',
  orderExpired: ({ orderId }) =>
    `Die OVHcloud Bestellung ${orderId} wurde nicht rechtzeitig bezahlt und ist verfallen. Es wurde nichts bezahlt. Bitte den Zahlungslink nicht mehr benutzen.`,

  paidAfterExpiry: ({ orderId }) =>
    `Die OVHcloud Bestellung ${orderId} war hier verfallen, wurde aber doch noch bezahlt.`,
  directReady: ({ name, projectId }) => `Ihr Projekt *${name}* ist bereit. Seine ID ist \`${projectId}\`.`,
  directPaymentExpired: ({ name, orderId, channel }) =>
    `Ihre Bestellung des Projekts *${name}* in ${channel} (OVHcloud Bestellung ${orderId}) wurde nicht rechtzeitig bezahlt und ist verfallen. Es wurde nichts bezahlt; „Erneut versuchen“ steht in ihrem Thread.`,
  directPaidAfterExpiry: ({ name, orderId, channel }) =>
    `Ihre Bestellung des Projekts *${name}* in ${channel} (OVHcloud Bestellung ${orderId}) war verfallen, wurde aber doch noch bezahlt. Wie es weitergeht, steht in ihrem Thread.`,
};
