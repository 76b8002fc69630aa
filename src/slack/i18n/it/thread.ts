import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const thread: Messages['thread'] = {
  priceChanged: ({ before, after, names, count }) =>
    plural('it', count, {
      one: `Non è stato ordinato nulla: il prezzo IVA inclusa era di ${before} al momento dell’approvazione e ora è di ${after}. L’approvazione di ${names} non vale più; si prega di decidere di nuovo sul nuovo preventivo qui sotto.`,
      other: `Non è stato ordinato nulla: il prezzo IVA inclusa era di ${before} al momento dell’approvazione e ora è di ${after}. Le approvazioni di ${names} non valgono più; si prega di decidere di nuovo sul nuovo preventivo qui sotto.`,
    }),
  termsChanged: ({ price, names, count }) =>
    plural('it', count, {
      one: `Non è stato ordinato nulla: il prezzo è ancora di ${price} IVA inclusa, ma le condizioni o i contratti sono cambiati. L’approvazione di ${names} non vale più; si prega di decidere di nuovo sul nuovo preventivo qui sotto.`,
      other: `Non è stato ordinato nulla: il prezzo è ancora di ${price} IVA inclusa, ma le condizioni o i contratti sono cambiati. Le approvazioni di ${names} non valgono più; si prega di decidere di nuovo sul nuovo preventivo qui sotto.`,
    }),
  cartChanged: ({ names, count }: { names: string; count: number }) =>
    plural('it', count, {
      one: `Il carrello presso OVHcloud non conteneva più ciò che era stato approvato: non è stato ordinato nulla. L’approvazione di ${names} non è più valida; esaminare il nuovo preventivo qui sotto.`,
      other: `Il carrello presso OVHcloud non conteneva più ciò che era stato approvato: non è stato ordinato nulla. Le approvazioni di ${names} non sono più valide; esaminare il nuovo preventivo qui sotto.`,
    }),
  cartChangedUnapproved:
    'Il carrello presso OVHcloud non conteneva più ciò che era stato preventivato. Esaminare il nuovo preventivo qui sotto.',
  approvalsLost: ({ names, count }: { names: string; count: number }) =>
    plural('it', count, {
      one: `${names} non può più approvare: quell’approvazione non conta più.`,
      other: `${names} non possono più approvare: le loro approvazioni non contano più.`,
    }),
  approversCalled: ({ people, name }: { people: string; name: string }) =>
    `${people} ora puoi decidere anche tu sull’ordine per «${name}»: i pulsanti sono più in alto.`,
  approvalsNotEnough:
    'Le approvazioni non bastano per l’ordine: non è stato ordinato nulla. Esaminare di nuovo l’ordine.',
  onHold:
    'Questo ordine è sospeso: il suo record nel database è stato modificato al di fuori dell’app. L’app non fa nulla e non ordina nulla finché il gestore non avrà ripristinato il record.',
  unexpectedOrder: (facts: { requester: string; approverMentions: string; orderId: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} esiste anche l’ordine OVHcloud ${facts.orderId} per «${facts.name}»: un precedente checkout dall’esito sconosciuto lo ha effettuato. Verificare entrambi gli ordini nell’area clienti OVHcloud (Fatturazione > I miei ordini). Non pagare due volte; se è già stato addebitato, chiederne l’annullamento al supporto OVHcloud.`,
  unexpectedOrderUnknown: (facts: { requester: string; approverMentions: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} OVHcloud ha effettuato il checkout di un carrello di «${facts.name}»: esiste quindi un ordine che l’app non trova. Cercarlo nell’area clienti OVHcloud (Fatturazione > I miei ordini) prima che qualcuno ordini di nuovo o paghi.`,
  outcomeUnknown:
    'La risposta di OVHcloud all’ordine è andata persa: non si sa se sia stato effettuato. ' +
    'È in corso una verifica; nulla viene ordinato di nuovo prima che sia chiaro.',
  outcomeResolved:
    'La risposta di OVHcloud all’ordine è andata persa, perciò è stato verificato se fosse stato effettuato. ' +
    'Il seguito è raccontato qui sotto.',
  matchAmbiguous: ({ requester, approverMentions, orderIds, name }) =>
    `${requester} ${approverMentions} la risposta di OVHcloud è andata persa, e l’ordine potrebbe essere diventato uno di questi ` +
    `ordini OVHcloud: ${orderIds}. Un approvatore deve controllarli nello Spazio Cliente OVHcloud (Fatturazione > I ` +
    `miei ordini) e dire quale è per «${name}». Prima non viene ordinato altro.`,
  matchConfirmed: ({ by, orderId }) => `${by} dice che è l’ordine OVHcloud ${orderId}.`,
  matchesRejected: ({ by }) => `${by} dice che non è nessuno di questi ordini. La ricerca continua.`,
  matchNotFound: ({ requester, name }) =>
    `${requester} La risposta di OVHcloud è andata persa, e il suo ordine per «${name}», se esiste, non si vede. Si prega ` +
    'di cercarlo nello Spazio Cliente OVHcloud (Fatturazione > I miei ordini). Qui viene ancora cercato; un approvatore può ' +
    'interrompere la ricerca. Nulla viene ordinato di nuovo.',
  channelChangedUndecided: ({ from }) =>
    `L’app non può più scrivere in ${from}, quindi questo ordine continua qui. Gli approvatori qui non lo vedono: ` +
    'annullalo e ordina di nuovo dove l’app può scrivere, o invitala lì e attendi la fine di questo.',
  channelChanged: ({ from }) =>
    `L’app non può più scrivere in ${from}, quindi questo ordine continua qui. Quanto deciso lì resta valido.`,
  placed: ({ orderId, price, requester }) =>
    `L’ordine OVHcloud ${orderId} è stato effettuato (${price} IVA inclusa). Il link di pagamento è stato inviato a ${requester} in un messaggio diretto.`,
  editedReason: 'Il richiedente ha cambiato la motivazione dell’ordine. Il preventivo resta lo stesso.',
  edited: ({ fields }) =>
    `Il richiedente ha modificato l’ordine (${fields}): a OVHcloud viene chiesto un nuovo preventivo.`,
  editedVoiding: ({ fields, names, count }) =>
    plural('it', count, {
      one: `Il richiedente ha modificato l’ordine (${fields}): a OVHcloud viene chiesto un nuovo preventivo. L’approvazione di ${names} non vale più.`,
      other: `Il richiedente ha modificato l’ordine (${fields}): a OVHcloud viene chiesto un nuovo preventivo. Le approvazioni di ${names} non valgono più.`,
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
    `${approverMentions} promemoria: *${name}* per *${price}* IVA inclusa attende ancora una decisione.`,
  reminded: 'È stato inviato un promemoria a chi non aveva ancora deciso.',
  retried: 'Il richiedente riprova: a OVHcloud viene chiesto un nuovo preventivo.',
  triedAgainBy: ({ by }) => `${by} riprova per il richiedente: a OVHcloud viene chiesto un nuovo preventivo.`,
};

export const match: Messages['match'] = {
  itIs: ({ orderId }) => `È il ${orderId}`,
  itIsTitle: ({ orderId }) => `È l’ordine OVHcloud ${orderId}?`,
  itIsText: ({ orderId, name }) =>
    `Verificarlo prima nello Spazio Cliente OVHcloud: l’ordine ${orderId} vale allora come quello del progetto «${name}», e il suo link di pagamento viene consegnato.`,
  none: 'Nessuno di questi',
  noneTitle: 'Nessuno di questi ordini?',
  noneText: ({ name }) =>
    `Verificarlo prima nello Spazio Cliente OVHcloud: il progetto «${name}» può allora essere ordinato di nuovo.`,
  stop: 'Interrompi la ricerca',
  stopTitle: 'Interrompere la ricerca?',
  stopText: ({ name }) =>
    `L’ordine di «${name}» termina allora qui. Se OVHcloud lo ha effettuato, si può trovare e pagare solo nello Spazio Cliente.`,
  back: 'Indietro',
};
