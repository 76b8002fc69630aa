import type { Messages } from '../en.ts';

/** The app's Home: the reader's inbox. */
export const home: Messages['home'] = {
  newOrder: 'Nouvelle commande',
  waiting: 'En attente de votre décision',
  mine: 'Vos commandes en cours',
  recent: 'Récemment terminées',
  nothingWaiting: 'Rien n’attend votre approbation.',
  nothingMine:
    'Vous n’avez aucune commande en cours. *Nouvelle commande* demande un prix à OVHcloud ; rien n’est commandé sans approbation.',
  nothingMineDenied: 'Vous n’êtes pas autorisé à passer commande. Adressez-vous à quelqu’un qui l’est.',
  noOpenOrders: 'Vous n’avez aucune commande en cours.',
  nothingRecent:
    'Aucune commande n’est encore terminée. Ici apparaissent celles dont le projet est prêt, et celles qui n’ont pas été passées, avec la raison.',
  requested: ({ requester, channel, at }) => `Demandée par ${requester} le ${at} ${channel}`,
  requestedByYou: ({ channel, at }) => `Demandée le ${at} ${channel}`,
  more: 'Les autres sont dans l’onglet Accueil de cette application.',
  newer: 'Plus récentes',
  older: 'Plus anciennes',
};
