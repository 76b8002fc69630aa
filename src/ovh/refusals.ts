import {
  CART_IS_GONE,
  INVALID_PAYMENT_METHOD,
  NO_PAYMENT_METHOD,
  OFFER_IS_GONE,
  VOUCHER,
  VOUCHER_CODES,
} from './refusal-words.ts';

/** The IAM actions that a refused call lacks: in the account's policies, and on the key or token that was used. */
export type UnauthorizedActions = { byIam: readonly string[]; byAuthentication: readonly string[] };

/** What is known of a refusal (an OvhClientError has it all). */
export type RefusalFacts = {
  call: string;
  status: number;
  errorClass: string | null;
  apiMessage: string;
  unauthorizedActions: UnauthorizedActions;
  /** Whether the call came with a service account's access token, and not signed by a key. */
  usesToken?: boolean;
};

/** What a refusal of OVHcloud means. `actions` are IAM actions, such as `order:apiovh:cart/checkout/execute`. */
export type RefusalMeaning =
  | { kind: 'key_invalid'; part: 'application_key' | 'consumer_key' | 'signature' }
  | { kind: 'service_account_refused' }
  | { kind: 'clock_skew' }
  | { kind: 'right_missing'; actions: string[] }
  | { kind: 'account_not_allowed'; actions: string[] }
  | { kind: 'checkout_not_allowed' }
  | { kind: 'not_eligible'; actions: string[] }
  | { kind: 'payment_refused'; method: string | null }
  | { kind: 'configuration_missing'; labels: string[] }
  | { kind: 'configuration_duplicated'; label: string }
  /** `code` is one of VOUCHER_CODES, or `unknown`. */
  | { kind: 'voucher_refused'; code: string }
  | { kind: 'subsidiary_refused' }
  | { kind: 'plan_not_offered' }
  | { kind: 'cart_lost' }
  | { kind: 'input_refused' }
  | { kind: 'rate_limited' }
  | { kind: 'refused_otherwise' };

/** User input that OVHcloud may repeat: it is ignored when its messages are interpreted. */
export type Typed = {
  voucher: string | null;
  projectName: string | null;
  /** Masks the voucher in what is quoted of OVHcloud's words. */
  mask: (words: string) => string;
};

type Said = {
  refusal: RefusalFacts;
  /** Without what was typed: rules search it for keywords. */
  words: string;
  /** As it may be shown: names are read from it. */
  shown: string;
  hasVoucher: boolean;
};

/**
 * The meaning of OVHcloud's refusals, for threads and the doctor: by the code if there is one, else by the message. What no
 * rule knows is `refused_otherwise`, so that OVHcloud's own message is shown.
 */
export function meaningOf(refusal: RefusalFacts, typed: Typed = NOTHING_TYPED): RefusalMeaning {
  const { apiMessage } = refusal;
  const said = {
    refusal,
    words: withoutTyped(apiMessage, typed),
    shown: typed.mask(apiMessage),
    hasVoucher: typed.voucher !== null,
  };
  for (const rule of RULES) {
    const meaning = rule(said);
    if (meaning?.kind === 'key_invalid' && refusal.usesToken) return { kind: 'service_account_refused' };
    if (meaning) return meaning;
  }
  return { kind: 'refused_otherwise' };
}

const NOTHING_TYPED: Typed = { voucher: null, projectName: null, mask: (words) => words };

const CODES: Record<string, RefusalMeaning> = {
  INVALID_KEY: { kind: 'key_invalid', part: 'application_key' },
  INVALID_CREDENTIAL: { kind: 'key_invalid', part: 'consumer_key' },
  NOT_CREDENTIAL: { kind: 'key_invalid', part: 'consumer_key' },
  INVALID_SIGNATURE: { kind: 'key_invalid', part: 'signature' },
  QUERY_TIME_OUT: { kind: 'clock_skew' },
  NOT_GRANTED_CALL: { kind: 'right_missing', actions: [] },
};

