import type { Messages } from '../en.ts';

/** The app's Home: the reader's inbox. */
export const home: Messages['home'] = {
  newOrder: 'Neue Bestellung',
  waiting: 'Wartet auf Sie',
  mine: 'Ihre offenen Bestellungen',
  recent: 'Kürzlich abgeschlossen',
  nothingWaiting: 'Nichts wartet auf Ihre Genehmigung.',
  nothingMine:
    'Sie haben keine offenen Bestellungen. *Neue Bestellung* holt bei OVHcloud einen Preis ein; ohne Genehmigung wird nichts bestellt.',
  nothingMineDenied:
    'Sie dürfen keine Bestellungen aufgeben. Wenden Sie sich an eine Person, die dazu berechtigt ist.',
  noOpenOrders: 'Sie haben keine offenen Bestellungen.',
  nothingRecent:
    'Noch ist keine Bestellung abgeschlossen. Hier erscheinen Bestellungen, deren Projekt bereit ist, und solche, die nicht aufgegeben wurden, mit dem Grund.',
  requested: ({ requester, channel, at }) => `Angefordert von ${requester} am ${at} ${channel}`,
  requestedByYou: ({ channel, at }) => `Angefordert am ${at} ${channel}`,
  more: 'Weitere finden Sie im Home-Tab dieser App.',
  newer: 'Neuere',
  older: 'Ältere',
};
