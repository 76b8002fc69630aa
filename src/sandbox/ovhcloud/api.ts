import { issueToken, TOKEN_PATH, verifyToken } from './access-tokens.ts';
import { accountRoutes } from './account.ts';
import { cartRoutes } from './carts.ts';
import { checkoutRoutes } from './checkout.ts';
import { cloudRoutes } from './cloud.ts';
import { creditRoutes } from './credits.ts';
import { ApiError, badRequest, notFound } from './errors.ts';
import { assertAllowed, iamRoutes } from './iam.ts';
import { assertQuery } from './input.ts';
import { itemRoutes } from './items.ts';
import { orderRoutes } from './orders.ts';
import { assertGranted } from './permissions.ts';
import { type ApiAnswer, type ApiRequest, type Caller, findRoute, type Route } from './routes.ts';
import { verifySignature } from './signature.ts';
import type { OvhState } from './state.ts';
import { usageRoutes } from './usage.ts';

/** The base path of the API, which is part of the URL that is signed. Version 2, with its own, is beside it. */
export const BASE_PATH = '/1.0';
const V2_PATH = '/v2';

/** Every call the local OVHcloud knows. */
export const ROUTES: readonly Route[] = [
  ...accountRoutes,
  ...cartRoutes,
  ...itemRoutes,
  ...checkoutRoutes,
  ...orderRoutes,
  ...cloudRoutes,
  ...creditRoutes,
  ...usageRoutes,
  ...iamRoutes,
];

/** Whether a request target is the API's, and not a page for browsers. */
export function isForApi(target: string): boolean {
  return isForTokens(target) || [BASE_PATH, V2_PATH].some((base) => target.startsWith(`${base}/`));
}

/** The path of a call as templates have it. */
export function pathIn(target: string): string {
  const path = target.split('?')[0] ?? '';
  return path.startsWith(`${BASE_PATH}/`) ? path.slice(BASE_PATH.length) : path;
}

function isForTokens(target: string): boolean {
  return target === TOKEN_PATH;
}

/** The template of the route a call goes to, such as `/order/cart/{cartId}`. */
export function templateOf(state: OvhState, request: ApiRequest): string | undefined {
  if (isForTokens(request.target)) return TOKEN_PATH;
  return findRoute(ROUTES, { ...request, region: state.region })?.route.template;
}

/** Does one call: route, credentials, permissions, query, body, effect. A defect of our own is a 500 with its stack. */
export function perform(state: OvhState, request: ApiRequest): ApiAnswer {
  try {
    if (isForTokens(request.target)) return issueToken(state, request);
    return { status: 200, body: answerTo(state, request) };
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.body };
    const message = `The local OVHcloud has a defect: ${error instanceof Error ? error.stack : error}`;
    return { status: 500, body: { class: 'Server::InternalServerError', message } };
  }
}

function answerTo(state: OvhState, request: ApiRequest): unknown {
  const { method, path, target, body } = request;
  const found = findRoute(ROUTES, { region: state.region, method, path });
  if (!found) throw notFound('Got an invalid (or empty) URL');

  const caller = callerOf(state, request, found.route);
  if (caller === 'key') assertGranted(state, method, path);
  if (caller !== 'anonymous') assertAllowed(state, caller, found.route.action);

  const query = new URLSearchParams(target.split('?')[1] ?? '');
  assertQuery(query, found.route.query ?? []);
  return found.route.handler(state, { params: found.params, query, body: parseBody(body), caller });
}

/** Checks who calls, by access token or signature. */
function callerOf(state: OvhState, { method, target, headers, body }: ApiRequest, route: Route): Caller {
  if (verifyToken(state, headers)) return 'service account';
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  const signedParts = { method, url: `https://${host}${target}`, body };
  const isSigned = verifySignature(state.credentials, {
    headers,
    call: signedParts,
    required: route.auth === 'signed',
    now: state.now(),
  });
  return isSigned ? 'key' : 'anonymous';
}

/** The words for a body that is no JSON are invented. */
function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('Invalid JSON received');
  }
}
