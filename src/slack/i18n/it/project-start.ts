import type { Messages } from '../en.ts';

export const projectStart: Messages['projectStart'] = {
  firstSteps: 'Primi passi:',
  users: 'utenti',
  quota: 'quote e regioni',
  sshKeys: 'chiavi SSH',
  billing: 'fatturazione',
  guide: 'guida di OVHcloud',

  addVoucher: 'Aggiungi voucher',
  adding: ({ voucher }) => `Aggiunta del voucher ${voucher} al progetto in corso…`,
  added: ({ voucher }) => `Il voucher ${voucher} è stato aggiunto al progetto.`,
  notAdded: ({ voucher }) => `Il voucher ${voucher} non è stato aggiunto.`,

  title: 'Aggiungi voucher',
  submit: 'Aggiungi',
  close: 'Indietro',
  intro: ({ name }) => `OVHcloud accredita l’importo del voucher sul progetto *${name}*.`,
  damaged: 'Questo modulo è illeggibile: chiudilo e fai di nuovo clic su «Aggiungi voucher».',
  failed: 'Operazione non riuscita: non è cambiato nulla. Invia di nuovo tra qualche istante.',
  takesLong:
    'L’operazione richiede più tempo del solito. Chiudi il modulo e controlla il messaggio, oppure invia di nuovo.',
};
