import type { Messages } from '../en.ts';

export const root: Messages['root'] = {
  title: ({ name }) => `Public-Cloud-Projekt „${name}“`,
  asked: ({ requester, name }) => `${requester} hat das Public-Cloud-Projekt „${name}“ angefordert.`,
  id: ({ id }) => `Bestellung ${id}`,
  unexpectedOrder: ({ orderId }: { orderId: string }) =>
    `Es gibt auch die OVHcloud-Bestellung ${orderId}: vor dem Bezahlen den Thread lesen.`,
  unexpectedOrderUnknown:
    'Es gibt eine OVHcloud-Bestellung, die die App nicht findet: vor dem Bezahlen den Thread lesen.',
  status: {
    recovered: ({ orderId }: { orderId: string }) =>
      `*Bestellt*, bevor die Datenbank der App wiederhergestellt wurde: OVHcloud-Bestellung ${orderId}.`,
    preparing: ({ requester }) => `*Angebot wird vorbereitet* für ${requester}…`,
    noQuote: '*Noch kein Angebot von OVHcloud.*',
    waiting: '*Wartet auf Genehmigung* im Thread.',
    waitingForMore: ({ given, required }) =>
      `*Wartet auf Genehmigung* im Thread: ${given} von ${required} erteilt.`,
    approved: ({ approvers }) => `*Genehmigt* von ${approvers}. Es wird bestellt…`,
    outcomeUnknown: '*Es wird bei OVHcloud geprüft, ob bestellt wurde.*',
    ordered: ({ approvers, orderId }) =>
      `*Bestellt*, genehmigt von ${approvers}. OVHcloud Bestellung ${orderId}.`,
    rejected: ({ by }) => `*Abgelehnt* von ${by}.`,
    cancelled: ({ requester }) => `*Abgebrochen* von ${requester}.`,
    expired: '*Abgelaufen*: nicht rechtzeitig genehmigt.',
    failed: '*Nicht bestellt*: Warum, und was zu tun ist, steht im Thread.',
    paidAfterExpiry: '*Doch noch bezahlt*, als sie hier schon verfallen war: siehe Thread.',
    orderNotFound: '*Beendet*: Die Bestellung wurde bei OVHcloud nicht gefunden. Siehe Thread.',
  },
  next: {
    preparing: 'Danach: Der Preis erscheint hier, und die Genehmiger entscheiden im Thread.',
    noQuote:
      'OVHcloud antwortet gerade nicht. Zehn Minuten lang wird von selbst wieder gefragt; es ist nichts zu tun.',
    waitingForChannel:
      'Danach: Nach der Genehmigung wird bestellt, und der Zahlungslink erscheint hier. Vorher wird nichts bezahlt.',
    waitingForRequester:
      'Danach: Nach der Genehmigung wird bestellt, und der Anforderer erhält den Zahlungslink. Vorher wird nichts bezahlt.',
    waitingAutoPay:
      'Danach: Nach der Genehmigung wird bestellt und das Zahlungsmittel des Accounts belastet.',
    retrying: 'OVHcloud antwortet gerade nicht; es wird von selbst wieder gefragt.',
    outcomeUnknown: 'Die Antwort ging verloren. Bevor das bekannt ist, wird nichts erneut bestellt.',
    orderedForChannel:
      'Danach: Jemand bezahlt über den Zahlungslink; OVHcloud stellt dann das Projekt bereit.',
    orderedForRequester:
      'Danach: Es wird über den Zahlungslink bezahlt, den der Anforderer hat; OVHcloud stellt dann das Projekt bereit.',
    orderedAutoPay:
      'OVHcloud belastet das Zahlungsmittel des Accounts. Klappt das nicht, kann die Bestellung über ihren Zahlungslink bezahlt werden.',
    trackingLost: ({ since }) =>
      `Die App sieht nicht mehr, wie es um die Bestellung steht (seit: ${since}): OVHcloud sagt es nicht. Es wird von selbst wieder gefragt; hält das an, sagen Sie dem Betreiber dieser App Bescheid.`,
    nothingOrdered: 'Es wurde nichts bestellt.',
    askAgain: 'Es wurde nichts bestellt. Geben Sie /order-cloud ein, um erneut anzufragen.',
  },
};
