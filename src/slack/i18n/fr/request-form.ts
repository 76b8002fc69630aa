import type { Messages } from '../en.ts';

export const requestForm: Messages['requestForm'] = {
  title: 'Projet Public Cloud',
  submit: 'Demander un devis',
  close: 'Annuler',
  titleEdit: 'Modifier la commande',
  submitEdit: 'Enregistrer',
  introEdit:
    'Toute modification autre que le motif demande un nouveau devis à OVHcloud et annule les approbations déjà données.',
  titleAgain: 'Réessayer',
  submitAgain: 'Demander un devis',
  channel: 'Canal',
  channelHint: 'Là où la commande est affichée et approuvée.',
  intro:
    'Vous recevez d’abord un devis. Rien n’est commandé avant d’être approuvé, et rien n’est payé avant que ' +
    'quelqu’un ne règle la commande avec le lien de paiement.',
  introAutoPay:
    'Vous recevez d’abord un devis. Rien n’est commandé avant d’être approuvé ; ensuite, OVHcloud *débite aussitôt le compte*.',
  shown: 'La commande, son prix et votre motif sont affichés dans le canal.',
  projectName: 'Nom du projet',
  projectNameHint: 'Le nom que portera le projet.',
  emojiHint:
    'Slack a remplacé un emoji par un code entre deux-points. Chez OVHcloud, le nom du projet contiendrait ce code.',
  voucher: 'Voucher (code promotionnel)',
  reason: 'Motif',
  reasonHint: 'À quoi servira le projet. Tout le canal lit votre motif.',
  withdrawal: 'Droit de rétractation',
  withdrawalHint:
    'Si la case reste vide, un consommateur garde le droit de se rétracter dans les 14 jours. ' +
    'Si elle est cochée, il y renonce. Les approbateurs voient votre choix.',
  waive: 'Renoncer au droit de rétractation de 14 jours pour cette commande',
};

export const requestProblems: Messages['requestProblems'] = {
  unreadable: 'Ce formulaire n’a pas pu être lu entièrement.',
  channelMissing: 'Choisissez le canal dans lequel la commande est affichée.',
  noQuorum:
    'Personne ne pourrait approuver cette commande : il y a trop peu d’approbateurs à part vous. Adressez-vous à qui gère cette application.',
  damaged: ({ command }) => `Ce formulaire est abîmé : fermez-le et tapez de nouveau ${command}.`,
  nameLength: 'Tapez un nom de 1 à 100 caractères.',
  nameUnprintable: 'N’utilisez ni caractères de contrôle, ni caractères invisibles, ni retours à la ligne.',
  voucher: 'Un voucher est un seul code, sans espaces, de 100 caractères au plus.',
  reasonLength: 'Utilisez 1 000 caractères au plus.',
  slackIsSlow: 'Slack est lent en ce moment. Rien n’a été commandé ; veuillez envoyer de nouveau.',
  notWritten: 'La demande n’a pas pu être enregistrée. Rien n’a été commandé ; veuillez envoyer de nouveau.',
  channelUnavailable: ({ errorCode, bot }) =>
    `L’application ne peut pas écrire dans ce canal (${errorCode}). Tapez-y /invite @${bot}, puis envoyez de ` +
    'nouveau : ce que vous avez tapé reste ici.',
  nameTaken: ({ name, id }) =>
    `Il y a déjà une commande en cours pour le projet « ${name} » (commande ${id}). Choisissez un autre nom, ou ` +
    'attendez la fin de cette commande.',
  nameTakenElsewhere:
    'Il y a déjà une commande en cours pour un projet de ce nom, ou d’un nom qui lui ressemble. Choisissez un autre nom.',
  nameOrdered: ({ name, id, orderId }) =>
    `Le projet « ${name} » a déjà été commandé (commande ${id}, chez OVHcloud ${orderId}). Choisissez un autre nom.`,
};
