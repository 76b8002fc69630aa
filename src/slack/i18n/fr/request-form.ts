import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const requestForm: Messages['requestForm'] = {
  title: 'Projet Public Cloud',
  submit: 'Demander un devis',
  close: 'Annuler',
  titleEdit: 'Modifier la commande',
  submitEdit: 'Enregistrer',
  introEdit:
    'Modifier autre chose que le motif entraîne un nouveau devis et annule les approbations déjà données.',
  titleAgain: 'Réessayer',
  submitAgain: 'Demander un devis',
  channel: 'Canal',
  channelHint: 'La commande y est affichée et approuvée.',
  intro:
    'Le prix est d’abord demandé à OVHcloud. Rien n’est commandé sans approbation. Une fois la commande approuvée, ' +
    'quelqu’un paie avec le lien de paiement. La consommation du projet est facturée à part.',
  introAutoPay:
    'Le prix est d’abord demandé à OVHcloud. Rien n’est commandé sans approbation. Une fois la commande approuvée, ' +
    'OVHcloud *débite immédiatement le compte*. La consommation du projet est facturée à part.',
  shown: 'Le nom, le prix et le motif seront affichés dans le canal ; le voucher ne le sera jamais.',
  projectName: 'Nom du projet',
  emojiHint:
    'Slack a remplacé un émoji par un code entre deux-points. Chez OVHcloud, le nom du projet contiendrait ce code.',
  voucher: 'Voucher (bon d’achat)',
  asking: 'Demande en cours auprès d’OVHcloud…',
  openOrder: ({ name }) => `Voir la commande en cours : *${name}*`,
  reason: 'Motif',
  reasonHint: 'À quoi sert le projet. Toutes les personnes du canal peuvent lire votre motif.',
  withdrawal: 'Droit de rétractation',
  withdrawalHint:
    'Laissez la case décochée pour conserver le droit de rétractation de 14 jours (consommateurs uniquement). Les approbateurs voient votre choix.',
  waive: 'Renoncer au droit de rétractation de 14 jours pour cette commande',
};

export const requestProblems: Messages['requestProblems'] = {
  unreadable: 'Une partie de ce formulaire n’a pas pu être lue.',
  channelMissing: 'Choisissez le canal dans lequel la commande est affichée.',
  noQuorum:
    'Personne ne pourrait approuver cette commande : il y a trop peu d’approbateurs à part vous. Adressez-vous à l’administrateur de l’application.',
  damaged: ({ command }) => `Ce formulaire est inutilisable : fermez-le et saisissez à nouveau ${command}.`,
  nameLength: 'Saisissez un nom de 1 à 100 caractères.',
  nameUnprintable: 'N’utilisez ni caractères de contrôle, ni caractères invisibles, ni retours à la ligne.',
  voucher: 'Un voucher est un seul code, sans espaces, de 100 caractères au plus.',
  reasonLength: 'Utilisez 1 000 caractères au plus.',
  slackIsSlow: 'Slack est lent en ce moment. Rien n’a été commandé ; renvoyez le formulaire.',
  notWritten: 'La commande n’a pas pu être enregistrée. Rien n’a été commandé ; renvoyez le formulaire.',
  channelUnavailable: ({ errorCode, bot }) =>
    `L’application ne peut pas écrire dans ce canal (${errorCode}). Saisissez-y /invite @${bot}, puis renvoyez le ` +
    'formulaire : ce que vous avez saisi reste ici.',
  nameTaken: ({ name, id }) =>
    `Une commande est déjà en cours pour le projet « ${name} » (commande ${id}). Choisissez un autre nom, ou ` +
    'attendez la fin de cette commande.',
  tooManyOpen: ({ count }) =>
    plural('fr', count, {
      one: 'Vous avez déjà une commande en cours, et c’est le maximum par personne. Attendez qu’elle soit terminée, ou annulez-la.',
      other: `Vous avez déjà ${count} commandes en cours, le maximum par personne. Attendez que l’une d’elles soit terminée, ou annulez-en une.`,
    }),
  tooManyVouchers:
    'Vous avez saisi trop de vouchers en une heure. Trop de vouchers erronés bloqueraient le compte pour tout le monde : réessayez dans une heure, ou commandez sans voucher.',
  nameTakenElsewhere:
    'Une commande est déjà en cours pour un projet de ce nom, ou d’un nom qui lui ressemble. Choisissez un autre nom.',
  nameOrdered: ({ name, id, orderId }) =>
    `Le projet « ${name} » a déjà été commandé (commande ${id}, commande OVHcloud ${orderId}). Choisissez un autre nom.`,
};