/** The first rule that matches decides. */
const RULES: readonly ((said: Said) => RefusalMeaning | null)[] = [
  byCode,
  byUnauthorizedActions,
  byStatus,
  when(
    /application( key)? ((is|has|has been) (invalid|not valid|unknown|disabled|deleted|expired|revoked)|does not exist)|(invalid|unknown|expired|bad) application key/i,
    CODES.INVALID_KEY,
  ),
  when(
    /(credential|consumer key) ((is|has|has been) (not valid|invalid|unknown|disabled|deleted|expired|revoked)|does not exist)/i,
    CODES.INVALID_CREDENTIAL,
  ),
  when(
    /(invalid|unknown|expired|bad) (credential|consumer key)|must (login|log in) first|not logged in/i,
    CODES.INVALID_CREDENTIAL,
  ),
  when(
    /(invalid|bad|wrong) signature|signature (is (invalid|not valid|wrong)|mismatch|does not match)/i,
    CODES.INVALID_SIGNATURE,
  ),
  when(
    /input provided|is a required property|(given|provided|posted) (data|input|parameters?) (is|are) (invalid|not valid)/i,
    {
      kind: 'input_refused',
    },
  ),
  when(
    /query (is )?out of time|\bclock\b|\bsystem time\b|(invalid|bad|wrong|expired) time-?stamp|time-?stamp( header)? (is )?(invalid|not valid|too|expired|out of|in the)/i,
    CODES.QUERY_TIME_OUT,
  ),
  when(/call has not been granted/i, CODES.NOT_GRANTED_CALL),
  when(/not granted for this (request|call)/i, { kind: 'account_not_allowed', actions: [] }),
  byEligibility,
  byPaymentMethod,
  byPayment,
  byConfiguration,
  byVoucher,
  when(/ovhSubsidiary/i, { kind: 'subsidiary_refused' }),
  when(
    /\bplan( ?code)?\b.*\b(not found|not available|does not exist|unknown)|(invalid|unknown) plan ?code/i,
    { kind: 'plan_not_offered' },
  ),
  // Only when an offer is added to a cart: anywhere else it means another product or offer.
  ({ refusal: { call }, words }) =>
    call.endsWith('{cartId}/cloud') && OFFER_IS_GONE.test(words) ? { kind: 'plan_not_offered' } : null,
  byCart,
  // Not authenticated, whatever the message says.
  ({ refusal: { status } }) => (status === 401 ? (CODES.INVALID_CREDENTIAL ?? null) : null),
];

function when(words: RegExp, meaning: RefusalMeaning | undefined) {
  return (said: Said) => (words.test(said.words) ? (meaning ?? null) : null);
}

function byCode({ refusal }: Said): RefusalMeaning | null {
  const code = codeOf(refusal.errorClass ?? '');
  if (Object.hasOwn(CODES, code)) return CODES[code] ?? null;
  // EXPIRED_CREDENTIAL and the like.
  return (code.endsWith('_CREDENTIAL') && CODES.INVALID_CREDENTIAL) || null;
}

