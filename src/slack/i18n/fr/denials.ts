import type { Messages } from '../en.ts';

export const denials: Messages['denials'] = {
  notAnApprover:
    'Seuls les approbateurs mentionnés dans ce fil peuvent approuver ou refuser. Demandez à l’un d’eux de décider.',
  ownOrder: 'Vous avez vous-même demandé cette commande : quelqu’un d’autre doit l’approuver.',
  approvedAlready: ({ given, required }) =>
    `Vous avez déjà approuvé cette commande (${given} sur ${required}). Quelqu’un d’autre doit aussi l’approuver.`,
  quoteChanged:
    'Le devis a changé depuis l’affichage de ce message. Prononcez-vous sur le plus récent, dans le fil.',
  notTheRequester: ({ requester }) =>
    `Seul le demandeur, ${requester}, peut le faire. Les approbateurs peuvent refuser la commande.`,
  nameTaken: ({ name, id }) => `Une autre commande est en cours pour le projet « ${name} » (${id}).`,
  nothingChanged: 'Aucune modification : la commande contient déjà ces informations.',
  noApprovalGiven: 'Vous n’avez pas approuvé cette commande : il n’y a rien à retirer.',
  checkoutBegan: 'Trop tard : la commande est en cours d’envoi à OVHcloud.',
  preparing: 'Le devis est encore en préparation : il n’y a rien à décider pour le moment.',
  waiting: 'Cette commande est toujours en attente d’approbation.',
  beingPlaced: ({ approvals }) =>
    `Trop tard : la commande, approuvée par ${approvals}, est en cours d’envoi à OVHcloud.`,
  placed: ({ approvals, orderId }) =>
    `Trop tard : approuvée par ${approvals}, la commande a été passée (commande OVHcloud ${orderId}).`,
  rejected: ({ by, at }) => `Trop tard : commande refusée par ${by} le ${at}.`,
  cancelled: ({ by, at }) => `Trop tard : commande annulée par ${by} le ${at}.`,
  approvalExpired: ({ at }) => `Trop tard : la commande a expiré le ${at}.`,
  delivering: ({ orderId }) =>
    `Trop tard : la commande OVHcloud ${orderId} est payée et en cours de livraison.`,
  cancelling: ({ orderId }) => `Trop tard : OVHcloud est en train d’annuler la commande ${orderId}.`,
  ready: 'Cette commande est terminée : son projet est prêt.',
  paymentExpired: ({ orderId }) =>
    `Trop tard : la commande OVHcloud ${orderId} n’a pas été payée à temps et a expiré.`,
  endedPlaced: 'Trop tard : cette commande a été passée, puis s’est terminée. Le fil explique pourquoi.',
  ended: 'Trop tard : cette commande s’est terminée sans être passée. Le fil explique pourquoi.',
  someone: 'quelqu’un d’autre',
  quotation: ({ text }) => `« ${text} »`,
};

export const rejection: Messages['rejection'] = {
  title: 'Refuser la commande',
  submit: 'Refuser',
  close: 'Retour',
  intro: ({ name }) => `Le projet *${name}* ne sera pas commandé.`,
  reason: 'Motif',
  reasonHint: 'Toutes les personnes du canal peuvent lire votre motif.',
  reasonMissing: 'Indiquez un motif : le demandeur pourra le lire.',
  damaged: 'Ce formulaire est inutilisable : fermez-le et cliquez à nouveau sur « Refuser ».',
  failed: 'L’action a échoué et rien n’a été modifié. Renvoyez le formulaire dans un instant.',
  takesLong: 'C’est plus long que d’habitude. Consultez le fil ou renvoyez le formulaire.',
};
