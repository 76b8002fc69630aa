import type { IncomingHttpHeaders } from 'node:http';
import { accountRoutes } from './account.ts';
import { cartRoutes } from './carts.ts';
import { checkoutRoutes } from './checkout.ts';
import { cloudRoutes } from './cloud.ts';
import { ApiError, badRequest, notFound } from './errors.ts';
import { assertQuery } from './input.ts';
import { itemRoutes } from './items.ts';
import { orderRoutes } from './orders.ts';
import { assertGranted } from './permissions.ts';
import { findRoute, type Route } from './routes.ts';
import { verifySignature } from './signature.ts';
import type { OvhState } from './state.ts';

/** The base path of the API, which is part of the URL that is signed. */
export const BASE_PATH = '/1.0';

/** Every call the local OVHcloud knows. */
export const ROUTES: readonly Route[] = [
  ...accountRoutes,
  ...cartRoutes,
  ...itemRoutes,
  ...checkoutRoutes,
  ...orderRoutes,
  ...cloudRoutes,
];

/** A call as it came in: `path` has no base path and no query; `target` is the whole request target. */
export type ApiRequest = {
  method: string;
  path: string;
  target: string;
  headers: IncomingHttpHeaders;
  body: string;
};

export type ApiAnswer = { status: number; body: unknown };

/** The template of the route a call goes to, such as `/order/cart/{cartId}`. */
export function templateOf(state: OvhState, request: ApiRequest): string | undefined {
  return findRoute(ROUTES, state.region, request.method, request.path)?.route.template;
}

/** Does one call: route, signature, rights, query, body, effect. A defect of our own is a 500 with its stack. */
export function perform(state: OvhState, request: ApiRequest): ApiAnswer {
  try {
    return { status: 200, body: answerTo(state, request) };
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.body };
    const message = `The local OVHcloud has a defect: ${error instanceof Error ? error.stack : error}`;
    return { status: 500, body: { class: 'Server::InternalServerError', message } };
  }
}

function answerTo(state: OvhState, request: ApiRequest): unknown {
  const { method, path, target, headers, body } = request;
  const found = findRoute(ROUTES, state.region, method, path);
  if (!found) throw notFound('Got an invalid (or empty) URL');

  const host = (headers.host ?? '').replace(/:\d+$/, '');
  const signedParts = { method, url: `https://${host}${target}`, body };
  const signed = verifySignature(state.credentials, headers, signedParts, {
    required: found.route.auth === 'signed',
    now: state.now(),
  });
  if (signed) assertGranted(state, method, path);

  const query = new URLSearchParams(target.split('?')[1] ?? '');
  assertQuery(query, found.route.query ?? []);
  return found.route.handler(state, { params: found.params, query, body: parseBody(body), signed });
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
