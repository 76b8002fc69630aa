import type { Messages } from '../en.ts';

export const failures: Messages['failures'] = {
  ovh_unavailable: {
    what: 'OVHcloud non ha risposto per dieci minuti.',
    toDo: 'Riprova più tardi; su status.ovhcloud.com potrebbero esserci più informazioni.',
  },
  ovh_server_error: {
    what: ({ status }) => `OVHcloud ha risposto con un errore (${status}) per dieci minuti.`,
    saying: ({ status, message }) =>
      `OVHcloud ha risposto con un errore (${status}: «${message}») per dieci minuti.`,
    toDo: 'Riprova più tardi; su status.ovhcloud.com potrebbero esserci più informazioni.',
  },
  rate_limited: {
    what: 'OVHcloud ha respinto per dieci minuti le richieste dell’app: erano troppe.',
    toDo: 'Riprova più tardi.',
  },
  key_invalid: {
    what: 'OVHcloud non accetta più la chiave API dell’app.',
    toDo: 'Chiedi a chi gestisce l’app di creare una nuova chiave su OVHcloud e di inserirla nelle impostazioni, poi riprova.',
  },
  service_account_refused: {
    what: 'OVHcloud non accetta più l’account di servizio dell’app.',
    toDo: 'Chiedi a chi gestisce l’app di controllare OVH_CLIENT_ID e OVH_CLIENT_SECRET, poi riprova.',
  },
  clock_skew: {
    what: 'L’orologio della macchina su cui gira l’app è sbagliato, quindi OVHcloud ne rifiuta le richieste.',
    toDo: 'Chiedi a chi gestisce l’app di regolarlo (NTP), poi riprova.',
  },
  right_missing: {
    what: ({ call }) =>
      `La chiave OVHcloud dell’app non ha l’autorizzazione per una chiamata necessaria (${call}).`,
    toDo: 'Chiedi a chi gestisce l’app di creare una chiave con tutte le autorizzazioni elencate nella guida alla configurazione, poi riprova.',
  },
  account_not_allowed: {
    what: 'La policy di accesso dell’account OVHcloud non permette all’app di ordinare.',
    naming: ({ actions }) =>
      `La policy di accesso dell’account OVHcloud non permette all’app di ordinare: manca l’autorizzazione per ${actions}.`,
    toDo: 'Chiedi all’amministratore dell’account OVHcloud di autorizzare gli ordini per l’utente dell’app, poi riprova.',
  },
  checkout_not_allowed: {
    what: 'OVHcloud non permette a questo account di completare l’ordine.',
    toDo: 'Chiedi al titolare dell’account OVHcloud di verificare il motivo nello Spazio Cliente (identità, debiti, limiti), poi riprova.',
  },
  not_eligible: {
    what: 'OVHcloud richiede un intervento sull’account prima di vendere un progetto.',
    toDo: 'Poi riprova.',
  },
  payment_refused: {
    what: 'OVHcloud non può addebitare questo ordine sul metodo di pagamento dell’account.',
    naming: ({ method }) =>
      `OVHcloud non può addebitare questo ordine sul metodo di pagamento dell’account (${method}).`,
    toDo: 'Chiedi al titolare dell’account OVHcloud di impostare come predefinito un altro metodo di pagamento nello Spazio Cliente (Fatturazione > Metodi di pagamento), oppure a chi gestisce l’app di impostare OVH_AUTOPAY=false, poi riprova.',
  },
  voucher_refused: {
    toDo: 'Riprova con un altro voucher, o senza.',
    toDoLater: 'Ordina senza voucher, o aspetta un’ora prima di usarne di nuovo uno.',
  },
  configuration_missing: {
    what: ({ labels }) =>
      `Per questa offerta OVHcloud richiede ${labels}, ma l’app non può fornire questi dati.`,
    label: ({ label }) => `«${label}»`,
    toDo: 'Ordina questo progetto nello Spazio Cliente OVHcloud e avvisa chi gestisce l’app.',
  },
  configuration_duplicated: {
    what: ({ label }) => `OVHcloud ha trovato «${label}» due volte nel carrello.`,
    toDo: 'Riprova: viene creato un nuovo carrello.',
  },
  input_refused: {
    what: ({ message }) => `OVHcloud non ha accettato i dati inseriti: ${message}`,
    toDo: 'Riprova con un altro nome di progetto o un altro voucher.',
  },
  subsidiary_refused: {
    what: 'OVHcloud non riconosce il Paese (filiale) impostato nell’app.',
    toDo: 'Chiedi a chi gestisce l’app di correggere o rimuovere OVH_SUBSIDIARY, poi riprova.',
  },
  plan_not_offered: {
    what: ({ planCode }) => `OVHcloud non propone l’offerta «${planCode}» a questo account.`,
    toDo: 'Chiedi a chi gestisce l’app di correggere o rimuovere OVH_PLAN_CODE, poi riprova.',
  },
  ovh_order_not_found: {
    what: 'La risposta di OVHcloud è andata persa e non è mai stato trovato un ordine corrispondente.',
    toDo: 'Controlla nello Spazio Cliente OVHcloud (Fatturazione > I miei ordini) prima di ordinare di nuovo questo progetto.',
  },
  ovh_order_cancelled: {
    what: ({ orderId }) => `L’ordine OVHcloud ${orderId} è stato annullato presso OVHcloud.`,
    because: ({ orderId, reason }) =>
      `L’ordine OVHcloud ${orderId} è stato annullato presso OVHcloud: «${reason}».`,
    refund: 'Per un rimborso, il titolare dell’account deve rivolgersi al supporto OVHcloud.',
    toDo: 'Chiedi al titolare dell’account OVHcloud di verificare nello Spazio Cliente, poi riprova.',
  },
  status_unknown: {
    what: ({ orderId }) => `OVHcloud non comunica lo stato dell’ordine ${orderId}.`,
    toDo: 'Cercalo nello Spazio Cliente OVHcloud (Fatturazione > I miei ordini) prima di ordinare di nuovo questo progetto.',
  },
  project_not_found: {
    what: ({ orderId }) =>
      `Secondo OVHcloud l’ordine ${orderId} è stato consegnato, ma il progetto non è mai stato trovato.`,
    toDo: 'Chiedi al titolare dell’account OVHcloud di cercare il progetto nello Spazio Cliente e, se non c’è, di rivolgersi al supporto OVHcloud.',
  },
  paid_after_expiry: {
    what: ({ orderId }) =>
      `L’ordine OVHcloud ${orderId}, scaduto nell’app, è stato poi pagato: ordinando di nuovo, il progetto verrebbe acquistato due volte.`,
    toDo: 'Cerca il progetto nello Spazio Cliente OVHcloud.',
  },
  checkout_unconfirmed: {
    what: 'La risposta di OVHcloud all’invio dell’ordine è andata persa e da allora non è comparso alcun ordine. Poiché un nuovo tentativo comporterebbe un addebito sull’account, l’app non riprova automaticamente.',
    toDo: 'Controlla nello Spazio Cliente OVHcloud (Fatturazione > I miei ordini). Se non c’è alcun ordine, riprova.',
  },
  cart_lost: {
    what: 'Il carrello non esiste più presso OVHcloud.',
    toDo: 'Riprova: viene creato un nuovo carrello.',
  },
  answer_not_understood: {
    what: 'L’app non comprende la risposta di OVHcloud.',
    toDo: 'Riprova; se succede di nuovo, avvisa chi gestisce l’app: i dettagli sono nel log.',
  },
  refused_otherwise: {
    what: ({ message }) => `OVHcloud ha rifiutato: «${message}».`,
    toDo: 'Se il messaggio indica che cosa correggere, correggilo e riprova; altrimenti avvisa chi gestisce l’app.',
  },
  channel_unavailable: {
    what: ({ errorCode }) => `L’app non può scrivere in quel canale (${errorCode}).`,
    toDo: ({ bot }) => `Digita lì /invite @${bot}, poi ordina di nuovo.`,
  },
  approvers_hidden: {
    what: ({ subject, errorCode }) =>
      `Slack non comunica all’app se chi ha approvato è ancora tra gli approvatori: non le mostra ${subject} (${errorCode}).`,
    toDo: 'Chi gestisce l’app deve risolvere il problema; poi riprova.',
  },
  internal: {
    what: 'Si è verificato un errore nell’app.',
    toDo: 'Riprova; se succede di nuovo, avvisa chi gestisce l’app: i dettagli sono nel log.',
  },
};

