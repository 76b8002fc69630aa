import type { Messages } from '../en.ts';

export const failures: Messages['failures'] = {
  ovh_unavailable: {
    what: 'OVHcloud hat zehn Minuten lang nicht geantwortet.',
    toDo: 'Versuchen Sie es später erneut; vielleicht steht mehr auf status.ovhcloud.com.',
  },
  ovh_server_error: {
    what: ({ status }) => `OVHcloud hat zehn Minuten lang mit einem Fehler geantwortet (${status}).`,
    saying: ({ status, message }) =>
      `OVHcloud hat zehn Minuten lang mit einem Fehler geantwortet (${status}: „${message}“).`,
    toDo: 'Versuchen Sie es später erneut; vielleicht steht mehr auf status.ovhcloud.com.',
  },
  rate_limited: {
    what: 'OVHcloud hat die Anfragen dieser App zehn Minuten lang abgewiesen: Es waren zu viele.',
    toDo: 'Versuchen Sie es später erneut.',
  },
  key_invalid: {
    what: 'OVHcloud akzeptiert den API-Schlüssel dieser App nicht mehr.',
    toDo: 'Bitten Sie den Betreiber der App, bei OVHcloud einen neuen Schlüssel zu erstellen und in die Einstellungen einzutragen. Versuchen Sie es danach erneut.',
  },
  service_account_refused: {
    what: 'OVHcloud akzeptiert das Dienstkonto dieser App nicht mehr.',
    toDo: 'Bitten Sie den Betreiber der App, OVH_CLIENT_ID und OVH_CLIENT_SECRET zu prüfen. Versuchen Sie es danach erneut.',
  },
  clock_skew: {
    what: 'Die Uhr des Rechners, auf dem diese App läuft, geht falsch. Deshalb lehnt OVHcloud ihre Anfragen ab.',
    toDo: 'Bitten Sie den Betreiber der App, die Uhr zu stellen (NTP). Versuchen Sie es danach erneut.',
  },
  right_missing: {
    what: ({ call }) =>
      `Dem OVHcloud-Schlüssel der App fehlt die Berechtigung für einen nötigen Aufruf (${call}).`,
    toDo: 'Bitten Sie den Betreiber der App, einen Schlüssel mit allen Berechtigungen aus der Einrichtungsanleitung zu erstellen. Versuchen Sie es danach erneut.',
  },
  account_not_allowed: {
    what: 'Die Zugriffsrichtlinie des OVHcloud-Accounts erlaubt dieser App keine Bestellungen.',
    naming: ({ actions }) =>
      `Die Zugriffsrichtlinie des OVHcloud-Accounts erlaubt dieser App keine Bestellungen. Es fehlt: ${actions}.`,
    toDo: 'Bitten Sie den Administrator des OVHcloud-Accounts, dem Benutzer dieser App das Bestellen zu erlauben. Versuchen Sie es danach erneut.',
  },
  checkout_not_allowed: {
    what: 'OVHcloud erlaubt diesem Account nicht, die Bestellung abzuschließen.',
    toDo: 'Bitten Sie den Inhaber des OVHcloud-Accounts, im Kundencenter nachzusehen (Identität, offene Rechnungen, Limits). Versuchen Sie es danach erneut.',
  },
  not_eligible: {
    what: 'Bevor OVHcloud ein Projekt verkauft, ist im Account noch etwas zu erledigen.',
    toDo: 'Versuchen Sie es danach erneut.',
  },
  payment_refused: {
    what: 'OVHcloud kann das Zahlungsmittel des Accounts nicht mit dieser Bestellung belasten.',
    naming: ({ method }) =>
      `OVHcloud kann das Zahlungsmittel des Accounts (${method}) nicht mit dieser Bestellung belasten.`,
    toDo: 'Bitten Sie den Inhaber des OVHcloud-Accounts, im Kundencenter ein anderes Zahlungsmittel als Standard festzulegen (Abrechnung > Zahlungsmittel), oder den Betreiber der App, OVH_AUTOPAY=false zu setzen. Versuchen Sie es danach erneut.',
  },
  voucher_refused: {
    toDo: 'Versuchen Sie es mit einem anderen Gutschein oder ohne Gutschein erneut.',
    toDoLater: 'Bestellen Sie ohne Gutschein, oder warten Sie eine Stunde, bevor Sie wieder einen verwenden.',
  },
  configuration_missing: {
    what: ({ labels }) =>
      `OVHcloud verlangt für diesen Tarif Angaben, die diese App nicht machen kann: ${labels}.`,
    label: ({ label }) => `„${label}“`,
    toDo: 'Bestellen Sie dieses Projekt im OVHcloud-Kundencenter und informieren Sie den Betreiber der App.',
  },
  configuration_duplicated: {
    what: ({ label }) => `OVHcloud hat „${label}“ zweimal im Warenkorb gefunden.`,
    toDo: 'Versuchen Sie es erneut: Dabei wird ein neuer Warenkorb angelegt.',
  },
  input_refused: {
    what: ({ message }) => `OVHcloud hat die Eingabe nicht akzeptiert: ${message}`,
    toDo: 'Versuchen Sie es mit einem anderen Projektnamen oder Gutschein erneut.',
  },
  subsidiary_refused: {
    what: 'OVHcloud kennt das Land (die Niederlassung) nicht, auf das diese App eingestellt ist.',
    toDo: 'Bitten Sie den Betreiber der App, OVH_SUBSIDIARY zu korrigieren oder zu entfernen. Versuchen Sie es danach erneut.',
  },
  plan_not_offered: {
    what: ({ planCode }) => `OVHcloud bietet diesem Account den Tarif „${planCode}“ nicht an.`,
    toDo: 'Bitten Sie den Betreiber der App, OVH_PLAN_CODE zu korrigieren oder zu entfernen. Versuchen Sie es danach erneut.',
  },
  ovh_order_not_found: {
    what: 'Die Antwort von OVHcloud ging verloren, und eine passende Bestellung wurde nie gefunden.',
    toDo: 'Sehen Sie im OVHcloud-Kundencenter nach (Abrechnung > Meine Bestellungen), bevor Sie dieses Projekt erneut bestellen.',
  },
  ovh_order_cancelled: {
    what: ({ orderId }) => `Die OVHcloud-Bestellung ${orderId} wurde bei OVHcloud storniert.`,
    because: ({ orderId, reason }) =>
      `Die OVHcloud-Bestellung ${orderId} wurde bei OVHcloud storniert: „${reason}“.`,
    refund: 'Für eine Erstattung sollte sich der Inhaber des Accounts an den OVHcloud-Support wenden.',
    toDo: 'Bitten Sie den Inhaber des OVHcloud-Accounts, im Kundencenter nachzusehen. Versuchen Sie es danach erneut.',
  },
  status_unknown: {
    what: ({ orderId }) => `OVHcloud teilt nicht mit, wie es um die Bestellung ${orderId} steht.`,
    toDo: 'Suchen Sie die Bestellung im OVHcloud-Kundencenter (Abrechnung > Meine Bestellungen), bevor Sie dieses Projekt erneut bestellen.',
  },
  project_not_found: {
    what: ({ orderId }) =>
      `Laut OVHcloud ist die Bestellung ${orderId} geliefert, aber das Projekt dazu wurde nie gefunden.`,
    toDo: 'Bitten Sie den Inhaber des OVHcloud-Accounts, das Projekt im Kundencenter zu suchen und den OVHcloud-Support zu fragen, falls es dort nicht ist.',
  },
  paid_after_expiry: {
    what: ({ orderId }) =>
      `Die OVHcloud-Bestellung ${orderId} war hier abgelaufen, wurde aber doch noch bezahlt: Wer erneut bestellt, kauft das Projekt zweimal.`,
    toDo: 'Suchen Sie das Projekt im OVHcloud-Kundencenter.',
  },
  checkout_unconfirmed: {
    what: 'Die Antwort von OVHcloud auf die Bestellung ging verloren, und seither ist keine Bestellung aufgetaucht. Da der Account belastet würde, versucht die App es nicht automatisch erneut.',
    toDo: 'Sehen Sie im OVHcloud-Kundencenter nach (Abrechnung > Meine Bestellungen). Gibt es dort keine Bestellung, versuchen Sie es erneut.',
  },
  cart_lost: {
    what: 'Den Warenkorb gibt es bei OVHcloud nicht mehr.',
    toDo: 'Versuchen Sie es erneut: Dabei wird ein neuer Warenkorb angelegt.',
  },
  answer_not_understood: {
    what: 'OVHcloud hat etwas geantwortet, das diese App nicht versteht.',
    toDo: 'Versuchen Sie es erneut; passiert es wieder, informieren Sie den Betreiber der App: Einzelheiten stehen im Log.',
  },
  refused_otherwise: {
    what: ({ message }) => `OVHcloud hat abgelehnt: „${message}“.`,
    toDo: 'Steht darin, was zu korrigieren ist, tun Sie das und versuchen Sie es erneut; andernfalls informieren Sie den Betreiber der App.',
  },
  channel_unavailable: {
    what: ({ errorCode }) => `Die App kann in diesem Channel nicht schreiben (${errorCode}).`,
    toDo: ({ bot }) => `Geben Sie dort /invite @${bot} ein und bestellen Sie dann erneut.`,
  },
  approvers_hidden: {
    what: ({ subject, errorCode }) =>
      `Slack teilt der App nicht mit, ob die Personen, die genehmigt haben, noch Genehmiger sind: ${subject} ist für die App nicht sichtbar (${errorCode}).`,
    toDo: 'Der Betreiber der App muss das beheben; versuchen Sie es danach erneut.',
  },
  internal: {
    what: 'In dieser App ist ein Fehler aufgetreten.',
    toDo: 'Versuchen Sie es erneut; passiert es wieder, informieren Sie den Betreiber der App: Einzelheiten stehen im Log.',
  },
};

