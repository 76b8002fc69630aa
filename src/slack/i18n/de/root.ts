import type { Messages } from '../en.ts';

export const root: Messages['root'] = {
  title: ({ name, price }) => `${name} · ${price} inkl. MwSt.`,
  asked: ({ requester, name }) => `${requester} fordert das Public-Cloud-Projekt „${name}“ an.`,
  askedFor: ({ requester, name, price }) =>
    `${requester} fordert das Public-Cloud-Projekt „${name}“ für ${price} inkl. MwSt. an.`,
  statusBy: ({ status, requester }) => `${status} · angefordert von ${requester}`,
  requestedBy: ({ requester }) => `Angefordert von ${requester}`,
  id: ({ id }) => `Bestellung ${id}`,
  unexpectedOrder: ({ orderId }) =>
    `Es gibt auch die OVHcloud-Bestellung ${orderId}: Bitte vor dem Genehmigen oder Bezahlen den Thread lesen.`,
  unexpectedOrderUnknown:
    'Es gibt eine OVHcloud-Bestellung, die die App nicht findet: Bitte vor dem Genehmigen oder Bezahlen den Thread lesen.',
  status: {
    recovered: ({ orderId }) =>
      `*Bestellt*, bevor die Datenbank der App wiederhergestellt wurde · OVHcloud-Bestellung ${orderId}`,
    preparing: '*Angebot wird vorbereitet*',
    noQuote: '*Noch kein Angebot von OVHcloud*',
    waiting: '*Wartet auf Genehmigung*',
    waitingForMore: ({ given, required }) => `*Wartet auf Genehmigung* (${given} von ${required})`,
    approved: ({ approvers }) => `*Genehmigt* von ${approvers}, wird bestellt`,
    outcomeUnknown: '*Die App prüft bei OVHcloud, ob bestellt wurde*',
    ordered: ({ approvers, orderId }) =>
      `*Bestellt*, genehmigt von ${approvers} · OVHcloud-Bestellung ${orderId}`,
    rejected: ({ by }) => `*Abgelehnt* von ${by}.`,
    cancelled: ({ by }) => `*Abgebrochen* von ${by}.`,
    expired: '*Abgelaufen*: nicht rechtzeitig genehmigt.',
  },
  failed: {
    failed: '*Nicht bestellt*:',
    ovh_order_cancelled: '*Bei OVHcloud storniert*:',
    ovh_order_not_found: '*Beendet*, OVHcloud-Bestellung nicht gefunden:',
    status_unknown: '*Beendet*, Status unbekannt:',
    project_not_found: '*Beendet*, Projekt nicht gefunden:',
    paid_after_expiry: '*Bezahlt, nachdem sie hier abgelaufen war*:',
  },
  next: {
    preparing: 'Als Nächstes erscheint hier der Preis, und die Genehmiger werden im Thread gefragt.',
    noQuote:
      'OVHcloud antwortet nicht. Die App versucht es zehn Minuten lang automatisch weiter; Sie müssen nichts tun.',
    noQuoteError: ({ error }) =>
      `OVHcloud antwortet mit einem Fehler (${error}). Die App versucht es zehn Minuten lang automatisch weiter; Sie müssen nichts tun.`,
    waitingForChannel: ({ until }) =>
      `Bis zum ${until} kann im Thread genehmigt werden. Nach der Genehmigung wird bestellt, und der Zahlungslink erscheint dort.`,
    waitingForRequester: ({ until }) =>
      `Bis zum ${until} kann im Thread genehmigt werden. Nach der Genehmigung wird bestellt, und der Anforderer erhält den Zahlungslink.`,
    waitingAutoPay: ({ until }) =>
      `Bis zum ${until} kann im Thread genehmigt werden. Nach der Genehmigung wird bestellt und der Account belastet.`,
    retrying: 'OVHcloud antwortet gerade nicht; die App versucht es weiter.',
    delayedError: ({ error }) =>
      `OVHcloud antwortet gerade mit einem Fehler (${error}); die App versucht es weiter.`,
    outcomeUnknown: 'Die Antwort ging verloren. Bevor das geklärt ist, wird nichts erneut bestellt.',
    orderedForChannel: 'Als Nächstes bezahlt jemand über den Zahlungslink im Thread.',
    orderedForRequester: 'Als Nächstes bezahlt der Anforderer, der den Zahlungslink hat.',
    orderedAutoPay:
      'OVHcloud belastet das Zahlungsmittel des Accounts. Klappt das nicht, kann die Bestellung über den Zahlungslink bezahlt werden.',
    trackingLost: ({ since }) =>
      `Seit dem ${since} teilt OVHcloud nicht mit, wie es um die Bestellung steht. Die App fragt weiter nach; hält das an, informieren Sie den Betreiber der App.`,
  },
};
