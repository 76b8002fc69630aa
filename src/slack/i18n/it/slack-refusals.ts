import type { Messages } from '../en.ts';

export const channelRefusals: Messages['channelRefusals'] = {
  directMessage: ({ command }) =>
    `L’app non può scrivere nei messaggi diretti tra persone. Non è stato ordinato nulla; digita ${command} in un canale.`,
  typeElsewhere: ({ errorCode, command }) =>
    `L’app non è autorizzata a scrivere in questo canale (${errorCode}), e invitarla non cambia nulla. Non è stato ordinato nulla; digita ${command} in un altro canale.`,
  chooseAnother: ({ errorCode }) =>
    `L’app non è autorizzata a scrivere in questo canale (${errorCode}), e invitarla non cambia nulla. Scegli un altro canale.`,
  orderElsewhere: 'Ordina di nuovo in un altro canale: invitare l’app in quello non serve.',
  appRefused: ({ errorCode }) =>
    `Slack non accetta i messaggi dell’app (${errorCode}). Non è stato ordinato nulla. Riprovare non serve: avvisa chi gestisce l’app.`,
  tellOperator: 'Riprovare non serve: avvisa chi gestisce l’app.',
};

export const lookups: Messages['lookups'] = {
  groupRefused: ({ group, code }) =>
    `Slack non comunica all’app chi fa parte del gruppo di utenti ${group} (${code}), quindi non è possibile verificare chi è autorizzato. Riprovare non serve: avvisa chi gestisce l’app.`,
  noApprovers: ({ group, code }) =>
    `Nessuno potrebbe approvare questo ordine: Slack non comunica all’app chi fa parte del gruppo di utenti ${group} (${code}). Riprovare non serve: avvisa chi gestisce l’app.`,
  personRefused: ({ code }) =>
    `Slack non mostra all’app il tuo account (${code}), quindi non è possibile verificare le tue autorizzazioni. Riprovare non serve: avvisa chi gestisce l’app.`,
};

export const linkDelivery: Messages['linkDelivery'] = {
  show: 'Mostra link di pagamento',
  retrying: ({ orderId, price, requester, errorCode }) =>
    `L’ordine OVHcloud ${orderId} è stato effettuato (${price} IVA inclusa). Il link di pagamento non è ancora arrivato a ${requester}: Slack non consegna il messaggio diretto (${errorCode}). L’app continua a provare. Nel frattempo il richiedente e gli approvatori possono vedere il link qui.`,
  failed: ({ orderId, price, requester, errorCode, approverMentions }) =>
    `${approverMentions} L’ordine OVHcloud ${orderId} è stato effettuato (${price} IVA inclusa), ma non è possibile consegnare il link di pagamento a ${requester} in un messaggio diretto (${errorCode}). Il richiedente e gli approvatori possono vederlo qui.`,
  placed: ({ orderId, price }) => `L’ordine OVHcloud ${orderId} è stato effettuato (${price} IVA inclusa).`,
  nextPending:
    'Prossimo passo: il richiedente riceve il link di pagamento; dopo il pagamento OVHcloud consegna il progetto.',
  nextForRequester:
    'Il link di pagamento non è arrivato al richiedente. Nel thread, *Mostra link di pagamento* lo mostra al richiedente e agli approvatori.',
  nextForChannel:
    'Non è stato possibile pubblicare il link di pagamento nel thread. *Mostra link di pagamento* lo mostra al richiedente e agli approvatori.',
  reminder: ({ requester, name, price, until }) =>
    `${requester}, promemoria: il progetto *${name}* (${price} IVA inclusa) non è ancora pagato. Scadenza dell’ordine: ${until}. Il link di pagamento non ti è arrivato in un messaggio diretto: *Mostra link di pagamento*, qui sopra, te lo mostra.`,
  notForYou: 'Solo il richiedente e gli approvatori possono vedere il link di pagamento.',
  notKnown: 'L’app sta recuperando il link di pagamento da OVHcloud. Riprova tra un minuto.',
  movedFromRequester: ({ requester }) =>
    `L’app non può più scrivere a ${requester}, quindi questo ordine prosegue qui, con un approvatore. Le decisioni già prese restano valide.`,
};
