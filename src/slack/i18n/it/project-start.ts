import type { Messages } from '../en.ts';

export const projectStart: Messages['projectStart'] = {
  firstSteps: 'Primi passi:',
  users: 'utenti',
  quota: 'quote e regioni',
  sshKeys: 'chiavi SSH',
  billing: 'fatturazione',
  guide: 'guida di OVHcloud',

  addVoucher: 'Aggiungi voucher',
  adding: ({ voucher }) => `Il voucher ${voucher} viene aggiunto al progetto…`,
  added: ({ voucher }) => `Il voucher ${voucher} è stato aggiunto al progetto.`,
  notAdded: ({ voucher }) => `Il voucher ${voucher} non è stato aggiunto.`,

  title: 'Aggiungi un voucher',
  submit: 'Aggiungi',
  close: 'Indietro',
  intro: ({ name }) => `OVHcloud accredita il voucher al progetto *${name}*.`,
  damaged: 'Questo modulo è illeggibile: chiudilo e fai di nuovo clic su «Aggiungi voucher».',
  failed: 'Non ha funzionato, e nulla è stato cambiato. Invia di nuovo tra un momento.',
  takesLong: 'Ci vuole più del solito. Chiudi il modulo e guarda il messaggio, oppure invia di nuovo.',
};
