import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const replies: Messages['replies'] = {
  formNotOpened: ({ command }) =>
    `Le formulaire ne s’est pas ouvert. Rien n’a été commandé ; veuillez taper de nouveau ${command}.`,
  orderElsewhere: ({ channels, command }) => `Les commandes se font dans ${channels} : tapez-y ${command}.`,
  listNotRead: 'Les commandes n’ont pas pu être lues. Veuillez réessayer dans un instant.',
  takesLong:
    'C’est plus long que d’habitude : votre clic compte dès que le fil le montre. S’il n’y est pas dans une minute, cliquez de nouveau.',
  clickFailed: 'Cela n’a pas fonctionné et rien n’a été changé. Veuillez réessayer dans un instant.',
  orderNotKnown: 'Cette commande n’est pas (ou plus) connue ici.',
  orderOnHold:
    'Cette commande est suspendue : son enregistrement dans la base de données a été modifié en dehors de l’application. Rien n’a été fait ; prévenez l’administrateur de l’application.',
  buttonNotKnown:
    'Ce bouton ne fait plus rien : l’application a changé depuis. Le dernier message de la commande contient les boutons qui fonctionnent.',
  noticeTitle: 'Commande',
  noticeClose: 'Fermer',
  about: ({ name }) => `À propos de la commande pour *${name}* :`,
};

export const requestDenied: Messages['requestDenied'] = {
  channelClosed: 'On ne passe pas de commande dans ce canal.',
  notARequester: 'Vous ne faites pas partie des personnes qui peuvent commander. Demandez à l’une d’elles.',
  notAMember:
    'Seuls les membres à part entière de cet espace de travail peuvent commander. Demandez à l’un d’eux.',
};

export const help: Messages['help'] = {
  order: ({ command }) => `*${command} nom du projet* demande un nouveau projet Public Cloud à OVHcloud.`,
  form: '1. Un formulaire demande le nom, un voucher si vous en avez un, et le motif.',
  quote: '2. Le prix et les contrats d’OVHcloud apparaissent dans le canal.',
  decide: ({ required }) =>
    plural('fr', required, {
      one: '3. Un approbateur décide dans le fil. Rien n’est commandé avant.',
      other: `3. ${required} approbateurs différents doivent approuver dans le fil. Rien n’est commandé avant.`,
    }),
  placedForChannel:
    '4. Une fois approuvée, la commande est passée et le lien de paiement est publié dans le fil : quelqu’un y paie.',
  placedForRequester:
    '4. Une fois approuvée, la commande est passée et vous recevez le lien de paiement en message direct.',
  placedAutoPay:
    '4. Une fois approuvée, la commande est passée et *débitée aussitôt sur le moyen de paiement du compte OVHcloud*.',
  follow: '5. Le fil suit la commande jusqu’à ce que le projet soit là, avec son identifiant et un lien.',
  list: ({ command }) =>
    `*${command} list* montre ce qui attend votre décision, vos commandes en cours et celles qui sont terminées. Tant qu’elle n’est pas approuvée, vous pouvez modifier ou annuler votre commande.`,
};

export const status: Messages['status'] = {
  requested: 'devis en préparation',
  awaiting_approval: 'en attente d’approbation',
  approved: 'approuvée, en train d’être passée',
  awaiting_payment: 'à payer',
  delivering: 'en cours de livraison',
  cancelling: 'en cours d’annulation chez OVHcloud',
  ended: 'terminée',
};
