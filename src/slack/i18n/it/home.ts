import type { Messages } from '../en.ts';

/** The app's Home: the reader's inbox. */
export const home: Messages['home'] = {
  newOrder: 'Nuovo ordine',
  waiting: 'Da decidere',
  mine: 'I propri ordini aperti',
  recent: 'Conclusi di recente',
  nothingWaiting:
    'Nessun ordine è in attesa di approvazione. Gli ordini da approvare compaiono qui, con il prezzo e i pulsanti.',
  nothingMine:
    'Nessun ordine aperto. *Nuovo ordine* chiede un progetto Public Cloud; nulla viene ordinato prima dell’approvazione.',
  nothingRecent:
    'Nessun ordine si è ancora concluso. Qui compaiono quelli il cui progetto è pronto e quelli non andati a buon fine, con il motivo.',
  asked: ({ requester, channel, at }) => `Richiesto da ${requester} in ${channel} il ${at}`,
  more: 'Gli altri sono nella scheda Home di questa app.',
  newer: 'Più recenti',
  older: 'Meno recenti',
  rejectedBy: ({ by }) => `rifiutato da ${by}`,
  ended: {
    rejected: 'rifiutato',
    cancelled: 'annullato',
    approval_expired: 'non approvato in tempo',
    failed: 'non ordinato',
    ovh_order_cancelled: 'annullato da OVHcloud',
    ovh_order_not_found: 'non trovato presso OVHcloud',
    paid_after_expiry: 'pagato dopo essere qui decaduto',
    ready: 'progetto pronto',
    payment_expired: 'non pagato in tempo',
  },
};
