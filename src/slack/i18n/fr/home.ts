import type { Messages } from '../en.ts';

/** The app's Home: the reader's inbox. */
export const home: Messages['home'] = {
  newOrder: 'Nouvelle commande',
  waiting: 'En attente de votre décision',
  mine: 'Vos commandes en cours',
  recent: 'Terminées récemment',
  nothingWaiting:
    'Aucune commande n’attend votre approbation. Celles que vous pouvez approuver apparaissent ici, avec leur prix et les boutons.',
  nothingMine:
    'Vous n’avez aucune commande en cours. *Nouvelle commande* demande un projet Public Cloud ; rien n’est commandé avant d’être approuvé.',
  nothingRecent:
    'Aucune commande n’est encore terminée. Celles dont le projet est prêt sont listées ici, ainsi que celles qui n’ont pas abouti, avec la raison.',
  asked: ({ requester, channel, at }) => `Demandée par ${requester} dans ${channel} le ${at}`,
  more: 'Les autres sont dans l’onglet Accueil de cette application.',
  newer: 'Plus récentes',
  older: 'Plus anciennes',
  rejectedBy: ({ by }) => `refusée par ${by}`,
  ended: {
    rejected: 'refusée',
    cancelled: 'annulée',
    approval_expired: 'non approuvée à temps',
    failed: 'non commandée',
    ovh_order_cancelled: 'annulée chez OVHcloud',
    ovh_order_not_found: 'introuvable chez OVHcloud',
    paid_after_expiry: 'payée après être échue ici',
    ready: 'projet prêt',
    payment_expired: 'non payée à temps',
  },
};
