import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const thread: Messages['thread'] = {
  priceChanged: ({ before, after, names, count }) =>
    plural('de', count, {
      one: `Es wurde nichts bestellt: Der Preis inkl. MwSt. betrug bei der Genehmigung ${before} und beträgt jetzt ${after}. Die Genehmigung von ${names} gilt nicht mehr; bitte entscheiden Sie neu über das Angebot weiter unten.`,
      other: `Es wurde nichts bestellt: Der Preis inkl. MwSt. betrug bei der Genehmigung ${before} und beträgt jetzt ${after}. Die Genehmigungen von ${names} gelten nicht mehr; bitte entscheiden Sie neu über das Angebot weiter unten.`,
    }),
  termsChanged: ({ price, names, count }) =>
    plural('de', count, {
      one: `Es wurde nichts bestellt: Der Preis beträgt weiterhin ${price} inkl. MwSt., aber Bedingungen oder Verträge haben sich geändert. Die Genehmigung von ${names} gilt nicht mehr; bitte entscheiden Sie neu über das Angebot weiter unten.`,
      other: `Es wurde nichts bestellt: Der Preis beträgt weiterhin ${price} inkl. MwSt., aber Bedingungen oder Verträge haben sich geändert. Die Genehmigungen von ${names} gelten nicht mehr; bitte entscheiden Sie neu über das Angebot weiter unten.`,
    }),
  cartChanged: ({ names, count }: { names: string; count: number }) =>
    plural('de', count, {
      one: `Der Warenkorb bei OVHcloud enthielt nicht mehr, was genehmigt wurde; es wurde nichts bestellt. Die Genehmigung von ${names} gilt nicht mehr; bitte prüfen Sie das neue Angebot unten.`,
      other: `Der Warenkorb bei OVHcloud enthielt nicht mehr, was genehmigt wurde; es wurde nichts bestellt. Die Genehmigungen von ${names} gelten nicht mehr; bitte prüfen Sie das neue Angebot unten.`,
    }),
  cartChangedUnapproved:
    'Der Warenkorb bei OVHcloud enthielt nicht mehr, was angeboten wurde. Bitte prüfen Sie das neue Angebot unten.',
  approvalsLost: ({ names, count }: { names: string; count: number }) =>
    plural('de', count, {
      one: `${names} darf nicht mehr genehmigen; diese Genehmigung zählt nicht mehr.`,
      other: `${names} dürfen nicht mehr genehmigen; ihre Genehmigungen zählen nicht mehr.`,
    }),
  approversCalled: ({ people, name }: { people: string; name: string }) =>
    `${people} Sie können jetzt auch über die Bestellung für „${name}“ entscheiden: Die Schaltflächen finden Sie oben.`,
  approvalsNotEnough:
    'Die Genehmigungen reichen für die Bestellung nicht aus; es wurde nichts bestellt. Bitte prüfen Sie die Bestellung erneut.',
  onHold:
    'Diese Bestellung ist angehalten: Ihr Eintrag in der Datenbank wurde außerhalb der App geändert. Die App unternimmt nichts und bestellt nichts, bis der Betreiber der App den Eintrag wiederhergestellt hat.',
  unexpectedOrder: (facts: { requester: string; approverMentions: string; orderId: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} es gibt auch die OVHcloud Bestellung ${facts.orderId} für „${facts.name}“: Ein früherer Bestellvorgang mit unbekanntem Ausgang hat sie doch ausgelöst. Prüfen Sie beide Bestellungen im OVHcloud Kundencenter (Abrechnung > Meine Bestellungen). Bezahlen Sie nicht zweimal; wurde sie schon abgebucht, bitten Sie den OVHcloud Support um Stornierung.`,
  unexpectedOrderUnknown: (facts: { requester: string; approverMentions: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} OVHcloud hat einen Warenkorb von „${facts.name}“ doch bestellt; es gibt also eine Bestellung, die die App nicht findet. Suchen Sie sie im OVHcloud Kundencenter (Abrechnung > Meine Bestellungen), bevor jemand erneut bestellt oder bezahlt.`,
  outcomeUnknown:
    'Die Antwort von OVHcloud auf die Bestellung ging verloren, daher ist nicht bekannt, ob bestellt wurde. ' +
    'Das wird geprüft; bevor es klar ist, wird nichts erneut bestellt.',
  outcomeResolved:
    'Die Antwort von OVHcloud auf die Bestellung ging verloren, daher wurde geprüft, ob bestellt wurde. ' +
    'Was daraus wurde, steht weiter unten.',
  matchAmbiguous: ({ requester, approverMentions, orderIds, name }) =>
    `${requester} ${approverMentions} die Antwort von OVHcloud ging verloren, und vielleicht wurde eine dieser OVHcloud ` +
    `Bestellungen daraus: ${orderIds}. Ein Genehmiger muss sie im OVHcloud Kundencenter ansehen (Abrechnung > Meine ` +
    `Bestellungen) und sagen, welche für „${name}“ ist. Vorher wird nichts weiter bestellt.`,
  matchConfirmed: ({ by, orderId }) => `${by} sagt, es ist die OVHcloud Bestellung ${orderId}.`,
  matchesRejected: ({ by }) => `${by} sagt, es ist keine dieser Bestellungen. Es wird weiter gesucht.`,
  matchNotFound: ({ requester, name }) =>
    `${requester} Die Antwort von OVHcloud ging verloren, und die Bestellung für „${name}“ ist nicht zu sehen, falls es sie ` +
    'gibt. Bitte suchen Sie sie im OVHcloud Kundencenter (Abrechnung > Meine Bestellungen). Hier wird weiter danach gesucht; ein ' +
    'Genehmiger kann das beenden. Es wird nichts erneut bestellt.',
  channelChangedUndecided: ({ from }) =>
    `Die App kann in ${from} nicht mehr schreiben, daher geht diese Bestellung hier weiter. Genehmiger sehen sie hier ` +
    'nicht: Brechen Sie sie ab und bestellen Sie dort, wo die App schreiben darf, oder laden Sie die App dort ein und ' +
    'warten Sie das Ende dieser Bestellung ab.',
  channelChanged: ({ from }) =>
    `Die App kann in ${from} nicht mehr schreiben, daher geht diese Bestellung hier weiter. Was dort entschieden wurde, gilt.`,
  placed: ({ orderId, price, requester }) =>
    `Die OVHcloud Bestellung ${orderId} wurde aufgegeben (${price} inkl. MwSt.). Der Zahlungslink ging als Direktnachricht an ${requester}.`,
  editedReason: 'Der Anforderer hat die Begründung der Bestellung geändert. Das Angebot bleibt, wie es ist.',
  edited: ({ fields }) =>
    `Der Anforderer hat die Bestellung geändert (${fields}): OVHcloud wird um ein neues Angebot gebeten.`,
  editedVoiding: ({ fields, names, count }) =>
    plural('de', count, {
      one: `Der Anforderer hat die Bestellung geändert (${fields}): OVHcloud wird um ein neues Angebot gebeten. Die Genehmigung von ${names} gilt nicht mehr.`,
      other: `Der Anforderer hat die Bestellung geändert (${fields}): OVHcloud wird um ein neues Angebot gebeten. Die Genehmigungen von ${names} gelten nicht mehr.`,
    }),
  fields: {
    projectName: 'Name',
    voucher: 'Gutschein',
    reason: 'Begründung',
    budget: 'Monatsbudget',
    waiveWithdrawal: 'Widerrufsrecht',
  },
  approvalWithdrawn: ({ by }) =>
    `${by} hat die eigene Genehmigung zurückgezogen: Die Bestellung wartet wieder auf Genehmigung.`,
  reminder: ({ approverMentions, name, price }) =>
    `${approverMentions} zur Erinnerung: *${name}* für *${price}* inkl. MwSt. wartet noch auf Ihre Entscheidung.`,
  reminded: 'Alle, die noch nicht entschieden hatten, wurden erinnert.',
  retried: 'Der Anforderer versucht es erneut: OVHcloud wird um ein neues Angebot gebeten.',
  triedAgainBy: ({ by }) =>
    `${by} versucht es für den Anforderer erneut: OVHcloud wird um ein neues Angebot gebeten.`,
};

export const match: Messages['match'] = {
  itIs: ({ orderId }) => `Es ist ${orderId}`,
  itIsTitle: ({ orderId }) => `Ist es die OVHcloud Bestellung ${orderId}?`,
  itIsText: ({ orderId, name }) =>
    `Vergewissern Sie sich zuerst im OVHcloud Kundencenter: Die Bestellung ${orderId} gilt dann als die des Projekts „${name}“, und ihr Zahlungslink wird ausgegeben.`,
  none: 'Keine davon',
  noneTitle: 'Keine dieser Bestellungen?',
  noneText: ({ name }) =>
    `Vergewissern Sie sich zuerst im OVHcloud Kundencenter: Das Projekt „${name}“ kann dann erneut bestellt werden.`,
  stop: 'Suche beenden',
  stopTitle: 'Die Suche beenden?',
  stopText: ({ name }) =>
    `Die Bestellung von „${name}“ endet dann hier. Hat OVHcloud sie doch angenommen, ist sie nur im Kundencenter zu finden und zu bezahlen.`,
  back: 'Zurück',
};
