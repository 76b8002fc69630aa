import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const replies: Messages['replies'] = {
  formNotOpened: ({ command }) =>
    `Impossible d’ouvrir le formulaire. Rien n’a été commandé ; saisissez à nouveau ${command}.`,
  orderElsewhere: ({ channels, command }) => `Pour commander, saisissez ${command} dans ${channels}.`,
  listNotRead: 'Impossible de charger vos commandes. Réessayez dans un instant.',
  takesLong:
    'C’est plus long que d’habitude. Votre clic compte dès qu’il apparaît dans le fil ; s’il n’y est pas d’ici une minute, cliquez à nouveau.',
  clickFailed: 'L’action a échoué et rien n’a été modifié. Réessayez dans un instant.',
  orderNotKnown: 'Cette commande n’existe plus ici.',
  orderOnHold:
    'Cette commande est suspendue : son enregistrement dans la base de données a été modifié en dehors de l’application. Rien n’a été fait ; prévenez l’administrateur de l’application.',
  buttonNotKnown:
    'Ce bouton ne fonctionne plus, car l’application a changé depuis. Utilisez les boutons du dernier message de la commande.',
  noticeTitle: 'Commande',
  noticeClose: 'Fermer',
  about: ({ name }) => `À propos de la commande pour *${name}* :`,
  cancelled: ({ name }) => `Vous avez annulé la commande pour *${name}*.`,
};

export const requestDenied: Messages['requestDenied'] = {
  channelClosed: 'Il n’est pas possible de commander dans ce canal.',
  channelShared: ({ command }) =>
    `Ce canal est partagé avec une autre organisation, dont les membres liraient la commande. Choisissez un autre canal, ou saisissez-y ${command}.`,
  notARequester: 'Vous n’avez pas l’autorisation de passer commande. Adressez-vous à une personne qui l’a.',
  notAMember:
    'Seuls les membres à part entière de cet espace de travail peuvent commander. Adressez-vous à l’un d’eux.',
};

export const help: Messages['help'] = {
  order: ({ command }) => `*${command} nom du projet* demande un nouveau projet Public Cloud chez OVHcloud.`,
  form: '1. Un formulaire demande le nom, un voucher si vous en avez un, et le motif.',
  quote: '2. Le prix d’OVHcloud apparaît dans le canal, et la question aux approbateurs dans son fil.',
  decide: ({ required }) =>
    plural('fr', required, {
      one: '3. Un approbateur décide dans le fil. Rien n’est commandé avant.',
      other: `3. ${required} approbateurs différents doivent approuver dans le fil. Rien n’est commandé avant.`,
    }),
  placedForChannel:
    '4. Une fois approuvée, la commande est passée et le lien de paiement est publié dans le fil, pour que quelqu’un la paie.',
  placedForRequester:
    '4. Une fois approuvée, la commande est passée et vous recevez le lien de paiement en message direct : c’est vous qui payez.',
  placedAutoPay:
    '4. Une fois approuvée, la commande est passée et *le moyen de paiement du compte OVHcloud est immédiatement débité*.',
  follow: '5. Le fil suit la commande jusqu’à ce que le projet soit prêt, avec son identifiant et un lien.',
  list: ({ command }) =>
    `*${command} list* affiche ce qui attend votre décision, vos commandes en cours et celles qui sont terminées. Tant que votre commande n’est pas approuvée, vous pouvez la modifier ou l’annuler.`,
};

export const status: Messages['status'] = {
  requested: 'devis en préparation',
  awaiting_approval: 'en attente d’approbation',
  approved: 'approuvée, en cours d’envoi à OVHcloud',
  awaiting_payment: 'à payer',
  delivering: 'en cours de livraison',
  cancelling: 'en cours d’annulation chez OVHcloud',
  ready: 'prête',
  rejected: 'refusée',
  rejectedBy: ({ by }) => `refusée par ${by}`,
  cancelled: 'annulée',
  approval_expired: 'non approuvée à temps',
  payment_expired: 'non payée à temps',
  payment_unknown: 'paiement inconnu',
  failed: 'non commandée',
  ovh_order_cancelled: 'annulée chez OVHcloud',
  ovh_order_not_found: 'introuvable chez OVHcloud',
  status_unknown: 'état inconnu chez OVHcloud',
  project_not_found: 'livrée, projet introuvable',
  paid_after_expiry: 'payée après avoir expiré ici',
};
