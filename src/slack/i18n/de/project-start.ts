import type { Messages } from '../en.ts';

export const projectStart: Messages['projectStart'] = {
  firstSteps: 'Erste Schritte:',
  users: 'Benutzer',
  quota: 'Quota und Regionen',
  sshKeys: 'SSH-Schlüssel',
  billing: 'Abrechnung',
  guide: 'Anleitung von OVHcloud',

  addVoucher: 'Gutschein hinzufügen',
  adding: ({ voucher }) => `Der Gutschein ${voucher} wird dem Projekt hinzugefügt …`,
  added: ({ voucher }) => `Der Gutschein ${voucher} wurde dem Projekt hinzugefügt.`,
  notAdded: ({ voucher }) => `Der Gutschein ${voucher} wurde nicht hinzugefügt.`,

  title: 'Gutschein hinzufügen',
  submit: 'Hinzufügen',
  close: 'Zurück',
  intro: ({ name }) => `OVHcloud schreibt dem Projekt *${name}* das Guthaben des Gutscheins gut.`,
  damaged:
    'Dieses Formular ist nicht lesbar: Schließen Sie es und klicken Sie erneut auf „Gutschein hinzufügen“.',
  failed:
    'Das hat nicht geklappt, und es wurde nichts geändert. Bitte senden Sie das Formular gleich noch einmal ab.',
  takesLong:
    'Das dauert länger als üblich. Schließen Sie das Formular und sehen Sie in der Nachricht nach, oder senden Sie es noch einmal ab.',
};
