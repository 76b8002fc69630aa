import type { Messages } from '../en.ts';

/** The app's Home: the reader's inbox. */
export const home: Messages['home'] = {
  newOrder: 'Neue Bestellung',
  waiting: 'Wartet auf Sie',
  mine: 'Ihre offenen Bestellungen',
  recent: 'Kürzlich abgeschlossen',
  nothingWaiting: 'Nichts wartet auf Ihre Genehmigung.',
  nothingMine:
    'Sie haben keine offene Bestellung. *Neue Bestellung* fragt OVHcloud nach einem Preis; ohne Genehmigung wird nichts bestellt.',
  nothingMineDenied: 'Sie dürfen keine Bestellungen aufgeben. Wenden Sie sich an jemanden, der es darf.',
  noOpenOrders: 'Sie haben keine offene Bestellung.',
  nothingRecent:
    'Noch ist keine Bestellung abgeschlossen. Hier stehen dann die, deren Projekt bereit ist, und die, die nicht aufgegeben wurden, mit dem Grund.',
  requested: ({ requester, channel, at }) => `Angefordert von ${requester} am ${at} ${channel}`,
  requestedByYou: ({ channel, at }) => `Angefordert am ${at} ${channel}`,
  more: 'Weitere stehen im Home-Tab dieser App.',
  newer: 'Neuere',
  older: 'Ältere',
};
