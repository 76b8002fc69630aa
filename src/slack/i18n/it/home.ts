import type { Messages } from '../en.ts';

/** The app's Home: the reader's inbox. */
export const home: Messages['home'] = {
  newOrder: 'Nuovo ordine',
  waiting: 'In attesa di te',
  mine: 'I tuoi ordini aperti',
  recent: 'Chiusi di recente',
  nothingWaiting: 'Nulla attende la tua approvazione.',
  nothingMine:
    'Non hai ordini aperti. *Nuovo ordine* chiede un prezzo a OVHcloud; nulla viene ordinato senza approvazione.',
  nothingMineDenied: 'Non puoi effettuare ordini. Chiedi a chi può farlo.',
  noOpenOrders: 'Non hai ordini aperti.',
  nothingRecent:
    'Nessun ordine è ancora chiuso. Qui compaiono quelli il cui progetto è pronto e quelli non effettuati, con il motivo.',
  requested: ({ requester, channel, at }) => `Richiesto da ${requester} il ${at} ${channel}`,
  requestedByYou: ({ channel, at }) => `Richiesto il ${at} ${channel}`,
  more: 'Gli altri sono nella scheda Home di questa app.',
  newer: 'Più recenti',
  older: 'Meno recenti',
};
