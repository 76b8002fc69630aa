import type { Messages } from '../en.ts';

export const denials: Messages['denials'] = {
  notAnApprover:
    'Seuls les approbateurs nommés dans ce fil peuvent approuver ou refuser. Demandez à l’un d’eux de décider.',
  ownOrder: 'Vous avez vous-même demandé cette commande : quelqu’un d’autre doit l’approuver.',
  approvedAlready: ({ given, required }) =>
    `Vous l’avez déjà approuvée (${given} sur ${required}). Quelqu’un d’autre doit l’approuver aussi.`,
  quoteChanged:
    'Le devis a changé depuis l’affichage de ce message. Veuillez décider sur le plus récent dans le fil.',
  notTheRequester: ({ requester }) =>
    `Seul le demandeur, ${requester}, peut le faire. Les approbateurs peuvent refuser la commande.`,
  nameTaken: ({ name, id }) => `Il y a une autre commande en cours pour le projet « ${name} » (${id}).`,
  nothingChanged: 'Aucun changement : c’est déjà ce que dit la commande.',
  noApprovalGiven: 'Vous ne l’avez pas approuvée : il n’y a rien à retirer.',
  checkoutBegan: 'Trop tard : la commande est en train d’être passée chez OVHcloud.',
  preparing: 'Le devis est encore en préparation : il n’y a rien à décider pour le moment.',
  waiting: 'Cette commande attend toujours son approbation.',
  beingPlaced: ({ approvals }) =>
    `Trop tard : approuvée par ${approvals}, la commande est en train d’être passée.`,
  placed: ({ approvals, orderId }) =>
    `Trop tard : approuvée par ${approvals}, elle est devenue la commande OVHcloud ${orderId}.`,
  rejected: ({ by, at }) => `Trop tard : refusée par ${by} le ${at}.`,
  cancelled: ({ by, at }) => `Trop tard : annulée par ${by} le ${at}.`,
  approvalExpired: ({ at }) => `Trop tard : expirée le ${at}.`,
  delivering: ({ orderId }) =>
    `Trop tard : la commande OVHcloud ${orderId} est payée et en cours de livraison.`,
  cancelling: ({ orderId }) => `Trop tard : OVHcloud annule sa commande ${orderId}.`,
  ready: 'Cette commande est terminée : son projet est prêt.',
  paymentExpired: ({ orderId }) =>
    `Trop tard : la commande OVHcloud ${orderId} n’a pas été payée à temps et a expiré.`,
  endedPlaced: 'Trop tard : cette commande a été passée et s’est terminée depuis. Le fil dit pourquoi.',
  ended: 'Trop tard : cette commande s’est terminée sans être passée. Le fil dit pourquoi.',
  someone: 'quelqu’un d’autre',
};

export const rejection: Messages['rejection'] = {
  title: 'Refuser la commande',
  submit: 'Refuser',
  close: 'Retour',
  intro: ({ name }) => `Le projet *${name}* ne sera pas commandé.`,
  reason: 'Motif',
  reasonHint: 'Toutes les personnes du canal peuvent lire votre motif.',
  reasonMissing: 'Dites pourquoi : le demandeur pourra le lire.',
  damaged: 'Ce formulaire est endommagé : fermez-le et cliquez de nouveau sur Refuser.',
  failed: 'Cela n’a pas fonctionné et rien n’a été changé. Veuillez envoyer de nouveau dans un instant.',
  takesLong: 'C’est plus long que d’habitude. Regardez le fil, ou envoyez de nouveau.',
};
