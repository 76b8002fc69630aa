import type { Messages } from '../en.ts';

export const projectStart: Messages['projectStart'] = {
  firstSteps: 'Premiers pas :',
  users: 'utilisateurs',
  quota: 'quotas et régions',
  sshKeys: 'clés SSH',
  billing: 'facturation',
  guide: 'guide d’OVHcloud',

  addVoucher: 'Ajouter un voucher',
  adding: ({ voucher }) => `Le voucher ${voucher} est en cours d’ajout au projet…`,
  added: ({ voucher }) => `Le voucher ${voucher} a été ajouté au projet.`,
  notAdded: ({ voucher }) => `Le voucher ${voucher} n’a pas été ajouté.`,

  title: 'Ajouter un voucher',
  submit: 'Ajouter',
  close: 'Retour',
  intro: ({ name }) => `OVHcloud donne le crédit du voucher au projet *${name}*.`,
  damaged: 'Ce formulaire est abîmé : fermez-le et cliquez de nouveau sur « Ajouter un voucher ».',
  failed: 'Cela n’a pas marché, et rien n’a été changé. Veuillez renvoyer dans un instant.',
  takesLong: 'Cela prend plus de temps que d’habitude. Fermez ceci et regardez le message, ou renvoyez.',
};
