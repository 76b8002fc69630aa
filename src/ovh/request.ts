import { request } from 'node:https';
import ovh from 'ovh';

/** Where OVHcloud's API is, and who calls it. */
export type OvhConfig = OvhCredentials & {
  /** `ovh-eu`, `ovh-ca`, `ovh-us`, or an https URL with base path (`/1.0` if it has none). */
  endpoint: string;
  /** For one attempt, from its start to the last byte of its answer. */
  timeoutSeconds: number;
};

/** The two ways of signing in at OVHcloud. */
type OvhCredentials = ApplicationKey | ServiceAccount;

/** Signs each request. */
export type ApplicationKey = { applicationKey: string; applicationSecret: string; consumerKey: string };

/** Gets an access token at `tokenUrl` and sends that with each request (OAuth2, client credentials). */
export type ServiceAccount = { clientId: string; clientSecret: string; tokenUrl: string };

/** One call, as OVHcloud's API console shows it. */
export type OvhCall = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A template such as `/order/cart/{cartId}`; one of API v2 begins with `/v2/`. */
  path: string;
  /** Fills the template's braces, URL-encoded. */
  params?: Record<string, string | number>;
  query?: Record<string, string | number | undefined>;
  body?: object;
  /** Not retried automatically, although a GET: each attempt counts at OVHcloud. */
  once?: true;
};

/** The call's name in logs and errors, such as `GET /order/cart/{cartId}`. */
export function callLabel({ method, path }: OvhCall): string {
  return `${method} ${path}`;
}

/** Checks the endpoint: throws an Error if it is neither a name that the package knows nor an https URL. */
export function checkEndpoint({ endpoint }: { endpoint: string }): void {
  packageFor(endpoint, NO_KEY);
}

/**
 * Sends the call with the `ovh` package, signed for `timestamp` (seconds since 1970 on OVHcloud's clock). What comes
 * back is read in transport.ts.
 */
export function sendSigned(
  settings: ApplicationKey & { endpoint: string },
  call: OvhCall,
  timestamp: number,
): void {
  const api = packageFor(settings.endpoint, settings);
  api.apiTimeDiff = timestamp - Math.round(Date.now() / 1000); // as an option, 0 would count as unknown
  api.basePath = pathOf(call, api.basePath); // as a path, one with /auth in it would not be signed
  api.request(call.method, '', { ...call.body }, ignoreAnswer); // a copy: the package changes what it is given
}

/** Sends the call with an access token, or without any credentials if it is null. Read in transport.ts, too. */
export function sendWithToken(settings: { endpoint: string }, call: OvhCall, token: string | null): void {
  const { host, port, basePath } = packageFor(settings.endpoint, NO_KEY);
  const body = call.body === undefined ? '' : JSON.stringify(call.body);
  const headers = {
    Accept: 'application/json',
    ...(token !== null && { Authorization: `Bearer ${token}` }),
    ...(body !== '' && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
  };
  request({ host, port, method: call.method, path: pathOf(call, basePath), headers }).end(body);
}

/** Placeholder keys for the package, where only the address is needed. */
const NO_KEY: ApplicationKey = { applicationKey: '', applicationSecret: '', consumerKey: '' };

function packageFor(endpoint: string, { applicationKey, applicationSecret, consumerKey }: ApplicationKey) {
  const keys = { appKey: applicationKey, appSecret: applicationSecret, consumerKey };
  if (!endpoint.startsWith('https://')) return ovh({ ...keys, endpoint });
  const { hostname, port, pathname } = new URL(endpoint);
  return ovh({ ...keys, host: hostname, port, basePath: pathname.replace(/\/$/, '') });
}

/** The whole path: base path, the template with its braces filled, and the query. API v2 is beside v1 (`/1.0`). */
function pathOf({ path, params = {}, query = {} }: OvhCall, basePath: string): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === '') throw new Error(`${path} is missing ${name}`);
    return encodeURIComponent(value);
  });
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const base = path.startsWith('/v2/') ? basePath.replace(/\/(1\.0|v1)$/, '') : basePath;
  return `${base}${filled}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

const ignoreAnswer = () => {};

/** A time as OVHcloud's `datetime` parameters are written: ISO 8601, whole seconds (rounded down), with an offset. */
export function formatDateTime(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, '+00:00');
}
