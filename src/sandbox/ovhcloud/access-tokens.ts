import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { addSeconds } from './dates.ts';
import { gatewayRefusal } from './errors.ts';
import type { ApiAnswer, ApiRequest } from './routes.ts';
import type { OvhState } from './state.ts';

/** Where access tokens are issued: beside the API, not in it. */
export const TOKEN_PATH = '/auth/oauth2/token';

/**
 * Answers a token request (RFC 6749, 4.4): a form, with the scope `all` as OVHcloud wants it. The errors are those of
 * the RFC; what OVHcloud's own say is not known.
 */
export function issueToken(state: OvhState, { method, body, headers }: ApiRequest): ApiAnswer {
  const refuse = (status: number, error: string, description: string) => ({
    status,
    body: { error, error_description: description },
  });
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  if (method !== 'POST' || !isForm) return refuse(400, 'invalid_request', 'A form has to be posted');
  const form = new URLSearchParams(body);
  if (form.get('grant_type') !== 'client_credentials') {
    return refuse(400, 'unsupported_grant_type', 'The grant type is not supported');
  }
  const { clientId, clientSecret } = state.serviceAccount;
  if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) {
    return refuse(401, 'invalid_client', 'Client authentication failed');
  }
  if (form.get('scope') !== 'all') return refuse(400, 'invalid_scope', 'The scope is invalid');
  const token = randomBytes(32).toString('base64url');
  state.tokens.set(token, addSeconds(state.now(), state.tokenSeconds));
  return {
    status: 200,
    body: { access_token: token, token_type: 'Bearer', expires_in: state.tokenSeconds, scope: 'all' },
  };
}

/** Whether a call comes with an access token. Throws 401 if that is not good (any more); the words are invented. */
export function verifyToken(state: OvhState, { authorization }: IncomingHttpHeaders): boolean {
  if (authorization === undefined) return false;
  const token = /^Bearer (\S+)$/.exec(authorization)?.[1] ?? '';
  const end = state.tokens.get(token);
  if (!end || end <= state.now()) throw gatewayRefusal(401, 'INVALID_TOKEN', 'The access token is invalid');
  return true;
}
