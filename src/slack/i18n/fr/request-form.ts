import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const requestForm: Messages['requestForm'] = {
  title: 'Projet Public Cloud',
  submit: 'Demander un devis',
  close: 'Annuler',
  titleEdit: 'Modifier la commande',
  submitEdit: 'Enregistrer',
  introEdit:
    'Tout changement autre que celui du motif demande un nouveau devis et annule les approbations déjà données.',
  titleAgain: 'Réessayer',
  submitAgain: 'Demander un devis',
  channel: 'Canal',
  channelHint: 'Là où la commande est affichée et approuvée.',
  intro:
    'Le prix est d’abord demandé à OVHcloud. Rien n’est commandé sans approbation ; ensuite, quelqu’un paie avec le ' +
    'lien de paiement. La consommation du projet est facturée à part.',
  introAutoPay:
    'Le prix est d’abord demandé à OVHcloud. Rien n’est commandé sans approbation ; ensuite, OVHcloud *débite ' +
    'aussitôt le compte*. La consommation du projet est facturée à part.',
  shown: 'Le nom, le prix et le motif sont alors affichés dans le canal ; le voucher ne l’est jamais.',
  projectName: 'Nom du projet',
  emojiHint:
    'Slack a remplacé un emoji par un code entre deux-points. Chez OVHcloud, le nom du projet contiendrait ce code.',
  voucher: 'Voucher (code promotionnel)',
  asking: 'Demande à OVHcloud en cours…',
  openOrder: ({ name }) => `Voir la commande en cours : *${name}*`,
  reason: 'Motif',
  reasonHint: 'À quoi sert le projet. Toutes les personnes du canal peuvent lire votre motif.',
  withdrawal: 'Droit de rétractation',
  withdrawalHint:
    'Laissez la case vide pour garder le droit de rétractation de 14 jours (consommateurs uniquement). Les approbateurs voient votre choix.',
  waive: 'Renoncer au droit de rétractation de 14 jours pour cette commande',
};

export const requestProblems: Messages['requestProblems'] = {
  unreadable: 'Ce formulaire n’a pas pu être lu entièrement.',
  channelMissing: 'Choisissez le canal dans lequel la commande est affichée.',
  noQuorum:
    'Personne ne pourrait approuver cette commande : il y a trop peu d’approbateurs à part vous. Adressez-vous à l’exploitant de l’application.',
  damaged: ({ command }) => `Ce formulaire est endommagé : fermez-le et tapez de nouveau ${command}.`,
  nameLength: 'Tapez un nom de 1 à 100 caractères.',
  nameUnprintable: 'N’utilisez ni caractères de contrôle, ni caractères invisibles, ni retours à la ligne.',
  voucher: 'Un voucher est un seul code, sans espaces, de 100 caractères au plus.',
  reasonLength: 'Utilisez 1 000 caractères au plus.',
  slackIsSlow: 'Slack est lent en ce moment. Rien n’a été commandé ; veuillez envoyer de nouveau.',
  notWritten: 'La commande n’a pas pu être enregistrée. Rien n’a été commandé ; veuillez envoyer de nouveau.',
  channelUnavailable: ({ errorCode, bot }) =>
    `L’application ne peut pas écrire dans ce canal (${errorCode}). Tapez-y /invite @${bot}, puis envoyez de ` +
    'nouveau : ce que vous avez tapé reste ici.',
  nameTaken: ({ name, id }) =>
    `Il y a déjà une commande en cours pour le projet « ${name} » (commande ${id}). Choisissez un autre nom, ou ` +
    'attendez la fin de cette commande.',
  tooManyOpen: ({ count }) =>
    plural('fr', count, {
      one: 'Vous avez déjà une commande en cours, et c’est le maximum par personne. Attendez qu’elle soit terminée, ou annulez-la.',
      other: `Vous avez déjà ${count} commandes en cours, le maximum par personne. Attendez que l’une d’elles soit terminée, ou annulez-en une.`,
    }),
  tooManyVouchers:
    'Vous avez saisi trop de vouchers refusés par OVHcloud. D’autres refus bloqueraient le compte pour tout le monde : réessayez dans une heure, ou commandez sans voucher.',
  nameTakenElsewhere:
    'Il y a déjà une commande en cours pour un projet de ce nom, ou d’un nom qui lui ressemble. Choisissez un autre nom.',
  nameOrdered: ({ name, id, orderId }) =>
    `Le projet « ${name} » a déjà été commandé (commande ${id}, chez OVHcloud ${orderId}). Choisissez un autre nom.`,
};
