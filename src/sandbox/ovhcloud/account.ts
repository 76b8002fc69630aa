import { toApiDate } from './dates.ts';
import { gatewayRefusal } from './errors.ts';
import { ACCOUNT, identityOf, urnPrefix } from './iam.ts';
import { heldPermissions } from './permissions.ts';
import { currencyOf } from './prices.ts';
import { regionProfile } from './regions.ts';
import type { Call, Route } from './routes.ts';
import { unixTime } from './signature.ts';
import type { OvhState } from './state.ts';

const PAYMENT_METHOD_ID = 4201;

/** The calls on the account and on the key. */
export const accountRoutes: readonly Route[] = [
  { method: 'GET', template: '/auth/time', auth: 'none', handler: (state) => unixTime(state.now()) },
  { method: 'GET', template: '/auth/currentCredential', auth: 'signed', handler: credential },
  { method: 'GET', template: '/auth/details', auth: 'signed', handler: details },
  { method: 'GET', template: '/me', auth: 'signed', action: 'account:apiovh:me/get', handler: me },
  {
    method: 'GET',
    template: '/me/payment/method',
    auth: 'signed',
    query: ['default', 'paymentType', 'status'],
    action: 'account:apiovh:me/payment/method/get',
    handler: paymentMethods,
  },
];

/** A country of the subsidiaries that are not named after theirs. */
const COUNTRIES: Record<string, string> = { ASIA: 'SG', EU: 'BE', QC: 'CA', WE: 'ZA', WS: 'MX' };

/** The API's nichandle.Nichandle of an invented customer. */
function me(state: OvhState) {
  const country = COUNTRIES[state.subsidiary] ?? state.subsidiary;
  return {
    nichandle: ACCOUNT,
    firstname: 'Ada',
    name: 'Sandbox',
    organisation: 'Sandbox & Sœurs',
    legalform: 'corporation',
    email: 'ada@sandbox.example',
    spareEmail: null,
    phone: '+33.100000000',
    phoneCountry: null,
    phoneType: null,
    address: '2 rue du Bac à Sable',
    complementaryAddress: null,
    zip: '59100',
    city: 'Roubaix',
    area: null,
    country,
    language: regionProfile(state.region).language,
    sex: null,
    birthCity: null,
    birthDay: null,
    companyNationalIdentificationNumber: null,
    nationalIdentificationNumber: null,
    corporationType: null,
    customerCode: '1234-5678-90',
    fax: null,
    italianSDI: null,
    purposeOfPurchase: null,
    vat: null,
    currency: currencyOf(state.subsidiary),
    kycValidated: state.account.kycValidated,
    ovhCompany: 'ovh',
    ovhSubsidiary: state.subsidiary,
    state: state.account.state,
  };
}

/** One credit card, the default one, as long as the account has a payment method. */
function paymentMethods(state: OvhState, call: Call): number[] {
  const asked = call.query;
  const fits =
    (asked.get('default') ?? 'true') === 'true' &&
    (asked.get('paymentType') ?? 'CREDIT_CARD') === 'CREDIT_CARD' &&
    (asked.get('status') ?? state.account.paymentMethodStatus) === state.account.paymentMethodStatus;
  return state.account.hasPaymentMethod && fits ? [PAYMENT_METHOD_ID] : [];
}

/** The API's auth.ApiCredential. That a service account is refused, and how, is invented: it has none. */
function credential(state: OvhState, call: Call) {
  if (call.caller !== 'key') throw gatewayRefusal(403, 'NOT_CREDENTIAL', 'This credential does not exist');
  return {
    credentialId: 123456789,
    applicationId: 98765,
    status: 'validated',
    creation: toApiDate(state.now()),
    expiration: state.key.expiration && toApiDate(state.key.expiration),
    lastUse: toApiDate(state.now()),
    allowedIPs: null,
    ovhSupport: false,
    rules: heldPermissions(state),
  };
}

/** The API's auth.Details: who calls. */
function details(state: OvhState, call: Call) {
  const isKey = call.caller === 'key';
  return {
    account: ACCOUNT,
    allowedRoutes: isKey ? heldPermissions(state) : null,
    description: isKey ? null : 'order-cloud',
    identities: [isKey ? `${urnPrefix(state)}:identity:account:${ACCOUNT}` : identityOf(state)],
    method: isKey ? 'account' : 'oauth2_client_credentials',
    roles: null,
    user: null,
  };
}
