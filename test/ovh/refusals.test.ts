import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OvhClientError } from '../../src/ovh/errors.ts';
import { meaningOf, type RefusalMeaning } from '../../src/ovh/refusals.ts';

const NOTHING = { voucher: null, projectName: null, mask: (words: string) => words };
const CART = '/order/cart/{cartId}';

/** A refusal as it comes over the wire: `code` is OVHcloud's `errorCode` or `class`. */
function refusal(
  status: number,
  message: string,
  { code = null, call = `POST ${CART}/checkout`, byIam = [], byAuthentication = [] }: Partial<Extras> = {},
): OvhClientError {
  const answered = { status, queryId: null, retryAfter: null };
  return new OvhClientError(call, answered, {
    ...{ errorClass: code, apiMessage: message },
    unauthorizedActions: { byIam, byAuthentication },
  });
}

type Extras = { code: string | null; call: string; byIam: string[]; byAuthentication: string[] };

const consumerKey = { kind: 'key_invalid', part: 'consumer_key' } as const;
const applicationKey = { kind: 'key_invalid', part: 'application_key' } as const;
const Forbidden = 'Client::Forbidden';

const KNOWN: [OvhClientError, RefusalMeaning][] = [
  [refusal(403, 'This credential does not exist', { code: 'NOT_CREDENTIAL' }), consumerKey],
  [refusal(403, 'This credential is not valid', { code: 'INVALID_CREDENTIAL' }), consumerKey],
  [refusal(401, 'You must login first', { code: 'NOT_CREDENTIAL' }), consumerKey],
  [refusal(403, 'This credential does not exist', { code: Forbidden }), consumerKey],
  [refusal(403, 'This application key is invalid'), applicationKey],
  [refusal(403, 'Invalid application key', { code: Forbidden }), applicationKey],
  [refusal(403, 'Bad key', { code: 'INVALID_KEY' }), applicationKey],
  [
    refusal(400, 'Invalid signature', { code: 'INVALID_SIGNATURE' }),
    { kind: 'key_invalid', part: 'signature' },
  ],
  [refusal(400, 'Query out of time', { code: 'QUERY_TIME_OUT' }), { kind: 'clock_skew' }],
  [refusal(400, 'Query out of time', { code: 'Client::BadRequest' }), { kind: 'clock_skew' }],
  [
    refusal(403, 'This call has not been granted', { code: 'NOT_GRANTED_CALL' }),
    { kind: 'right_missing', actions: [] },
  ],
  [
    refusal(403, 'This call has not been granted', { code: Forbidden }),
    { kind: 'right_missing', actions: [] },
  ],
  [
    refusal(403, 'User not granted for this request', { code: Forbidden }),
    { kind: 'account_not_allowed', actions: [] },
  ],
  [
    refusal(403, 'User not granted for this request', { byIam: ['order:apiovh:cart/checkout/execute'] }),
    { kind: 'account_not_allowed', actions: ['order:apiovh:cart/checkout/execute'] },
  ],
  [
    refusal(403, 'User not granted for this request', { byAuthentication: ['a:b/c'] }),
    { kind: 'right_missing', actions: ['a:b/c'] },
  ],
  [
    refusal(403, 'User not granted for this request', { byIam: ['a:b/c'], byAuthentication: ['a:b/d'] }),
    { kind: 'right_missing', actions: ['a:b/d', 'a:b/c'] },
  ],
  [
    refusal(400, 'Found eligibility issues: challengePaymentMethod, askIncreaseProjectsQuota'),
    { kind: 'not_eligible', actions: ['challengePaymentMethod', 'askIncreaseProjectsQuota'] },
  ],
  [
    refusal(400, 'Your preferred payment method is not valid'),
    { kind: 'not_eligible', actions: ['replacePaymentMethod'] },
  ],
  [
    refusal(400, 'You do not have preferred payment method'),
    { kind: 'not_eligible', actions: ['addPaymentMethod'] },
  ],
  [
    refusal(403, "This order can't be paid with 'bankAccount'"),
    { kind: 'payment_refused', method: 'bankAccount' },
  ],
  [
    refusal(
      400,
      'Custom field infrastructure is mandatory for product project.2018\nCustom field region is mandatory for product project.2018',
    ),
    { kind: 'configuration_missing', labels: ['infrastructure', 'region'] },
  ],
  [
    refusal(400, "in customFields there must be a field with name 'os'"),
    { kind: 'configuration_missing', labels: ['os'] },
  ],
  [
    refusal(400, 'Custom field description is duplicated for product project.2018'),
    { kind: 'configuration_duplicated', label: 'description' },
  ],
  [refusal(400, 'Plan code not found', { call: `POST ${CART}/cloud` }), { kind: 'plan_not_offered' }],
  [refusal(404, 'Plan code not found', { call: `POST ${CART}/cloud` }), { kind: 'plan_not_offered' }],
  [refusal(400, 'invalid ovhSubsidiary', { call: 'POST /order/cart' }), { kind: 'subsidiary_refused' }],
  [refusal(403, 'You are not allowed', { code: Forbidden }), { kind: 'checkout_not_allowed' }],
  [refusal(404, 'This service does not exist', { code: 'Client::NotFound' }), { kind: 'cart_lost' }],
  [
    refusal(400, "The input provided isn't valid: 'duration' is a required property"),
    { kind: 'input_refused' },
  ],
  [refusal(429, 'Too many requests'), { kind: 'rate_limited' }],
  // The same in other words and other codes.
  [refusal(401, 'Unauthorized', { code: 'Client::Unauthorized' }), consumerKey],
  [refusal(401, 'Vous devez vous identifier'), consumerKey],
  [refusal(403, 'no', { code: 'EXPIRED_CREDENTIAL' }), consumerKey],
  [refusal(403, 'This application key has expired'), applicationKey],
  [refusal(403, 'Application key has been revoked'), applicationKey],
  [refusal(400, 'Request expired, check your system time'), { kind: 'clock_skew' }],
  [refusal(403, 'You are not granted for this call'), { kind: 'account_not_allowed', actions: [] }],
  [
    refusal(400, 'Found eligibility issues:\n- addPaymentMethod\n- verifyPaypal\nPlease retry'),
    { kind: 'not_eligible', actions: ['addPaymentMethod', 'verifyPaypal'] },
  ],
  [
    refusal(400, 'Eligibility issues found: addPaymentMethod'),
    { kind: 'not_eligible', actions: ['addPaymentMethod'] },
  ],
  [
    refusal(400, 'Your payment method is expired'),
    { kind: 'not_eligible', actions: ['replacePaymentMethod'] },
  ],
  [refusal(400, 'You have no payment method'), { kind: 'not_eligible', actions: ['addPaymentMethod'] }],
  [refusal(400, 'No valid payment method found'), { kind: 'not_eligible', actions: ['addPaymentMethod'] }],
  [refusal(400, 'No payment mean registered'), { kind: 'not_eligible', actions: ['addPaymentMethod'] }],
  [refusal(400, 'Payment declined by the bank'), { kind: 'payment_refused', method: null }],
  [refusal(402, 'Sorry'), { kind: 'payment_refused', method: null }],
  [
    refusal(400, 'Configuration region is required for product project.2018'),
    { kind: 'configuration_missing', labels: ['region'] },
  ],
  [refusal(400, 'Missing configuration: region'), { kind: 'configuration_missing', labels: ['region'] }],
  [refusal(404, 'Offer not found', { call: `POST ${CART}/cloud` }), { kind: 'plan_not_offered' }],
  [refusal(400, 'The given data is invalid'), { kind: 'input_refused' }],
  [refusal(400, '[duration] is a required property'), { kind: 'input_refused' }],
  [refusal(403, 'Your consumer key is not valid', { code: Forbidden }), consumerKey],
  [refusal(403, 'This credential is expired', { code: Forbidden }), consumerKey],
  [refusal(403, 'Ce jeton n’existe pas', { code: 'Client::NotCredential' }), consumerKey],
  [refusal(403, 'Ce jeton n’existe pas', { code: 'not_credential' }), consumerKey],
  [refusal(403, 'This application key is not valid', { code: Forbidden }), applicationKey],
  [refusal(403, 'This application key does not exist', { code: Forbidden }), applicationKey],
  [refusal(400, 'Bad signature'), { kind: 'key_invalid', part: 'signature' }],
  [refusal(400, 'The signature does not match'), { kind: 'key_invalid', part: 'signature' }],
  [refusal(400, 'The query is out of time'), { kind: 'clock_skew' }],
  [refusal(400, 'The timestamp is too old'), { kind: 'clock_skew' }],
  [refusal(403, 'X-Ovh-Timestamp is invalid', { code: Forbidden }), { kind: 'clock_skew' }],
  [refusal(400, 'Please check your system clock'), { kind: 'clock_skew' }],
  [refusal(400, 'Temps écoulé', { code: 'Client::QueryTimeOut' }), { kind: 'clock_skew' }],
  [
    refusal(400, "The input provided isn't valid: 'expire' is an invalid timestamp"),
    { kind: 'input_refused' },
  ],
  [
    refusal(400, 'Custom field "region" is mandatory for product x\r\nCustom field \'os\' is mandatory'),
    { kind: 'configuration_missing', labels: ['region', 'os'] },
  ],
  [
    refusal(400, 'Found eligibility issues: [verifyPaypal, addPaymentMethod]. Contact the support.'),
    { kind: 'not_eligible', actions: ['verifyPaypal', 'addPaymentMethod'] },
  ],
  [
    refusal(400, 'You have no default payment method'),
    { kind: 'not_eligible', actions: ['addPaymentMethod'] },
  ],
  [refusal(403, "This order can not be paid with 'paypal'"), { kind: 'payment_refused', method: 'paypal' }],
  [refusal(404, 'This plan does not exist', { call: `POST ${CART}/cloud` }), { kind: 'plan_not_offered' }],
  [refusal(400, 'Invalid planCode', { call: `POST ${CART}/cloud` }), { kind: 'plan_not_offered' }],
  [refusal(410, 'Gone', { call: `GET ${CART}` }), { kind: 'cart_lost' }],
  [refusal(400, 'This cart has expired', { call: `GET ${CART}` }), { kind: 'cart_lost' }],
  [refusal(403, 'Cart not found', { call: `GET ${CART}` }), { kind: 'cart_lost' }],
];

