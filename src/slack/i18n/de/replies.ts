import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const replies: Messages['replies'] = {
  formNotOpened: ({ command }) =>
    `Das Formular konnte nicht geöffnet werden. Es wurde nichts bestellt; bitte geben Sie ${command} erneut ein.`,
  orderElsewhere: ({ channels, command }) => `Bestellt wird in ${channels}: Geben Sie ${command} dort ein.`,
  listNotRead: 'Ihre Bestellungen konnten nicht geladen werden. Bitte versuchen Sie es gleich noch einmal.',
  takesLong:
    'Das dauert länger als üblich. Ihr Klick zählt, sobald er im Thread erscheint; ist das nach einer Minute nicht der Fall, klicken Sie erneut.',
  clickFailed:
    'Das hat nicht geklappt, und es wurde nichts geändert. Bitte versuchen Sie es gleich noch einmal.',
  orderNotKnown: 'Diese Bestellung gibt es hier nicht mehr.',
  orderOnHold:
    'Diese Bestellung ist angehalten, weil ihr Eintrag in der Datenbank außerhalb der App geändert wurde. Es wurde nichts unternommen; informieren Sie den Betreiber der App.',
  buttonNotKnown:
    'Diese Schaltfläche hat keine Funktion mehr, weil sich die App seitdem geändert hat. Die gültigen Schaltflächen finden Sie in der neuesten Nachricht zur Bestellung.',
  noticeTitle: 'Bestellung',
  noticeClose: 'Schließen',
  about: ({ name }) => `Zur Bestellung für *${name}*:`,
  cancelled: ({ name }) => `Sie haben die Bestellung für *${name}* abgebrochen.`,
};

export const requestDenied: Messages['requestDenied'] = {
  channelClosed: 'In diesem Channel sind keine Bestellungen möglich.',
  channelShared: ({ command }) =>
    `Dieser Channel wird mit einer anderen Organisation geteilt, deren Mitglieder die Bestellung lesen würden. Verwenden Sie einen anderen Channel, oder geben Sie dort ${command} ein.`,
  notARequester:
    'Sie dürfen keine Bestellungen aufgeben. Wenden Sie sich an eine Person, die dazu berechtigt ist.',
  notAMember: 'Nur Vollmitglieder dieses Workspace dürfen bestellen. Wenden Sie sich an eines von ihnen.',
};

export const help: Messages['help'] = {
  order: ({ command }) => `*${command} Projektname* fordert ein neues Public-Cloud-Projekt bei OVHcloud an.`,
  form: '1. Ein Formular fragt nach Name, Gutschein (falls vorhanden) und Zweck des Projekts.',
  quote: '2. Der Preis von OVHcloud erscheint im Channel, die Anfrage an die Genehmiger im Thread dazu.',
  decide: ({ required }) =>
    plural('de', required, {
      one: '3. Ein Genehmiger entscheidet im Thread. Vorher wird nichts bestellt.',
      other: `3. ${required} verschiedene Genehmiger müssen im Thread genehmigen. Vorher wird nichts bestellt.`,
    }),
  placedForChannel:
    '4. Nach der Genehmigung wird bestellt, und der Zahlungslink erscheint im Thread: Dort bezahlt jemand.',
  placedForRequester:
    '4. Nach der Genehmigung wird bestellt, und Sie erhalten den Zahlungslink in einer Direktnachricht: Dort bezahlen Sie.',
  placedAutoPay:
    '4. Nach der Genehmigung wird bestellt und *sofort das Zahlungsmittel des OVHcloud-Accounts belastet*.',
  follow: '5. Der Thread begleitet die Bestellung, bis das Projekt bereit ist, mit Projekt-ID und Link.',
  list: ({ command }) =>
    `*${command} list* zeigt, was auf Sie wartet, Ihre offenen Bestellungen und was abgeschlossen ist. Bis zur Genehmigung können Sie Ihre Bestellung bearbeiten oder abbrechen.`,
};

export const status: Messages['status'] = {
  requested: 'Angebot wird vorbereitet',
  awaiting_approval: 'wartet auf Genehmigung',
  approved: 'genehmigt, wird bestellt',
  awaiting_payment: 'wartet auf Zahlung',
  delivering: 'wird geliefert',
  cancelling: 'wird bei OVHcloud storniert',
  ready: 'bereit',
  rejected: 'abgelehnt',
  rejectedBy: ({ by }) => `abgelehnt von ${by}`,
  cancelled: 'abgebrochen',
  approval_expired: 'nicht rechtzeitig genehmigt',
  payment_expired: 'nicht rechtzeitig bezahlt',
  payment_unknown: 'Zahlung ungeklärt',
  failed: 'nicht bestellt',
  ovh_order_cancelled: 'bei OVHcloud storniert',
  ovh_order_not_found: 'bei OVHcloud nicht gefunden',
  status_unknown: 'Status bei OVHcloud unbekannt',
  project_not_found: 'geliefert, Projekt nicht gefunden',
  paid_after_expiry: 'bezahlt, nachdem sie hier abgelaufen war',
};
