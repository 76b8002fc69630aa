import type { Messages } from '../en.ts';

export const failures: Messages['failures'] = {
  ovh_unavailable: {
    what: 'OVHcloud non ha risposto per dieci minuti.',
    toDo: 'Riprova più tardi; status.ovhcloud.com può dire di più.',
  },
  ovh_server_error: {
    what: ({ status }) => `OVHcloud ha risposto con un errore (${status}) per dieci minuti.`,
    saying: ({ status, message }) =>
      `OVHcloud ha risposto con un errore (${status}: «${message}») per dieci minuti.`,
    toDo: 'Riprova più tardi; status.ovhcloud.com può dire di più.',
  },
  rate_limited: {
    what: 'OVHcloud ha respinto le richieste di questa app per dieci minuti: erano troppe.',
    toDo: 'Riprova più tardi.',
  },
  key_invalid: {
    what: 'OVHcloud non accetta più la chiave di questa app.',
    toDo: 'Chiedi a chi gestisce questa app di creare una nuova chiave presso OVHcloud e di inserirla nelle impostazioni, poi riprova.',
  },
  service_account_refused: {
    what: 'OVHcloud non accetta più l’account di servizio di questa app.',
    toDo: 'Chiedi a chi gestisce l’app di controllare OVH_CLIENT_ID e OVH_CLIENT_SECRET, poi riprova.',
  },
  clock_skew: {
    what: 'L’orologio della macchina su cui gira questa app è sbagliato: OVHcloud ne rifiuta le richieste.',
    toDo: 'Chiedi a chi gestisce questa app di regolarlo (NTP), poi riprova.',
  },
  right_missing: {
    what: ({ call }) =>
      `La chiave OVHcloud dell’app non ha il diritto per una chiamata necessaria (${call}).`,
    toDo: 'Chiedi a chi gestisce questa app di creare una chiave con tutti i diritti elencati nel README, poi riprova.',
  },
  account_not_allowed: {
    what: 'La policy di accesso dell’account OVHcloud non permette a questa app di ordinare.',
    naming: ({ actions }) =>
      `La policy di accesso dell’account OVHcloud non permette a questa app di ordinare: manca ${actions}.`,
    toDo: 'Chiedi all’amministratore dell’account OVHcloud di permettere all’utente di questa app di ordinare, poi riprova.',
  },
  checkout_not_allowed: {
    what: 'OVHcloud non permette a questo account di confermare il carrello.',
    toDo: 'Chiedi al titolare dell’account OVHcloud di controllare nello Spazio Cliente (identità, debiti, limiti), poi riprova.',
  },
  not_eligible: {
    what: 'OVHcloud vuole che si sistemi qualcosa nell’account prima di vendere un progetto.',
    toDo: 'Poi riprovare.',
  },
  payment_refused: {
    what: 'OVHcloud non può addebitare questo ordine sul metodo di pagamento dell’account.',
    naming: ({ method }) =>
      `OVHcloud non può addebitare questo ordine sul metodo di pagamento dell’account (${method}).`,
    toDo: 'Chiedi al titolare dell’account OVHcloud di scegliere un altro metodo di pagamento predefinito nello Spazio Cliente (Fatturazione > Metodi di pagamento), o a chi gestisce questa app di impostare OVH_AUTOPAY=false, poi riprova.',
  },
  voucher_refused: {
    toDo: 'Riprova con un altro voucher, o senza.',
    toDoLater: 'Ordina senza voucher, o aspetta un’ora prima di usarne uno.',
  },
  configuration_missing: {
    what: ({ labels }) => `Per questa offerta OVHcloud chiede ${labels}, a cui questa app non sa rispondere.`,
    label: ({ label }) => `«${label}»`,
    toDo: 'Ordina questo progetto nello Spazio Cliente OVHcloud e avvisa chi gestisce questa app.',
  },
  configuration_duplicated: {
    what: ({ label }) => `OVHcloud ha trovato «${label}» due volte nel carrello.`,
    toDo: 'Riprova: viene creato un nuovo carrello.',
  },
  input_refused: {
    what: ({ message }) => `OVHcloud non ha accettato quanto digitato: ${message}`,
    toDo: 'Riprova con un altro nome di progetto o un altro voucher.',
  },
  subsidiary_refused: {
    what: 'OVHcloud non conosce il paese (filiale) impostato in questa app.',
    toDo: 'Chiedi a chi gestisce questa app di correggere o togliere OVH_SUBSIDIARY, poi riprova.',
  },
  plan_not_offered: {
    what: ({ planCode }) => `OVHcloud non propone l’offerta «${planCode}» a questo account.`,
    toDo: 'Chiedi a chi gestisce questa app di correggere o togliere OVH_PLAN_CODE, poi riprova.',
  },
  ovh_order_not_found: {
    what: 'La risposta di OVHcloud è andata persa, e nessun ordine è mai stato trovato.',
    toDo: 'Controllare nello Spazio Cliente OVHcloud (Fatturazione > I miei ordini) prima di ordinare di nuovo questo progetto.',
  },
  ovh_order_cancelled: {
    what: ({ orderId }) => `L’ordine OVHcloud ${orderId} è stato annullato da OVHcloud.`,
    because: ({ orderId, reason }) =>
      `L’ordine OVHcloud ${orderId} è stato annullato da OVHcloud: «${reason}».`,
    refund: 'Per un rimborso, il titolare dell’account deve rivolgersi al supporto OVHcloud.',
    toDo: 'Chiedi al titolare dell’account OVHcloud di controllare nello Spazio Cliente, poi riprova.',
  },
  status_unknown: {
    what: ({ orderId }) => `OVHcloud non dice a che punto è il suo ordine ${orderId}.`,
    toDo: 'Cercarlo nello Spazio Cliente OVHcloud (Fatturazione > I miei ordini) prima di ordinare di nuovo questo progetto.',
  },
  project_not_found: {
    what: ({ orderId }) =>
      `OVHcloud dice che il suo ordine ${orderId} è consegnato, ma il suo progetto non è mai stato trovato.`,
    toDo: 'Chiedi al titolare dell’account OVHcloud di cercare il progetto nello Spazio Cliente e, se non c’è, di rivolgersi al supporto OVHcloud.',
  },
  paid_after_expiry: {
    what: ({ orderId }) =>
      `L’ordine OVHcloud ${orderId}, qui scaduto, è stato poi pagato: ordinare di nuovo sarebbe un doppio acquisto.`,
    toDo: 'Cerca il suo progetto nello Spazio Cliente OVHcloud.',
  },
  checkout_unconfirmed: {
    what: 'La risposta di OVHcloud al checkout è andata persa e da allora non è comparso alcun ordine. Poiché verrebbe addebitato il conto, l’app non riprova da sola.',
    toDo: 'Verificare l’area clienti OVHcloud (Fatturazione > I miei ordini). Se non c’è alcun ordine, riprovare.',
  },
  cart_lost: {
    what: 'Il carrello non esiste più presso OVHcloud.',
    toDo: 'Riprova: viene creato un nuovo carrello.',
  },
  answer_not_understood: {
    what: 'OVHcloud ha risposto qualcosa che questa app non capisce.',
    toDo: 'Riprova; se succede ancora, avvisa chi gestisce questa app: il log contiene i dettagli.',
  },
  refused_otherwise: {
    what: ({ message }) => `OVHcloud ha rifiutato: «${message}».`,
    toDo: 'Se dice che cosa correggere, correggilo e riprova; altrimenti avvisa chi gestisce questa app.',
  },
  channel_unavailable: {
    what: ({ errorCode }) => `L’app non può scrivere in quel canale (${errorCode}).`,
    toDo: ({ bot }) => `Digitarvi /invite @${bot}, poi ordinare di nuovo.`,
  },
  internal: {
    what: 'Si è verificato un errore in questa app.',
    toDo: 'Riprova; se succede ancora, avvisa chi gestisce questa app: il log contiene i dettagli.',
  },
};

