import type { Messages } from '../en.ts';

export const failures: Messages['failures'] = {
  ovh_unavailable: {
    what: 'OVHcloud hat zehn Minuten lang nicht geantwortet.',
    toDo: 'Versuchen Sie es später erneut; status.ovhcloud.com weiß vielleicht mehr.',
  },
  ovh_server_error: {
    what: ({ status }) => `OVHcloud hat zehn Minuten lang mit einem Fehler geantwortet (${status}).`,
    saying: ({ status, message }) =>
      `OVHcloud hat zehn Minuten lang mit einem Fehler geantwortet (${status}: „${message}“).`,
    toDo: 'Versuchen Sie es später erneut; status.ovhcloud.com weiß vielleicht mehr.',
  },
  rate_limited: {
    what: 'OVHcloud hat die Anfragen dieser App zehn Minuten lang abgewiesen: Es waren zu viele.',
    toDo: 'Versuchen Sie es später erneut.',
  },
  key_invalid: {
    what: 'OVHcloud nimmt den Schlüssel dieser App nicht mehr an.',
    toDo: 'Bitten Sie den Betreiber dieser App, bei OVHcloud einen neuen Schlüssel zu erstellen und in die Einstellungen einzutragen, und versuchen Sie es dann erneut.',
  },
  service_account_refused: {
    what: 'OVHcloud nimmt das Dienstkonto dieser App nicht mehr an.',
    toDo: 'Bitten Sie den Betreiber dieser App, OVH_CLIENT_ID und OVH_CLIENT_SECRET zu prüfen, und versuchen Sie es dann erneut.',
  },
  clock_skew: {
    what: 'Die Uhr des Rechners, auf dem diese App läuft, geht falsch: OVHcloud lehnt ihre Anfragen ab.',
    toDo: 'Bitten Sie den Betreiber dieser App, sie zu stellen (NTP), und versuchen Sie es dann erneut.',
  },
  right_missing: {
    what: ({ call }) => `Dem OVHcloud Schlüssel der App fehlt das Recht für einen nötigen Aufruf (${call}).`,
    toDo: 'Bitten Sie den Betreiber dieser App, einen Schlüssel mit allen im README genannten Rechten zu erstellen, und versuchen Sie es dann erneut.',
  },
  account_not_allowed: {
    what: 'Die Zugriffsrichtlinie des OVHcloud Accounts erlaubt dieser App keine Bestellungen.',
    naming: ({ actions }) =>
      `Die Zugriffsrichtlinie des OVHcloud Accounts erlaubt dieser App keine Bestellungen: Es fehlt ${actions}.`,
    toDo: 'Bitten Sie den Administrator des OVHcloud Accounts, dem Benutzer dieser App das Bestellen zu erlauben, und versuchen Sie es dann erneut.',
  },
  checkout_not_allowed: {
    what: 'OVHcloud lässt diesen Account den Warenkorb nicht abschließen.',
    toDo: 'Bitten Sie den Inhaber des OVHcloud Accounts, im Kundencenter nachzusehen (Identität, Schulden, Grenzen), und versuchen Sie es dann erneut.',
  },
  not_eligible: {
    what: 'OVHcloud möchte im Account etwas geklärt haben, bevor es ein Projekt verkauft.',
    toDo: 'Versuchen Sie es danach erneut.',
  },
  payment_refused: {
    what: 'OVHcloud kann diese Bestellung nicht über das Zahlungsmittel des Accounts abbuchen.',
    naming: ({ method }) =>
      `OVHcloud kann diese Bestellung nicht über das Zahlungsmittel des Accounts (${method}) abbuchen.`,
    toDo: 'Bitten Sie den Inhaber des OVHcloud Accounts, im Kundencenter ein anderes Zahlungsmittel als Standard festzulegen (Abrechnung > Zahlungsmittel), oder den Betreiber dieser App, OVH_AUTOPAY=false zu setzen, und versuchen Sie es dann erneut.',
  },
  voucher_refused: {
    toDo: 'Versuchen Sie es mit einem anderen Gutschein oder ohne.',
    toDoLater: 'Bestellen Sie ohne Gutschein, oder warten Sie damit eine Stunde.',
  },
  configuration_missing: {
    what: ({ labels }) =>
      `OVHcloud fragt bei diesem Tarif nach ${labels}, worauf diese App keine Antwort weiß.`,
    label: ({ label }) => `„${label}“`,
    toDo: 'Bestellen Sie dieses Projekt im OVHcloud Kundencenter, und sagen Sie dem Betreiber dieser App Bescheid.',
  },
  configuration_duplicated: {
    what: ({ label }) => `OVHcloud hat „${label}“ zweimal im Warenkorb gefunden.`,
    toDo: 'Versuchen Sie es erneut: Ein neuer Warenkorb wird angelegt.',
  },
  input_refused: {
    what: ({ message }) => `OVHcloud hat die Eingabe nicht angenommen: ${message}`,
    toDo: 'Versuchen Sie es mit einem anderen Projektnamen oder Gutschein.',
  },
  subsidiary_refused: {
    what: 'OVHcloud kennt das Land (die Niederlassung) nicht, auf das diese App eingestellt ist.',
    toDo: 'Bitten Sie den Betreiber dieser App, OVH_SUBSIDIARY zu berichtigen oder zu entfernen, und versuchen Sie es dann erneut.',
  },
  plan_not_offered: {
    what: ({ planCode }) => `OVHcloud bietet diesem Account den Tarif „${planCode}“ nicht an.`,
    toDo: 'Bitten Sie den Betreiber dieser App, OVH_PLAN_CODE zu berichtigen oder zu entfernen, und versuchen Sie es dann erneut.',
  },
  ovh_order_not_found: {
    what: 'Die Antwort von OVHcloud ging verloren, und eine Bestellung wurde nie gefunden.',
    toDo: 'Sehen Sie im OVHcloud Kundencenter nach (Abrechnung > Meine Bestellungen), bevor Sie dieses Projekt erneut bestellen.',
  },
  ovh_order_cancelled: {
    what: ({ orderId }) => `Die OVHcloud Bestellung ${orderId} wurde bei OVHcloud storniert.`,
    because: ({ orderId, reason }) =>
      `Die OVHcloud Bestellung ${orderId} wurde bei OVHcloud storniert: „${reason}“.`,
    refund: 'Für eine Erstattung wendet sich der Inhaber des Accounts an den OVHcloud Support.',
    toDo: 'Bitten Sie den Inhaber des OVHcloud Accounts, im Kundencenter nachzusehen, und versuchen Sie es dann erneut.',
  },
  status_unknown: {
    what: ({ orderId }) => `OVHcloud sagt nicht, wie es um die Bestellung ${orderId} steht.`,
    toDo: 'Suchen Sie sie im OVHcloud Kundencenter (Abrechnung > Meine Bestellungen), bevor Sie dieses Projekt erneut bestellen.',
  },
  project_not_found: {
    what: ({ orderId }) =>
      `Laut OVHcloud ist die Bestellung ${orderId} geliefert, aber ein Projekt dazu wurde nie gefunden.`,
    toDo: 'Bitten Sie den Inhaber des OVHcloud Accounts, das Projekt im Kundencenter zu suchen und den OVHcloud Support zu fragen, falls es dort nicht ist.',
  },
  paid_after_expiry: {
    what: ({ orderId }) =>
      `Die OVHcloud Bestellung ${orderId}, hier abgelaufen, wurde doch noch bezahlt: Eine erneute Bestellung würde doppelt kaufen.`,
    toDo: 'Suchen Sie ihr Projekt im OVHcloud Kundencenter.',
  },
  checkout_unconfirmed: {
    what: 'Die Antwort von OVHcloud auf die Bestellung ging verloren, und seither ist keine Bestellung aufgetaucht. Da das Konto belastet würde, versucht die App es nicht von selbst erneut.',
    toDo: 'Prüfen Sie das OVHcloud Kundencenter (Abrechnung > Meine Bestellungen). Gibt es dort keine Bestellung, versuchen Sie es erneut.',
  },
  cart_lost: {
    what: 'Der Warenkorb ist bei OVHcloud nicht mehr da.',
    toDo: 'Versuchen Sie es erneut: Ein neuer Warenkorb wird angelegt.',
  },
  answer_not_understood: {
    what: 'OVHcloud hat etwas geantwortet, das diese App nicht versteht.',
    toDo: 'Versuchen Sie es erneut; passiert es wieder, sagen Sie dem Betreiber dieser App Bescheid: Das Log enthält die Einzelheiten.',
  },
  refused_otherwise: {
    what: ({ message }) => `OVHcloud hat abgelehnt: „${message}“.`,
    toDo: 'Steht darin, was zu berichtigen ist, tun Sie das und versuchen Sie es erneut; sonst sagen Sie dem Betreiber dieser App Bescheid.',
  },
  channel_unavailable: {
    what: ({ errorCode }) => `Die App kann in diesem Channel nicht schreiben (${errorCode}).`,
    toDo: ({ bot }) => `Geben Sie dort /invite @${bot} ein, und bestellen Sie dann erneut.`,
  },
  internal: {
    what: 'In dieser App ist ein Fehler aufgetreten.',
    toDo: 'Versuchen Sie es erneut; passiert es wieder, sagen Sie dem Betreiber dieser App Bescheid: Das Log enthält die Einzelheiten.',
  },
};

