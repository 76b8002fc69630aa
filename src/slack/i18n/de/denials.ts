import type { Messages } from '../en.ts';

export const denials: Messages['denials'] = {
  notAnApprover:
    'Nur die in diesem Thread genannten Genehmiger können genehmigen oder ablehnen. Bitten Sie einen von ihnen um eine Entscheidung.',
  ownOrder: 'Sie haben diese Bestellung selbst angefordert: Jemand anderes muss sie genehmigen.',
  approvedAlready: ({ given, required }) =>
    `Sie haben das schon genehmigt (${given} von ${required}). Jemand anderes muss ebenfalls genehmigen.`,
  quoteChanged:
    'Das Angebot hat sich geändert, seit Ihnen diese Nachricht angezeigt wurde. Bitte entscheiden Sie über das neueste im Thread.',
  notTheRequester: ({ requester }) =>
    `Das kann nur der Anforderer, ${requester}. Genehmiger können die Bestellung ablehnen.`,
  nameTaken: ({ name, id }) => `Für das Projekt „${name}“ gibt es eine andere offene Bestellung (${id}).`,
  nothingChanged: 'Keine Änderung: Das steht bereits so in der Bestellung.',
  noApprovalGiven: 'Sie haben das nicht genehmigt: Es gibt nichts zurückzuziehen.',
  checkoutBegan: 'Zu spät: Es wird gerade bei OVHcloud bestellt.',
  preparing: 'Das Angebot wird noch vorbereitet: Es gibt noch nichts zu entscheiden.',
  waiting: 'Diese Bestellung wartet noch auf Genehmigung.',
  beingPlaced: ({ approvals }) =>
    `Zu spät: Das wurde genehmigt von ${approvals}, und es wird gerade bestellt.`,
  placed: ({ approvals, orderId }) =>
    `Zu spät: Das wurde genehmigt von ${approvals} und ist als OVHcloud Bestellung ${orderId} aufgegeben.`,
  rejected: ({ by, at }) => `Zu spät: abgelehnt von ${by} am ${at}.`,
  cancelled: ({ by, at }) => `Zu spät: abgebrochen von ${by} am ${at}.`,
  approvalExpired: ({ at }) => `Zu spät: abgelaufen am ${at}.`,
  delivering: ({ orderId }) => `Zu spät: Die OVHcloud Bestellung ${orderId} ist bezahlt und wird geliefert.`,
  cancelling: ({ orderId }) => `Zu spät: OVHcloud storniert seine Bestellung ${orderId}.`,
  ready: 'Diese Bestellung ist erledigt: Ihr Projekt ist bereit.',
  paymentExpired: ({ orderId }) =>
    `Zu spät: Die OVHcloud Bestellung ${orderId} wurde nicht rechtzeitig bezahlt und ist abgelaufen.`,
  endedPlaced:
    'Zu spät: Diese Bestellung wurde aufgegeben und ist inzwischen beendet. Warum, steht im Thread.',
  ended: 'Zu spät: Diese Bestellung endete, ohne aufgegeben zu werden. Warum, steht im Thread.',
  someone: 'jemand anderem',
};

export const rejection: Messages['rejection'] = {
  title: 'Bestellung ablehnen',
  submit: 'Ablehnen',
  close: 'Zurück',
  intro: ({ name }) => `Das Projekt *${name}* wird nicht bestellt.`,
  reason: 'Begründung',
  reasonHint: 'Alle im Channel können Ihre Begründung lesen.',
  reasonMissing: 'Sagen Sie, warum: Der Anforderer bekommt es zu lesen.',
  damaged: 'Dieses Formular ist beschädigt: Schließen Sie es und klicken Sie erneut auf „Ablehnen“.',
  failed: 'Das hat nicht geklappt, und nichts wurde geändert. Bitte senden Sie gleich noch einmal.',
  takesLong: 'Das dauert länger als sonst. Sehen Sie im Thread nach, oder senden Sie erneut.',
};