export const eligibilityActions: Messages['eligibilityActions'] = {
  addPaymentMethod:
    'Il titolare dell’account OVHcloud deve aggiungere un metodo di pagamento nello Spazio Cliente (Fatturazione > Metodi di pagamento).',
  replacePaymentMethod:
    'Il titolare dell’account OVHcloud deve rinnovare il metodo di pagamento predefinito, che non è valido, o sceglierne un altro come predefinito, nello Spazio Cliente (Fatturazione > Metodi di pagamento).',
  challengePaymentMethod:
    'Il titolare dell’account OVHcloud deve confermare il metodo di pagamento nello Spazio Cliente (Fatturazione > Metodi di pagamento).',
  verifyPaypal:
    'Il titolare dell’account OVHcloud deve verificare l’account PayPal nello Spazio Cliente (Fatturazione > Metodi di pagamento).',
  askIncreaseProjectsQuota:
    'Il numero massimo di progetti è raggiunto: il titolare dell’account OVHcloud deve eliminarne uno, o chiederne di più al supporto OVHcloud.',
  other: ({ action }) => `Il titolare dell’account OVHcloud deve sistemare «${action}» nello Spazio Cliente.`,
};

export const voucherErrors: Messages['voucherErrors'] = {
  invalid: 'OVHcloud non conosce questo voucher.',
  too_many_attempts: 'Sono stati provati troppi voucher: OVHcloud non ne accetta per un’ora.',
  no_longer_valid: 'Questo voucher non è più valido.',
  already_used: 'Questo voucher è già stato usato.',
  expired: 'Questo voucher è scaduto.',
  country: 'Questo voucher è per account di un altro paese.',
  payment_mean: 'Questo voucher richiede prima un metodo di pagamento nell’account OVHcloud.',
  too_many_used: 'Questo voucher è stato usato troppe volte.',
  nichandle: 'Questo voucher appartiene a un altro account OVHcloud.',
  scored: 'OVHcloud non accetta questo voucher per questo account.',
  new_customer: 'Questo voucher è solo per nuovi clienti.',
  new_project: 'Questo voucher è solo per un primo progetto.',
  said: ({ message }) => `OVHcloud non accetta questo voucher: «${message}».`,
  other: ({ code }) => `OVHcloud non accetta questo voucher (${code}).`,
};

export const failureMessages: Messages['failureMessages'] = {
  nothingOrdered: 'Non è stato ordinato nulla.',
  ended: 'Questo ordine è terminato.',
  failedBefore: 'Da allora si è riprovato. Prima non era stato ordinato nulla:',
  endedBefore: 'Nuovo tentativo da allora. Prima, questo ordine era terminato:',
  whatToDo: 'Che cosa fare:',
  tryAgain: 'Riprova',
  support: ({ queryId }) => `Riferimento per il supporto OVHcloud: ${queryId}`,
  said: ({ message }) => `Risposta di OVHcloud: «${message}»`,
  notPlacedThere: ({ name, channel }) =>
    `Il tuo ordine per il progetto «${name}» in ${channel} non è stato effettuato.`,
};