/** `NOT_CREDENTIAL`, however it is written: as a class, that is `Client::NotCredential`. */
function codeOf(errorClass: string): string {
  const name = errorClass.split('::').at(-1) ?? '';
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

/**
 * Which actions are missing, and where: the operator fixes a key that lacks them, the account's administrator a
 * policy.
 */
function byUnauthorizedActions({ refusal }: Said): RefusalMeaning | null {
  const { byAuthentication, byIam } = refusal.unauthorizedActions;
  const actions = [...new Set([...byAuthentication, ...byIam])];
  if (byAuthentication.length > 0) return { kind: 'right_missing', actions };
  return byIam.length > 0 ? { kind: 'account_not_allowed', actions } : null;
}

function byStatus({ refusal }: Said): RefusalMeaning | null {
  return refusal.status === 429 ? { kind: 'rate_limited' } : null;
}

function byEligibility({ shown }: Said): RefusalMeaning | null {
  // On one line, or as a list.
  const found = /eligibility issues?( found)?:([^\n.]*(?:\n\s*[-*•][^\n.]*)*)/i.exec(shown)?.[2];
  const actions = found?.match(/[a-z][\w-]*/gi) ?? [];
  return actions.length > 0 ? { kind: 'not_eligible', actions } : null;
}

/** For automatic payments: in the words of the eligibility check, if it has the same action. */
function byPaymentMethod({ words, hasVoucher }: Said): RefusalMeaning | null {
  const method = /can(?:'|’|no| no)t be paid (?:with|by)\s*['"“]?([\w -]+)/i.exec(words);
  if (method) return { kind: 'payment_refused', method: method[1] ?? null };
  // A voucher may ask for one, too.
  if (hasVoucher && VOUCHER.test(words)) return null;
  if (NO_PAYMENT_METHOD.test(words)) return { kind: 'not_eligible', actions: ['addPaymentMethod'] };
  return INVALID_PAYMENT_METHOD.test(words)
    ? { kind: 'not_eligible', actions: ['replacePaymentMethod'] }
    : null;
}

/** The bank declined an automatic payment. */
function byPayment({ refusal: { status }, words }: Said): RefusalMeaning | null {
  const isRefused =
    status === 402 || /\bpayment (was |is |has been )?(declined|refused|rejected)/i.test(words);
  return isRefused ? { kind: 'payment_refused', method: null } : null;
}

/** Several may be missing, a line each. */
function byConfiguration({ shown }: Said): RefusalMeaning | null {
  const duplicated = /custom field (\S+) is duplicated/i.exec(shown)?.[1];
  if (duplicated) return { kind: 'configuration_duplicated', label: unquoted(duplicated) };
  const missing = [
    ...shown.matchAll(
      /(?:custom field|configuration) (\S+) is (?:mandatory|required|missing)|(?:must be a field with name|missing (?:custom field|configuration):?) (['"]?[\w.-]+['"]?)/gi,
    ),
  ];
  const labels = [...new Set(missing.map(([, one, other]) => unquoted(one ?? other ?? '')))];
  return labels.length > 0 ? { kind: 'configuration_missing', labels } : null;
}

function unquoted(label: string): string {
  return label.replaceAll(/^['"‘“]|['"’”]$/g, '');
}

function byVoucher({ refusal, words, hasVoucher }: Said): RefusalMeaning | null {
  const said = `${codeOf(refusal.errorClass ?? '')} ${words}`;
  if (!hasVoucher || !VOUCHER.test(said)) return null;
  const inCode = said
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
    .replaceAll('already_been_used', 'already_used')
    .replaceAll('not_valid', 'invalid');
  return { kind: 'voucher_refused', code: VOUCHER_CODES.find((code) => inCode.includes(code)) ?? 'unknown' };
}

/** A refused checkout, or a cart that no longer exists. */
function byCart({ refusal: { status, call, apiMessage }, words }: Said): RefusalMeaning | null {
  if (!call.includes('/order/cart')) return null;
  // Only these bare words: longer ones are shown as they are.
  if (status === 403 && /^you are not allowed\W*$/i.test(apiMessage)) return { kind: 'checkout_not_allowed' };
  // OVHcloud's words for a missing cart are undocumented; an unknown URL is something else.
  const isGone =
    (status === 404 || status === 410 || CART_IS_GONE.test(words)) &&
    call.includes('{cartId}') &&
    !/invalid \(or empty\) url/i.test(apiMessage);
  return isGone ? { kind: 'cart_lost' } : null;
}

function withoutTyped(words: string, { voucher, projectName }: Typed): string {
  const rest = voucher ? words.replaceAll(voucher, '') : words;
  if (!projectName) return rest;
  const name = projectName.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  // Whole words only: a project named `a` would match everywhere.
  return rest.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}_-])${name}(?![\\p{L}\\p{N}_-])`, 'gu'), '');
}
