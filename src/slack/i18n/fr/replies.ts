import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const replies: Messages['replies'] = {
  formNotOpened: ({ command }) =>
    `Impossible d’ouvrir le formulaire. Rien n’a été commandé ; tapez de nouveau ${command}.`,
  orderElsewhere: ({ channels, command }) => `Les commandes se font dans ${channels} : tapez-y ${command}.`,
  listNotRead: 'Impossible de charger vos commandes. Réessayez dans un instant.',
  takesLong:
    'C’est plus long que d’habitude. Votre clic compte dès qu’il apparaît dans le fil ; s’il n’y est pas d’ici une minute, cliquez de nouveau.',
  clickFailed: 'Cela n’a pas fonctionné et rien n’a été changé. Veuillez réessayer dans un instant.',
  orderNotKnown: 'Cette commande n’existe plus ici.',
  orderOnHold:
    'Cette commande est suspendue : son enregistrement dans la base de données a été modifié en dehors de l’application. Rien n’a été fait ; prévenez l’administrateur de l’application.',
  buttonNotKnown:
    'Ce bouton ne fait plus rien : l’application a changé depuis. Le dernier message de la commande contient les boutons qui fonctionnent.',
  noticeTitle: 'Commande',
  noticeClose: 'Fermer',
  about: ({ name }) => `À propos de la commande pour *${name}* :`,
  cancelled: ({ name }) => `Vous avez annulé la commande pour *${name}*. Rien n’a été commandé.`,
};

export const requestDenied: Messages['requestDenied'] = {
  channelClosed: 'On ne passe pas de commande dans ce canal.',
  channelShared: ({ command }) =>
    `Ce canal est partagé avec une autre organisation, dont les membres liraient la commande. Choisissez un autre canal, ou tapez-y ${command}.`,
  notARequester: 'Vous n’êtes pas autorisé à passer commande. Adressez-vous à quelqu’un qui l’est.',
  notAMember:
    'Seuls les membres à part entière de cet espace de travail peuvent commander. Demandez à l’un d’eux.',
};

export const help: Messages['help'] = {
  order: ({ command }) => `*${command} nom du projet* demande un nouveau projet Public Cloud à OVHcloud.`,
  form: '1. Un formulaire demande le nom, un voucher si vous en avez un, et le motif.',
  quote: '2. Le prix d’OVHcloud apparaît dans le canal, et la question aux approbateurs dans son fil.',
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
  follow: '5. Le fil suit la commande jusqu’à ce que le projet soit prêt, avec son identifiant et un lien.',
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
