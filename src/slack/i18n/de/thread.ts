import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const thread: Messages['thread'] = {
  priceChanged: ({ before, after, names, count }) =>
    plural('de', count, {
      one: `Es wurde nichts bestellt: Der Preis inkl. MwSt. betrug bei der Genehmigung ${before} und beträgt jetzt ${after}. Die Genehmigung von ${names} gilt nicht mehr; bitte prüfen Sie das neue Angebot weiter unten.`,
      other: `Es wurde nichts bestellt: Der Preis inkl. MwSt. betrug bei der Genehmigung ${before} und beträgt jetzt ${after}. Die Genehmigungen von ${names} gelten nicht mehr; bitte prüfen Sie das neue Angebot weiter unten.`,
    }),
  termsChanged: ({ price, names, count }) =>
    plural('de', count, {
      one: `Es wurde nichts bestellt: Der Preis beträgt weiterhin ${price} inkl. MwSt., aber Konditionen oder Vertragsbedingungen haben sich geändert. Die Genehmigung von ${names} gilt nicht mehr; bitte prüfen Sie das neue Angebot weiter unten.`,
      other: `Es wurde nichts bestellt: Der Preis beträgt weiterhin ${price} inkl. MwSt., aber Konditionen oder Vertragsbedingungen haben sich geändert. Die Genehmigungen von ${names} gelten nicht mehr; bitte prüfen Sie das neue Angebot weiter unten.`,
    }),
  cartChanged: ({ names, count }: { names: string; count: number }) =>
    plural('de', count, {
      one: `Der Warenkorb bei OVHcloud enthielt nicht mehr das, was genehmigt wurde; deshalb wurde nichts bestellt. Die Genehmigung von ${names} gilt nicht mehr; bitte prüfen Sie das neue Angebot weiter unten.`,
      other: `Der Warenkorb bei OVHcloud enthielt nicht mehr das, was genehmigt wurde; deshalb wurde nichts bestellt. Die Genehmigungen von ${names} gelten nicht mehr; bitte prüfen Sie das neue Angebot weiter unten.`,
    }),
  cartChangedUnapproved:
    'Der Warenkorb bei OVHcloud enthielt nicht mehr das, was angeboten wurde. Bitte prüfen Sie das neue Angebot weiter unten.',
  approvalsLost: ({ names, count }: { names: string; count: number }) =>
    plural('de', count, {
      one: `${names} darf nicht mehr genehmigen; diese Genehmigung zählt nicht mehr.`,
      other: `${names} dürfen nicht mehr genehmigen; ihre Genehmigungen zählen nicht mehr.`,
    }),
  approversCalled: ({ people, name }: { people: string; name: string }) =>
    `${people} Sie können jetzt auch über die Bestellung für „${name}“ entscheiden: Die Schaltflächen finden Sie weiter oben.`,
  approvalsNotEnough:
    'Die Genehmigungen reichen für die Bestellung nicht aus; deshalb wurde nichts bestellt. Bitte prüfen Sie die Bestellung erneut.',
  onHold:
    'Diese Bestellung ist angehalten, weil ihr Eintrag in der Datenbank außerhalb der App geändert wurde. Die App unternimmt nichts und bestellt nichts, bis ihr Betreiber den Eintrag wiederhergestellt hat.',
  unexpectedOrder: (facts: { requester: string; approverMentions: string; orderId: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} Es gibt auch die OVHcloud-Bestellung ${facts.orderId} für „${facts.name}“: Ein früherer Bestellvorgang mit unbekanntem Ausgang hat sie doch ausgelöst. Prüfen Sie beide Bestellungen im OVHcloud-Kundencenter (Abrechnung > Meine Bestellungen). Bezahlen Sie nicht zweimal; wurde die OVHcloud-Bestellung ${facts.orderId} schon abgebucht, bitten Sie den OVHcloud-Support, sie zu stornieren.`,
  unexpectedOrderUnknown: (facts: { requester: string; approverMentions: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} Ein Warenkorb für „${facts.name}“ wurde bei OVHcloud doch bestellt; es gibt also eine Bestellung, die die App nicht findet. Suchen Sie die Bestellung im OVHcloud-Kundencenter (Abrechnung > Meine Bestellungen), bevor jemand erneut bestellt oder bezahlt.`,
  outcomeUnknown:
    'Die Antwort von OVHcloud auf die Bestellung ging verloren, daher ist nicht bekannt, ob bestellt wurde. ' +
    'Die App prüft das; bevor es geklärt ist, wird nichts erneut bestellt.',
  outcomeResolved:
    'Die Antwort von OVHcloud auf die Bestellung ging verloren, daher wurde geprüft, ob bestellt wurde. ' +
    'Das Ergebnis steht weiter unten.',
  matchAmbiguous: ({ requester, approverMentions, orderIds, name }) =>
    `${requester} ${approverMentions} Die Antwort von OVHcloud auf die Bestellung ging verloren. Vielleicht ist daraus eine ` +
    `dieser OVHcloud-Bestellungen geworden: ${orderIds}. Ein Genehmiger muss sie im OVHcloud-Kundencenter ansehen ` +
    `(Abrechnung > Meine Bestellungen) und angeben, welche zu „${name}“ gehört. Vorher wird nichts weiter bestellt.`,
  matchConfirmed: ({ by, orderId }) => `Laut ${by} ist es die OVHcloud-Bestellung ${orderId}.`,
  matchesRejected: ({ by }) => `Laut ${by} ist es keine dieser Bestellungen. Die Suche geht weiter.`,
  matchNotFound: ({ requester, name }) =>
    `${requester} Die Antwort von OVHcloud ging verloren, und eine mögliche Bestellung für „${name}“ war nicht zu finden. ` +
    'Bitte suchen Sie danach im OVHcloud-Kundencenter (Abrechnung > Meine Bestellungen). Die App sucht weiter; ein ' +
    'Genehmiger kann das beenden. Es wird nichts erneut bestellt.',
  channelChangedUndecided: ({ from }) =>
    `Die App kann in ${from} nicht mehr schreiben, daher geht diese Bestellung hier weiter. Genehmiger sehen sie hier ` +
    `nicht: Brechen Sie sie ab und bestellen Sie dort erneut, wo die App schreiben darf. Oder laden Sie die App in ${from} ` +
    'ein und warten Sie, bis diese Bestellung beendet ist.',
  channelChanged: ({ from }) =>
    `Die App kann in ${from} nicht mehr schreiben, daher geht diese Bestellung hier weiter. Was dort entschieden wurde, gilt weiterhin.`,
  placed: ({ orderId, price, requester }) =>
    `Die OVHcloud-Bestellung ${orderId} wurde aufgegeben (${price} inkl. MwSt.). Der Zahlungslink ging als Direktnachricht an ${requester}.`,
  editedReason: 'Der Anforderer hat die Begründung der Bestellung geändert. Das Angebot bleibt, wie es ist.',
  edited: ({ fields }) =>
    `Der Anforderer hat die Bestellung geändert (${fields}): Bei OVHcloud wird ein neues Angebot eingeholt.`,
  editedVoiding: ({ fields, names, count }) =>
    plural('de', count, {
      one: `Der Anforderer hat die Bestellung geändert (${fields}): Bei OVHcloud wird ein neues Angebot eingeholt. Die Genehmigung von ${names} gilt nicht mehr.`,
      other: `Der Anforderer hat die Bestellung geändert (${fields}): Bei OVHcloud wird ein neues Angebot eingeholt. Die Genehmigungen von ${names} gelten nicht mehr.`,
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
    `${approverMentions} Zur Erinnerung: *${name}* für *${price}* inkl. MwSt. wartet noch auf Ihre Entscheidung.`,
  reminded: 'Alle, die noch nicht entschieden hatten, wurden erinnert.',
  retried: 'Der Anforderer versucht es erneut: Bei OVHcloud wird ein neues Angebot eingeholt.',
  triedAgainBy: ({ by }) =>
    `${by} versucht es für den Anforderer erneut: Bei OVHcloud wird ein neues Angebot eingeholt.`,
};

export const match: Messages['match'] = {
  itIs: ({ orderId }) => `Es ist ${orderId}`,
  itIsTitle: ({ orderId }) => `Ist es die OVHcloud-Bestellung ${orderId}?`,
  itIsText: ({ orderId, name }) =>
    `Sehen Sie zuerst im OVHcloud-Kundencenter nach: Die Bestellung ${orderId} wird danach dem Projekt „${name}“ zugeordnet, und ihr Zahlungslink wird bereitgestellt.`,
  none: 'Keine davon',
  noneTitle: 'Keine dieser Bestellungen?',
  noneText: ({ name }) =>
    `Sehen Sie zuerst im OVHcloud-Kundencenter nach: Das Projekt „${name}“ kann danach erneut bestellt werden.`,
  stop: 'Suche beenden',
  stopTitle: 'Die Suche beenden?',
  stopText: ({ name }) =>
    `Die Bestellung für „${name}“ endet dann hier. Hat OVHcloud sie doch angenommen, ist sie nur im Kundencenter zu finden und zu bezahlen.`,
  back: 'Zurück',
};
