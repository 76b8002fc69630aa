import type { Messages } from '../en.ts';

export const projectStart: Messages['projectStart'] = {
  firstSteps: 'Premiers pas :',
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
  intro: ({ name }) => `OVHcloud attribue le crédit du voucher au projet *${name}*.`,
  damaged: 'Ce formulaire est inutilisable : fermez-le et cliquez à nouveau sur « Ajouter un voucher ».',
  failed: 'L’action a échoué et rien n’a été modifié. Renvoyez le formulaire dans un instant.',
  takesLong:
    'C’est plus long que d’habitude. Fermez ce formulaire et consultez le message, ou renvoyez le formulaire.',
};
