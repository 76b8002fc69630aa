import type { Messages } from '../en.ts';

/** The app's Home: the reader's inbox. */
export const home: Messages['home'] = {
  newOrder: 'Nouvelle commande',
  waiting: 'En attente de votre décision',
  mine: 'Vos commandes en cours',
  recent: 'Récemment terminées',
  nothingWaiting: 'Rien n’attend votre approbation.',
  nothingMine:
    'Vous n’avez aucune commande en cours. *Nouvelle commande* demande un prix à OVHcloud ; rien n’est commandé sans approbation.',
  nothingMineDenied:
    'Vous n’avez pas l’autorisation de passer commande. Adressez-vous à une personne qui l’a.',
  noOpenOrders: 'Vous n’avez aucune commande en cours.',
  nothingRecent:
    'Aucune commande n’est encore terminée. Vous verrez ici celles dont le projet est prêt et celles qui n’ont pas été passées, avec la raison.',
  // A direct message has no channel to name.
  requested: ({ requester, channel, at }) =>
    `Demandée par ${requester} le ${at}${channel && ` dans ${channel}`}`,
  requestedByYou: ({ channel, at }) => `Demandée le ${at}${channel && ` dans ${channel}`}`,
  more: 'La suite se trouve dans l’onglet Accueil de l’application.',
  newer: 'Plus récentes',
  older: 'Plus anciennes',
};
