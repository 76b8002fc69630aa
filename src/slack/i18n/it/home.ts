import type { Messages } from '../en.ts';

/** The app's Home: the reader's inbox. */
export const home: Messages['home'] = {
  newOrder: 'Nuovo ordine',
  waiting: 'In attesa della tua decisione',
  mine: 'I tuoi ordini aperti',
  recent: 'Chiusi di recente',
  nothingWaiting: 'Nessun ordine attende la tua approvazione.',
  nothingMine:
    'Non hai ordini aperti. *Nuovo ordine* chiede il prezzo a OVHcloud; senza approvazione non viene ordinato nulla.',
  nothingMineDenied: 'Non hai l’autorizzazione per effettuare ordini. Rivolgiti a chi può farlo.',
  noOpenOrders: 'Non hai ordini aperti.',
  nothingRecent:
    'Nessun ordine è stato ancora chiuso. Qui compaiono gli ordini il cui progetto è pronto e quelli non effettuati, con il motivo.',
  requested: ({ requester, channel, at }) => `Richiesto da ${requester} (${at}) ${channel}`,
  requestedByYou: ({ channel, at }) => `Richiesto: ${at} ${channel}`,
  more: 'Gli altri sono nella scheda Home di questa app.',
  newer: 'Più recenti',
  older: 'Meno recenti',
};