export const eligibilityActions: Messages['eligibilityActions'] = {
  addPaymentMethod:
    'Il titolare dell’account OVHcloud deve aggiungere un metodo di pagamento nello Spazio Cliente (Fatturazione > Metodi di pagamento).',
  replacePaymentMethod:
    'Il metodo di pagamento predefinito non è valido: il titolare dell’account OVHcloud deve rinnovarlo o impostarne un altro come predefinito nello Spazio Cliente (Fatturazione > Metodi di pagamento).',
  challengePaymentMethod:
    'Il titolare dell’account OVHcloud deve confermare il metodo di pagamento nello Spazio Cliente (Fatturazione > Metodi di pagamento).',
  verifyPaypal:
    'Il titolare dell’account OVHcloud deve verificare l’account PayPal nello Spazio Cliente (Fatturazione > Metodi di pagamento).',
  askIncreaseProjectsQuota:
    'È stato raggiunto il numero massimo di progetti: il titolare dell’account OVHcloud deve eliminarne uno o chiedere un aumento al supporto OVHcloud.',
  other: ({ action }) => `Il titolare dell’account OVHcloud deve risolvere «${action}» nello Spazio Cliente.`,
};

export const voucherErrors: Messages['voucherErrors'] = {
  invalid: 'OVHcloud non riconosce questo voucher.',
  too_many_attempts: 'Sono stati provati troppi voucher: OVHcloud non ne accetta per un’ora.',
  no_longer_valid: 'Questo voucher non è più valido.',
  already_used: 'Questo voucher è già stato usato.',
  expired: 'Questo voucher è scaduto.',
  country: 'Questo voucher è riservato agli account di un altro Paese.',
  payment_mean: 'Questo voucher richiede prima un metodo di pagamento nell’account OVHcloud.',
  too_many_used: 'Questo voucher è stato usato troppe volte.',
  nichandle: 'Questo voucher appartiene a un altro account OVHcloud.',
  scored: 'OVHcloud non accetta questo voucher per questo account.',
  new_customer: 'Questo voucher è riservato ai nuovi clienti.',
  new_project: 'Questo voucher è valido solo per il primo progetto.',
  said: ({ message }) => `OVHcloud non accetta questo voucher: «${message}».`,
  other: ({ code }) => `OVHcloud non accetta questo voucher (${code}).`,
};

export const failureMessages: Messages['failureMessages'] = {
  nothingOrdered: 'Non è stato ordinato nulla.',
  ended: 'Questo ordine è stato chiuso.',
  failedBefore: 'C’è stato un nuovo tentativo. Prima non era stato ordinato nulla:',
  endedBefore: 'C’è stato un nuovo tentativo. Prima l’ordine era stato chiuso:',
  whatToDo: 'Che cosa fare:',
  tryAgain: 'Riprova',
  support: ({ queryId }) => `Riferimento per il supporto OVHcloud: ${queryId}`,
  said: ({ message }) => `Risposta di OVHcloud: «${message}»`,
  notPlacedThere: ({ name, channel }) =>
    `Il tuo ordine per il progetto «${name}» in ${channel} non è stato effettuato.`,
};
