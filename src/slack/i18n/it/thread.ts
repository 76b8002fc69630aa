import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const thread: Messages['thread'] = {
  priceChanged: ({ before, after, names, count }) =>
    plural('it', count, {
      one: `Non è stato ordinato nulla: il prezzo IVA inclusa era di ${before} al momento dell’approvazione e ora è di ${after}. L’approvazione di ${names} non vale più: esamina il nuovo preventivo qui sotto.`,
      other: `Non è stato ordinato nulla: il prezzo IVA inclusa era di ${before} al momento dell’approvazione e ora è di ${after}. Le approvazioni di ${names} non valgono più: esamina il nuovo preventivo qui sotto.`,
    }),
  termsChanged: ({ price, names, count }) =>
    plural('it', count, {
      one: `Non è stato ordinato nulla: il prezzo è ancora di ${price} IVA inclusa, ma le condizioni o i contratti sono cambiati. L’approvazione di ${names} non vale più: esamina il nuovo preventivo qui sotto.`,
      other: `Non è stato ordinato nulla: il prezzo è ancora di ${price} IVA inclusa, ma le condizioni o i contratti sono cambiati. Le approvazioni di ${names} non valgono più: esamina il nuovo preventivo qui sotto.`,
    }),
  cartChanged: ({ names, count }) =>
    plural('it', count, {
      one: `Non è stato ordinato nulla: il carrello presso OVHcloud non conteneva più ciò che era stato approvato. L’approvazione di ${names} non vale più: esamina il nuovo preventivo qui sotto.`,
      other: `Non è stato ordinato nulla: il carrello presso OVHcloud non conteneva più ciò che era stato approvato. Le approvazioni di ${names} non valgono più: esamina il nuovo preventivo qui sotto.`,
    }),
  cartChangedUnapproved:
    'Il carrello presso OVHcloud non conteneva più ciò che era indicato nel preventivo. Esamina il nuovo preventivo qui sotto.',
  approvalsLost: ({ names, count }) =>
    plural('it', count, {
      one: `${names} non può più approvare, quindi la sua approvazione non vale più.`,
      other: `${names} non possono più approvare, quindi le loro approvazioni non valgono più.`,
    }),
  approversCalled: ({ people, name }) =>
    `${people} ora tra gli approvatori dell’ordine per «${name}»: i pulsanti per decidere sono qui sopra.`,
  approvalsNotEnough:
    'Le approvazioni non bastano per effettuare l’ordine: non è stato ordinato nulla. Esamina di nuovo l’ordine.',
  onHold:
    'Questo ordine è sospeso: i suoi dati nel database sono stati modificati al di fuori dell’app. L’app non fa nulla e non ordina nulla finché chi la gestisce non li avrà ripristinati.',
  unexpectedOrder: ({ requester, approverMentions, orderId, name }) =>
    `${requester} ${approverMentions} Esiste anche l’ordine OVHcloud ${orderId} per «${name}»: lo ha generato un invio precedente il cui esito era sconosciuto. Entrambi gli ordini vanno verificati nello Spazio Cliente OVHcloud (Fatturazione > I miei ordini). Il progetto non va pagato due volte; se quest’ordine è stato addebitato, l’annullamento va chiesto al supporto OVHcloud.`,
  unexpectedOrderUnknown: ({ requester, approverMentions, name }) =>
    `${requester} ${approverMentions} OVHcloud ha trasformato in ordine un carrello per «${name}»: esiste quindi un ordine che l’app non trova. Va cercato nello Spazio Cliente OVHcloud (Fatturazione > I miei ordini) prima che qualcuno ordini di nuovo o paghi.`,
  outcomeUnknown:
    'La risposta di OVHcloud all’invio dell’ordine è andata persa: non si sa se l’ordine sia stato effettuato. ' +
    'La verifica è in corso; l’ordine non viene ripetuto finché la situazione non è chiarita.',
  outcomeResolved:
    'La risposta di OVHcloud all’invio dell’ordine è andata persa: è stato verificato se l’ordine fosse stato effettuato. ' +
    'Il risultato è qui sotto.',
  matchAmbiguous: ({ requester, approverMentions, orderIds, name }) =>
    `${requester} ${approverMentions} La risposta di OVHcloud all’invio dell’ordine è andata persa; l’ordine potrebbe essere uno di ` +
    `questi ordini OVHcloud: ${orderIds}. Un approvatore deve verificarli nello Spazio Cliente OVHcloud (Fatturazione > I ` +
    `miei ordini) e indicare quale è per «${name}». Prima di allora non viene ordinato altro.`,
  matchConfirmed: ({ by, orderId }) => `Secondo ${by} è l’ordine OVHcloud ${orderId}.`,
  matchesRejected: ({ by }) => `Secondo ${by} non è nessuno di questi ordini. La ricerca continua.`,
  matchNotFound: ({ requester, name }) =>
    `${requester}, la risposta di OVHcloud è andata persa e l’ordine per «${name}», se esiste, non è stato trovato. ` +
    'Cercalo nello Spazio Cliente OVHcloud (Fatturazione > I miei ordini). L’app continua la ricerca; un approvatore può ' +
    'interromperla. L’ordine non viene ripetuto.',
  channelChangedUndecided: ({ from }) =>
    `L’app non può più scrivere in ${from}, quindi questo ordine prosegue qui. Gli approvatori qui non lo vedono: ` +
    'annullalo e ordina di nuovo dove l’app può scrivere, oppure invitala lì e attendi la chiusura di questo ordine.',
  channelChanged: ({ from }) =>
    `L’app non può più scrivere in ${from}, quindi questo ordine prosegue qui. Le decisioni prese lì restano valide.`,
  placed: ({ orderId, price, requester }) =>
    `L’ordine OVHcloud ${orderId} è stato effettuato (${price} IVA inclusa). Il link di pagamento è stato inviato a ${requester} in un messaggio diretto.`,
  editedReason: 'Il richiedente ha modificato la motivazione dell’ordine. Il preventivo resta lo stesso.',
  edited: ({ fields }) =>
    `Il richiedente ha modificato l’ordine (${fields}): l’app chiede un nuovo preventivo a OVHcloud.`,
  editedVoiding: ({ fields, names, count }) =>
    plural('it', count, {
      one: `Il richiedente ha modificato l’ordine (${fields}): l’app chiede un nuovo preventivo a OVHcloud. L’approvazione di ${names} non vale più.`,
      other: `Il richiedente ha modificato l’ordine (${fields}): l’app chiede un nuovo preventivo a OVHcloud. Le approvazioni di ${names} non valgono più.`,
    }),
  fields: {
    projectName: 'nome',
    voucher: 'voucher',
    reason: 'motivazione',
    budget: 'budget mensile',
    waiveWithdrawal: 'diritto di recesso',
  },
  approvalWithdrawn: ({ by }) =>
    `${by} ha ritirato la propria approvazione: l’ordine è di nuovo in attesa di approvazione.`,
  reminder: ({ approverMentions, name, price }) =>
    `${approverMentions} Promemoria: *${name}* per *${price}* IVA inclusa attende ancora una decisione.`,
  reminded: 'È stato inviato un promemoria a chi non aveva ancora deciso.',
  retried: 'Il richiedente riprova: l’app chiede un nuovo preventivo a OVHcloud.',
  triedAgainBy: ({ by }) => `${by} riprova per il richiedente: l’app chiede un nuovo preventivo a OVHcloud.`,
};

export const match: Messages['match'] = {
  itIs: ({ orderId }) => `È l’ordine ${orderId}`,
  itIsTitle: ({ orderId }) => `È l’ordine OVHcloud ${orderId}?`,
  itIsText: ({ orderId, name }) =>
    `Verifica prima nello Spazio Cliente OVHcloud. Se confermi, l’ordine ${orderId} vale come ordine del progetto «${name}» e il suo link di pagamento viene reso disponibile.`,
  none: 'Nessuno di questi',
  noneTitle: 'Nessuno di questi ordini?',
  noneText: ({ name }) =>
    `Verifica prima nello Spazio Cliente OVHcloud. Se confermi, il progetto «${name}» potrà essere ordinato di nuovo.`,
  stop: 'Interrompi ricerca',
  stopTitle: 'Interrompere la ricerca?',
  stopText: ({ name }) =>
    `Se confermi, l’ordine per «${name}» viene chiuso nell’app. Se OVHcloud lo ha effettuato, si può trovare e pagare solo nello Spazio Cliente.`,
  back: 'Indietro',
};
