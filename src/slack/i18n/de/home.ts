import type { Messages } from '../en.ts';

/** The app's Home: the reader's inbox. */
export const home: Messages['home'] = {
  newOrder: 'Neue Bestellung',
  waiting: 'Warten auf Ihre Entscheidung',
  mine: 'Ihre offenen Bestellungen',
  recent: 'Zuletzt beendet',
  nothingWaiting:
    'Keine Bestellung wartet auf Ihre Genehmigung. Hier erscheinen Bestellungen, die Sie genehmigen können, mit Preis und Schaltflächen.',
  nothingMine:
    'Sie haben keine offene Bestellung. *Neue Bestellung* fordert ein Public Cloud Projekt an; vor der Genehmigung wird nichts bestellt.',
  nothingRecent:
    'Noch ist keine Bestellung beendet. Hier stehen dann die, deren Projekt bereit ist, und die, aus denen nichts wurde, mit dem Grund.',
  asked: ({ requester, channel, at }) => `Angefordert von ${requester} in ${channel} am ${at}`,
  more: 'Weitere stehen im Home-Tab dieser App.',
  newer: 'Neuere',
  older: 'Ältere',
  rejectedBy: ({ by }) => `abgelehnt von ${by}`,
  ended: {
    rejected: 'abgelehnt',
    cancelled: 'abgebrochen',
    approval_expired: 'nicht rechtzeitig genehmigt',
    failed: 'nicht bestellt',
    ovh_order_cancelled: 'bei OVHcloud storniert',
    ovh_order_not_found: 'bei OVHcloud nicht gefunden',
    paid_after_expiry: 'bezahlt, nachdem sie hier verfallen war',
    ready: 'Projekt bereit',
    payment_expired: 'nicht rechtzeitig bezahlt',
  },
};
