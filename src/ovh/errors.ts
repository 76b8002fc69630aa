import { meaningOf, type RefusalFacts, type RefusalMeaning, type UnauthorizedActions } from './refusals.ts';

/** What is known about an answer besides its body. */
export type ResponseMeta = {
  status: number;
  /** OVHcloud's name for the request (X-OVH-QUERYID), which its support asks for. */
  queryId: string | null;
  /** How long OVHcloud asked to wait (Retry-After), in milliseconds. */
  retryAfter: number | null;
};

/** `what` happened, and a `hint` what to do. */
type ErrorDetails = {
  what: string;
  hint: string;
  response?: ResponseMeta;
  errorClass?: string | null;
  cause?: Error;
};

/** Base class of failed OVHcloud calls. The message says what happened, to which call, and what to do. */
export abstract class OvhError extends Error {
  /** Method and path template, such as `POST /order/cart/{cartId}/checkout`; never an id. */
  readonly call: string;
  /** The HTTP status, or null if no whole answer came. */
  readonly status: number | null;
  /** OVHcloud's `class` or `errorCode`, such as `Client::NotFound` or `NOT_GRANTED_CALL`. */
  readonly errorClass: string | null;
  readonly queryId: string | null;
  readonly retryAfter: number | null;

  constructor(call: string, { what, hint, response, errorClass, cause }: ErrorDetails) {
    const queryId = response?.queryId ? ` (query id ${response.queryId})` : '';
    super(`${what}${queryId}. ${hint}`, cause && { cause });
    this.name = new.target.name;
    this.call = call;
    this.status = response?.status ?? null;
    this.errorClass = errorClass ?? null;
    this.queryId = response?.queryId ?? null;
    this.retryAfter = response?.retryAfter ?? null;
  }
}

/** OVHcloud refused the request (a 4xx with a readable body). refusals.ts says what it means. */
export class OvhClientError extends OvhError {
  declare readonly status: number;
  /** OVHcloud's own words, in English. */
  readonly apiMessage: string;
  /** From the `details` of its answer; empty where it names none. */
  readonly unauthorizedActions: UnauthorizedActions;
  /** Whether the call came with a service account's access token. */
  readonly usesToken: boolean;

  constructor(
    call: string,
    response: ResponseMeta,
    said: Pick<RefusalFacts, 'errorClass' | 'apiMessage' | 'usesToken'> & {
      unauthorizedActions?: UnauthorizedActions;
    },
  ) {
    const { errorClass, apiMessage, unauthorizedActions = NO_ACTIONS, usesToken = false } = said;
    const { byIam, byAuthentication } = unauthorizedActions;
    const actions = [...byIam, ...byAuthentication];
    const lacks = actions.length > 0 && `(${actions.join(', ')})`;
    const why = [response.status, errorClass, JSON.stringify(apiMessage), lacks].filter(Boolean).join(' ');
    const facts = { call, status: response.status, errorClass, apiMessage, unauthorizedActions, usesToken };
    const hint = hintFor(meaningOf(facts));
    super(call, { what: `OVHcloud refused ${call}: ${why}`, hint, response, errorClass });
    this.apiMessage = apiMessage;
    this.unauthorizedActions = unauthorizedActions;
    this.usesToken = usesToken;
  }
}

/** The request was sent, and not answered in time. It may have taken effect. */
export class OvhTimeoutError extends OvhError {
  constructor(call: string, seconds: number) {
    super(call, { what: `OVHcloud did not answer ${call} within ${seconds} s`, hint: retryHint(call) });
  }
}

/** The connection broke after the request may have left, before the answer was complete. It may have taken effect. */
export class OvhConnectionLostError extends OvhError {
  constructor(call: string, cause: Error) {
    const what = `The connection to OVHcloud broke during ${call}: ${cause.message}`;
    super(call, { what, hint: retryHint(call), cause });
  }
}

/** Nothing was sent: no connection, an untrusted certificate, no clock to sign with, or no token. It had no effect. */
export class OvhUnreachableError extends OvhError {
  constructor(call: string, { why, cause }: { why: string; cause: Error }) {
    const hint = 'Nothing was sent. Check the endpoint, the network and the trusted certificates.';
    super(call, { what: `OVHcloud cannot be reached for ${call}: ${why}`, hint, cause });
  }
}

/** OVHcloud issues no access token for the service account, so the call was not sent. It had no effect. */
export class OvhSignInError extends OvhError {
  declare readonly status: number;