export const eligibilityActions: Messages['eligibilityActions'] = {
  addPaymentMethod:
    'Der Inhaber des OVHcloud-Accounts muss im Kundencenter ein Zahlungsmittel hinzufügen (Abrechnung > Zahlungsmittel).',
  replacePaymentMethod:
    'Das Standardzahlungsmittel ist nicht gültig: Der Inhaber des OVHcloud-Accounts muss es im Kundencenter erneuern oder ein anderes als Standard festlegen (Abrechnung > Zahlungsmittel).',
  challengePaymentMethod:
    'Der Inhaber des OVHcloud-Accounts muss im Kundencenter das Zahlungsmittel bestätigen (Abrechnung > Zahlungsmittel).',
  verifyPaypal:
    'Der Inhaber des OVHcloud-Accounts muss im Kundencenter das PayPal-Konto verifizieren (Abrechnung > Zahlungsmittel).',
  askIncreaseProjectsQuota:
    'Die Höchstzahl an Projekten ist erreicht: Der Inhaber des OVHcloud-Accounts muss eines löschen oder beim OVHcloud-Support eine höhere Zahl beantragen.',
  other: ({ action }) => `Der Inhaber des OVHcloud-Accounts muss im Kundencenter „${action}“ klären.`,
};

export const voucherErrors: Messages['voucherErrors'] = {
  invalid: 'OVHcloud kennt diesen Gutschein nicht.',
  too_many_attempts:
    'Es wurden zu viele Gutscheine ausprobiert: OVHcloud akzeptiert eine Stunde lang keinen.',
  no_longer_valid: 'Dieser Gutschein ist nicht mehr gültig.',
  already_used: 'Dieser Gutschein wurde schon verwendet.',
  expired: 'Dieser Gutschein ist abgelaufen.',
  country: 'Dieser Gutschein gilt für Accounts eines anderen Landes.',
  payment_mean: 'Für diesen Gutschein braucht der OVHcloud-Account zuerst ein Zahlungsmittel.',
  too_many_used: 'Dieser Gutschein wurde zu oft verwendet.',
  nichandle: 'Dieser Gutschein gehört zu einem anderen OVHcloud-Account.',
  scored: 'OVHcloud akzeptiert diesen Gutschein für diesen Account nicht.',
  new_customer: 'Dieser Gutschein gilt nur für Neukunden.',
  new_project: 'Dieser Gutschein gilt nur für ein erstes Projekt.',
  said: ({ message }) => `OVHcloud akzeptiert diesen Gutschein nicht: „${message}“.`,
  other: ({ code }) => `OVHcloud akzeptiert diesen Gutschein nicht (${code}).`,
};

export const failureMessages: Messages['failureMessages'] = {
  nothingOrdered: 'Es wurde nichts bestellt.',
  ended: 'Diese Bestellung ist beendet.',
  failedBefore: 'Inzwischen erneut versucht. Davor wurde nichts bestellt:',
  endedBefore: 'Inzwischen erneut versucht. Davor war diese Bestellung beendet:',
  whatToDo: 'Was zu tun ist:',
  tryAgain: 'Erneut versuchen',
  support: ({ queryId }) => `Referenz für den OVHcloud-Support: ${queryId}`,
  said: ({ message }) => `Antwort von OVHcloud: „${message}“`,
  notPlacedThere: ({ name, channel }) =>
    `Ihre Bestellung für das Projekt „${name}“ in ${channel} wurde nicht aufgegeben.`,
};