describe('the meaning of a refusal', () => {
  for (const [refused, expected] of KNOWN) {
    const { status, errorClass, apiMessage } = refused;
    it(`${status} ${errorClass ?? ''} ${JSON.stringify(apiMessage)}: ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(meaningOf(refused), expected);
    });
  }

  it('is left open if only the path or status hints at it, and OVHcloud’s words are kept', () => {
    const unknown = [
      refusal(403, 'Your account is under review'),
      refusal(423, 'This service is locked', { code: 'Client::Locked' }),
      refusal(460, 'This service is expired', { call: 'GET /cloud/project/{projectId}' }),
      refusal(400, 'The plan around the clocktower is fine'),
      refusal(400, 'The cart holds a service that does not exist'),
      refusal(403, 'Votre compte est en cours de vérification', { code: Forbidden }),
      refusal(403, 'You are not allowed to order in this region'),
      refusal(404, 'Got an invalid (or empty) URL'),
      refusal(409, 'The cart is being processed'),
      refusal(403, 'You are not allowed', { call: 'GET /me' }),
      refusal(404, 'This service does not exist', { call: 'GET /me/order/{orderId}' }),
      refusal(400, 'Nothing known', { code: 'constructor' }),
    ];
    for (const refused of unknown) {
      assert.deepEqual(meaningOf(refused), { kind: 'refused_otherwise' }, refused.apiMessage);
    }
  });

  it('is a voucher problem only if there is a voucher, and the word is not part of the project name', () => {
    const about = (message: string, typed: { voucher?: string; projectName?: string }) =>
      meaningOf(refusal(400, message), { ...NOTHING, ...typed }).kind;
    const refused = 'Voucher cannot be used';
    assert.equal(about(refused, { voucher: 'SUMMER' }), 'voucher_refused');
    assert.equal(about(refused, {}), 'refused_otherwise');
    const name = "The description 'voucher-2026' is too long";
    assert.equal(about(name, { projectName: 'voucher-2026' }), 'refused_otherwise');
    assert.equal(about(name, { projectName: 'voucher-2026', voucher: 'SUMMER' }), 'refused_otherwise');
    assert.equal(about(refused, { projectName: 'e', voucher: 'SUMMER' }), 'voucher_refused');
  });

  it('of a voucher is never read from the voucher or project name that OVHcloud repeats', () => {
    const code = (message: string, typed: { voucher: string; projectName?: string }) => {
      const meaning = meaningOf(refusal(400, message), { ...NOTHING, ...typed });
      return meaning.kind === 'voucher_refused' ? meaning.code : meaning.kind;
    };
    const voucher = 'INCOUNTRY-42';
    assert.equal(code('The voucher INCOUNTRY-42 has been refused', { voucher }), 'unknown');
    assert.equal(code('The voucher is not available in your country', { voucher }), 'country');
    assert.equal(code('The voucher for expired is refused', { voucher, projectName: 'expired' }), 'unknown');
  });
});

describe('a refusal of a voucher', () => {
  const typed = { voucher: 'SUMMER', projectName: 'moon-base', mask: (words: string) => words };
  const REFUSALS: [string, string | null, string][] = [
    ['Voucher SUMMER has already been used', null, 'already_used'],
    ['This voucher is not valid', null, 'invalid'],
    ['This voucher is no longer valid', null, 'no_longer_valid'],
    ['nope', 'Client::BadRequest::VoucherExpired', 'expired'],
    ['Promotional code expired', null, 'expired'],
    ['Der Gutschein ist abgelaufen', null, 'unknown'],
    ['Le bon d’achat n’existe pas', null, 'unknown'],
    ['This voucher wants a payment mean: you have no payment mean', null, 'payment_mean'],
  ];
  for (const [message, code, expected] of REFUSALS) {
    it(`is recognized in other words, languages and codes: ${message}`, () => {
      const meaning = meaningOf(refusal(400, message, { code }), typed);
      assert.deepEqual(meaning, { kind: 'voucher_refused', code: expected });
    });
  }
});