  constructor(call: string, refusal: OvhError) {
    const { status, errorClass, queryId, retryAfter } = refusal;
    const why = [status, errorClass].filter(Boolean).join(' ');
    super(call, {
      what: `OVHcloud does not accept the service account, so ${call} was not sent: ${why}`,
      hint: SERVICE_ACCOUNT_ADVICE,
      response: { status: status ?? 0, queryId, retryAfter },
      errorClass,
      cause: refusal,
    });
  }
}

/**
 * OVHcloud, or something on the way, answered with a 5xx or with something that is not its API's. It may have taken
 * effect.
 */
export class OvhServerError extends OvhError {
  declare readonly status: number;
  /** OVHcloud's own words, in English; null where the answer is not its API's. */
  readonly apiMessage: string | null;

  constructor(
    call: string,
    response: ResponseMeta,
    said: { body: string; errorClass?: string | null; apiMessage?: string | null },
  ) {
    const { body, errorClass = null, apiMessage = null } = said;
    const what = `OVHcloud answered ${call} with status ${response.status} and ${body}`;
    super(call, { what, hint: retryHint(call), response, errorClass });
    this.apiMessage = apiMessage;
  }
}

/** A successful answer whose shape is not the published one. The call took effect. */
export class OvhInvalidResponseError extends OvhError {
  declare readonly status: number;
  /** What was wrong where, such as `prices.withTax.value: expected number, received string`; never a value. */
  readonly fields: readonly string[];

  constructor(call: string, response: ResponseMeta, fields: readonly string[]) {
    const hint = 'The call itself worked. OVHcloud may have changed its API: compare src/ovh/schemas/.';
    const what = `OVHcloud's answer to ${call} was not understood: ${fields.join('; ')}`;
    super(call, { what, hint, response });
    this.fields = fields;
  }
}

/**
 * Whether a failed call was never sent, so that it certainly changed nothing. A refusal is no proof: an order may be
 * created before its charge is refused, and a proxy that sends a request twice passes on the second answer.
 */
export function wasNeverSent(error: unknown): boolean {
  return error instanceof OvhUnreachableError || error instanceof OvhSignInError;
}

/** The statuses of refusals that may pass: the same call may work in a moment. */
export const TRANSIENT_STATUSES: readonly number[] = [408, 425, 429];

/** Whether the same call may work in a moment. (Whether sending it again is safe is another question.) */
export function isTransient(error: unknown): error is OvhError {
  if (error instanceof OvhClientError) return TRANSIENT_STATUSES.includes(error.status);
  if (error instanceof OvhInvalidResponseError || error instanceof OvhSignInError) return false;
  return error instanceof OvhError;
}

/** Whether OVHcloud said that the resource does not exist (any more): by its status, or of a cart by its words. */
export function isNotFound(error: unknown): boolean {
  if (!(error instanceof OvhClientError)) return false;
  return error.status === 404 || error.status === 410 || meaningOf(error).kind === 'cart_lost';
}

/** For `.catch()`: null if OVHcloud said that the resource does not exist; rethrows any other error. */
export function nullOnNotFound(error: unknown): null {
  if (isNotFound(error)) return null;
  throw error;
}

/** For `.catch()`: null if OVHcloud refused the call, such as one that the key may not make; rethrows any other error. */
export function nullOnClientError(error: unknown): null {
  if (error instanceof OvhClientError) return null;
  throw error;
}

/** For `.catch()`: null if OVHcloud refused the call for good; rethrows any other error. */
export function nullIfRefused(error: unknown): null {
  if (error instanceof OvhClientError && !isTransient(error)) return null;
  throw error;
}

function retryHint(call: string): string {
  return call.startsWith('GET ')
    ? 'Try again later.'
    : 'It may have taken effect: check before repeating it.';
}

function hintFor(meaning: RefusalMeaning): string {
  switch (meaning.kind) {
    case 'key_invalid':
      return KEY_ADVICE[meaning.part];
    case 'service_account_refused':
      return SERVICE_ACCOUNT_ADVICE;
    case 'clock_skew':
      return "Set this machine's clock.";
    case 'right_missing':
      return 'The key lacks permission for this call: create one that has it.';
    case 'account_not_allowed':
      return 'An IAM policy of the account has to allow it.';
    case 'rate_limited':
      return 'Too many requests: wait a moment.';
    default:
      return "OVHcloud's message says what to change.";
  }
}

const SERVICE_ACCOUNT_ADVICE = 'Check OVH_CLIENT_ID, OVH_CLIENT_SECRET and OVH_ENDPOINT.';

const NO_ACTIONS: UnauthorizedActions = { byIam: [], byAuthentication: [] };

const KEY_ADVICE = {
  application_key: 'The application key is unknown: check it, and the endpoint.',
  consumer_key: 'The consumer key is unknown or has expired: create a new one.',
  signature: 'Check the application secret and the consumer key.',
};
