import type { Messages } from '../en.ts';

export const approval: Messages['approval'] = {
  question: ({ approverMentions, name, price }) =>
    `${approverMentions} bitte entscheiden Sie: *${name}* für *${price}* inkl. MwSt.`,
  charges: 'Die Genehmigung *belastet* sofort das bevorzugte Zahlungsmittel des Accounts.',
  lastCharges: 'Die letzte Genehmigung *belastet* sofort das bevorzugte Zahlungsmittel des Accounts.',
  withdrawalGivenUp: 'Auf das 14-tägige Widerrufsrecht wird verzichtet.',
  noneYet: ({ required }) => `0 von ${required} Genehmigungen, durch verschiedene Personen`,
  soFar: ({ given, required, approvals }) => `${given} von ${required} Genehmigungen: ${approvals}`,
  approvedBy: ({ by, at }) => `${by} am ${at}`,

  approve: 'Genehmigen',
  reject: 'Ablehnen',
  edit: 'Bearbeiten',
  withdrawApproval: 'Genehmigung zurückziehen',
  cancel: 'Bestellung abbrechen',
  approveTitle: 'Diese Bestellung genehmigen?',
  orders: ({ name, price }) =>
    `Damit wird das Projekt „${name}“ für ${price} inkl. MwSt. bestellt. Bezahlt wird danach, über den Zahlungslink.`,
  chargesFor: ({ name, price }) =>
    `Damit wird der OVHcloud Account für das Projekt „${name}“ mit ${price} inkl. MwSt. belastet.`,
  counts: ({ number, required, name, price }) =>
    `Das zählt als Genehmigung ${number} von ${required} für das Projekt „${name}“ zu ${price} inkl. MwSt. Die letzte Genehmigung bestellt es.`,
  countsAutoPay: ({ number, required, name, price }) =>
    `Das zählt als Genehmigung ${number} von ${required} für das Projekt „${name}“ zu ${price} inkl. MwSt. Die letzte Genehmigung belastet den Account.`,
  countsAsLast: ({ number, required, name, price }) =>
    `Genehmigung ${number} von ${required}: Damit wird das Projekt „${name}“ für ${price} inkl. MwSt. bestellt. Bezahlt wird danach, über den Zahlungslink.`,
  countsAsLastAutoPay: ({ number, required, name, price }) =>
    `Genehmigung ${number} von ${required}: Damit wird der OVHcloud Account für das Projekt „${name}“ mit ${price} inkl. MwSt. belastet.`,
  notNow: 'Jetzt nicht',
  cancelTitle: 'Diese Bestellung abbrechen?',
  cancelText: ({ name }) =>
    `Das Projekt „${name}“ wird dann nicht bestellt. Das kann nur, wer es angefordert hat.`,
  keep: 'Behalten',

  replaced: 'Dieses Angebot wurde durch ein neueres weiter unten ersetzt.',
  approved: ({ approvals }) => `Genehmigt: ${approvals}.`,
  seeBelow: 'Was daraus wurde, steht weiter unten.',
  rejected: ({ by, at }) => `Abgelehnt von ${by} am ${at}.`,
  cancelled: ({ by, at }) => `Abgebrochen von ${by} am ${at}.`,
  expired: ({ at }) => `Abgelaufen am ${at}: nicht rechtzeitig genehmigt.`,
  noLonger: 'Hier ist nichts mehr zu entscheiden: siehe unten.',
};
