import type { Messages } from '../en.ts';

export const denials: Messages['denials'] = {
  notAnApprover:
    'Nur die in diesem Thread genannten Genehmiger können genehmigen oder ablehnen. Bitten Sie einen von ihnen um eine Entscheidung.',
  ownOrder: 'Sie haben diese Bestellung selbst angefordert: Jemand anders muss sie genehmigen.',
  approvedAlready: ({ given, required }) =>
    `Sie haben das schon genehmigt (${given} von ${required}). Es muss auch noch jemand anders genehmigen.`,
  quoteChanged:
    'Das Angebot hat sich geändert, seit Ihnen diese Nachricht angezeigt wurde. Bitte entscheiden Sie über das neueste Angebot im Thread.',
  notTheRequester: ({ requester }) =>
    `Diese Bestellung hat ${requester} angefordert, und nur diese Person kann das tun. Genehmiger können die Bestellung ablehnen.`,
  nameTaken: ({ name, id }) =>
    `Für das Projekt „${name}“ gibt es eine andere offene Bestellung (Bestellung ${id}).`,
  nothingChanged: 'Keine Änderung: Genau das steht schon in der Bestellung.',
  noApprovalGiven: 'Sie haben das nicht genehmigt: Es gibt nichts zurückzuziehen.',
  checkoutBegan: 'Zu spät: Die Bestellung wird gerade bei OVHcloud aufgegeben.',
  preparing: 'Das Angebot wird noch vorbereitet: Es gibt noch nichts zu entscheiden.',
  waiting: 'Diese Bestellung wartet noch auf Genehmigung.',
  beingPlaced: ({ approvals }) =>
    `Zu spät: genehmigt von ${approvals}. Die Bestellung wird gerade aufgegeben.`,
  placed: ({ approvals, orderId }) =>
    `Zu spät: genehmigt von ${approvals}. Die OVHcloud-Bestellung ${orderId} wurde aufgegeben.`,
  rejected: ({ by, at }) => `Zu spät: abgelehnt von ${by} am ${at}.`,
  cancelled: ({ by, at }) => `Zu spät: abgebrochen von ${by} am ${at}.`,
  approvalExpired: ({ at }) => `Zu spät: abgelaufen am ${at}.`,
  delivering: ({ orderId }) => `Zu spät: Die OVHcloud-Bestellung ${orderId} ist bezahlt und wird geliefert.`,
  cancelling: ({ orderId }) => `Zu spät: OVHcloud storniert die Bestellung ${orderId}.`,
  ready: 'Diese Bestellung ist abgeschlossen: Das Projekt ist bereit.',
  paymentExpired: ({ orderId }) =>
    `Zu spät: Die OVHcloud-Bestellung ${orderId} wurde nicht rechtzeitig bezahlt und ist abgelaufen.`,
  endedPlaced:
    'Zu spät: Diese Bestellung wurde aufgegeben und ist inzwischen beendet. Der Grund steht im Thread.',
  ended: 'Zu spät: Diese Bestellung ist beendet, ohne dass sie aufgegeben wurde. Der Grund steht im Thread.',
  // The one form that fits in every case: „von jemand anders“, „hat jemand anders“.
  someone: 'jemand anders',
  quotation: ({ text }) => `„${text}“`,
};

export const rejection: Messages['rejection'] = {
  title: 'Bestellung ablehnen',
  submit: 'Ablehnen',
  close: 'Zurück',
  intro: ({ name }) => `Das Projekt *${name}* wird nicht bestellt.`,
  reason: 'Begründung',
  reasonHint: 'Alle im Channel können Ihre Begründung lesen.',
  reasonMissing: 'Geben Sie eine Begründung ein: Der Anforderer bekommt sie zu lesen.',
  damaged: 'Dieses Formular ist beschädigt: Schließen Sie es und klicken Sie erneut auf „Ablehnen“.',
  failed:
    'Das hat nicht geklappt, und es wurde nichts geändert. Bitte senden Sie das Formular gleich noch einmal ab.',
  takesLong:
    'Das dauert länger als üblich. Sehen Sie im Thread nach oder senden Sie das Formular noch einmal ab.',
};