export const eligibilityActions: Messages['eligibilityActions'] = {
  addPaymentMethod:
    'Der Inhaber des OVHcloud Accounts muss im Kundencenter ein Zahlungsmittel hinzufügen (Abrechnung > Zahlungsmittel).',
  replacePaymentMethod:
    'Der Inhaber des OVHcloud Accounts muss im Kundencenter das Standard-Zahlungsmittel erneuern, das nicht gültig ist, oder ein anderes als Standard festlegen (Abrechnung > Zahlungsmittel).',
  challengePaymentMethod:
    'Der Inhaber des OVHcloud Accounts muss im Kundencenter das Zahlungsmittel bestätigen (Abrechnung > Zahlungsmittel).',
  verifyPaypal:
    'Der Inhaber des OVHcloud Accounts muss im Kundencenter das PayPal-Konto verifizieren (Abrechnung > Zahlungsmittel).',
  askIncreaseProjectsQuota:
    'Die Höchstzahl an Projekten ist erreicht: Der Inhaber des OVHcloud Accounts muss eines löschen oder beim OVHcloud Support um mehr bitten.',
  other: ({ action }) => `Der Inhaber des OVHcloud Accounts muss im Kundencenter „${action}“ klären.`,
};

export const voucherErrors: Messages['voucherErrors'] = {
  invalid: 'OVHcloud kennt diesen Gutschein nicht.',
  too_many_attempts: 'Es wurden zu viele Gutscheine probiert: OVHcloud nimmt eine Stunde lang keinen an.',
  no_longer_valid: 'Dieser Gutschein ist nicht mehr gültig.',
  already_used: 'Dieser Gutschein wurde schon verwendet.',
  expired: 'Dieser Gutschein ist abgelaufen.',
  country: 'Dieser Gutschein gilt für Accounts eines anderen Landes.',
  payment_mean: 'Dieser Gutschein erfordert zuerst ein Zahlungsmittel im OVHcloud Account.',
  too_many_used: 'Dieser Gutschein wurde zu oft verwendet.',
  nichandle: 'Dieser Gutschein gehört zu einem anderen OVHcloud Account.',
  scored: 'OVHcloud nimmt diesen Gutschein für diesen Account nicht an.',
  new_customer: 'Dieser Gutschein gilt nur für neue Kunden.',
  new_project: 'Dieser Gutschein gilt nur für ein erstes Projekt.',
  said: ({ message }) => `OVHcloud nimmt diesen Gutschein nicht an: „${message}“.`,
  other: ({ code }) => `OVHcloud nimmt diesen Gutschein nicht an (${code}).`,
};

export const failureMessages: Messages['failureMessages'] = {
  nothingOrdered: 'Es wurde nichts bestellt.',
  ended: 'Diese Bestellung ist beendet.',
  failedBefore: 'Seitdem erneut versucht. Zuvor wurde nichts bestellt:',
  endedBefore: 'Seitdem erneut versucht. Davor war diese Bestellung beendet:',
  whatToDo: 'Was zu tun ist:',
  tryAgain: 'Erneut versuchen',
  support: ({ queryId }) => `Referenz für den OVHcloud Support: ${queryId}`,
  said: ({ message }) => `Antwort von OVHcloud: „${message}“`,
  notPlacedThere: ({ name, channel }) =>
    `Ihre Bestellung für das Projekt „${name}“ in ${channel} wurde nicht aufgegeben.`,
};
