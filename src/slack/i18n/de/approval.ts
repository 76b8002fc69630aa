import type { Messages } from '../en.ts';

export const consent: Messages['consent'] = {
  title: 'Bestellung genehmigen',
  close: 'Zurück',
  intro: ({ name, price }) =>
    `Sie genehmigen das Projekt *${name}* für *${price}* inkl. MwSt. und akzeptieren im Namen des Account-Inhabers diese Vertragsbedingungen:`,
  label: 'Ihre Zustimmung',
  contracts: 'Ich akzeptiere die Vertragsbedingungen im Namen des Account-Inhabers',
  clauses: 'Ich genehmige die Klauseln (Artikel 1341 und 1342 Codice Civile)',
  bothNeeded: 'Kreuzen Sie beide Kästchen an: Sonst kann die Bestellung nicht genehmigt werden.',
  damaged: 'Dieses Formular ist nicht lesbar: Schließen Sie es und klicken Sie erneut auf „Genehmigen“.',
};

export const approval: Messages['approval'] = {
  question: ({ requester, name, price }) =>
    `*${requester}* möchte das Public-Cloud-Projekt *${name}* für *${price}* inkl. MwSt. kaufen.`,
  notification: ({ requester, name, price }) => `${requester}: ${name} für ${price} genehmigen?`,
  notificationReason: ({ reason }) => `„${reason}“`,
  reminder: ({ name }) => `Zur Erinnerung: *${name}* wartet noch auf Ihre Entscheidung.`,
  reminded: ({ at }) => `erinnert am ${at}`,
  charges: 'Die Genehmigung *belastet* sofort das Standardzahlungsmittel des Accounts.',
  lastCharges: 'Die letzte Genehmigung *belastet* sofort das Standardzahlungsmittel des Accounts.',
  withdrawalWaived: 'Auf das 14-tägige Widerrufsrecht wird verzichtet.',
  waitingFor: ({ pending }) => `wartet auf ${pending}`,
  noneYet: ({ required }) => `0 von ${required} Genehmigungen`,
  soFar: ({ given, required, approvals }) => `${given} von ${required} Genehmigungen: ${approvals}`,
  approvedBy: ({ by, at }) => `${by} am ${at}`,
  ownOrder: ({ approval }) => `${approval} (eigene Bestellung)`,

  approve: 'Genehmigen',
  reject: 'Ablehnen',
  edit: 'Bearbeiten',
  withdrawApproval: 'Genehmigung zurückziehen',
  cancel: 'Bestellung abbrechen',
  orderAgain: 'Erneut bestellen',
  approveTitle: 'Diese Bestellung genehmigen?',
  orders: ({ name, price }) =>
    `Damit wird das Projekt „${name}“ für ${price} inkl. MwSt. bestellt. Bezahlt wird danach per Zahlungslink.`,
  chargesFor: ({ name, price }) =>
    `Damit wird der OVHcloud-Account für das Projekt „${name}“ mit ${price} inkl. MwSt. belastet.`,
  counts: ({ number, required, name, price }) =>
    `Genehmigung ${number} von ${required} für das Projekt „${name}“ zu ${price} inkl. MwSt. Erst die letzte löst die Bestellung aus.`,
  countsAutoPay: ({ number, required, name, price }) =>
    `Genehmigung ${number} von ${required} für das Projekt „${name}“ zu ${price} inkl. MwSt. Erst die letzte belastet den Account.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Mit Genehmigung ${number} von ${required} wird „${name}“ für ${price} inkl. MwSt. bestellt. Bezahlt wird danach per Zahlungslink.`,
  countsAsLastAutoPay: ({ number, required, name, price }) =>
    `Mit Genehmigung ${number} von ${required} wird der OVHcloud-Account für das Projekt „${name}“ mit ${price} inkl. MwSt. belastet.`,
  acceptsContracts: 'Sie akzeptieren die OVHcloud-Vertragsbedingungen im Namen des Account-Inhabers.',
  notNow: 'Jetzt nicht',

  replaced: 'Dieses Angebot wurde durch ein neueres weiter unten ersetzt.',
  approved: ({ approvals }) => `Genehmigt: ${approvals}.`,
  seeBelow: 'Das Ergebnis steht weiter unten.',
  rejected: ({ by, at }) => `Abgelehnt von ${by} am ${at}.`,
  cancelled: ({ by, at }) => `Abgebrochen von ${by} am ${at}.`,
  expired: ({ at }) => `Abgelaufen am ${at}: nicht rechtzeitig genehmigt.`,
  noLonger: 'Hier ist nichts mehr zu entscheiden; siehe unten.',
};
