import ovh from 'ovh';

/** Where OVHcloud's API is, and who calls it. */
export type OvhConfig = {
  /** `ovh-eu`, `ovh-ca`, `ovh-us`, or an https URL with base path (`/1.0` if it has none). */
  endpoint: string;
  applicationKey: string;
  applicationSecret: string;
  consumerKey: string;
  /** For one attempt, from its start to the last byte of its answer. */
  timeoutSeconds: number;
};

/** One call, as OVHcloud's API console shows it. */
export type OvhCall = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A template such as `/order/cart/{cartId}`. */
  path: string;
  /** Fills the template's braces, URL-encoded. */
  params?: Record<string, string | number>;
  query?: Record<string, string | number | undefined>;
  body?: object;
  /** Not tried again by itself, though it is a GET: each try counts at OVHcloud. */
  once?: true;
};

/** The call's name in logs and errors, such as `GET /order/cart/{cartId}`. */
export function callLabel({ method, path }: OvhCall): string {
  return `${method} ${path}`;
}

/** Checks the endpoint: throws an Error if it is neither a name that the package knows nor an https URL. */
export function checkEndpoint(config: OvhConfig): void {
  packageFor(config);
}

/**
 * Sends the call with the `ovh` package, signed for `timestamp` (seconds since 1970 on OVHcloud's clock), or unsigned
 * if that is not known. What comes back is read in transport.ts.
 */
export function send(config: OvhConfig, call: OvhCall, timestamp: number | null): void {
  const api = packageFor(config);
  const path = pathOf(call);
  if (timestamp === null) {
    api.request(call.method, path, {}, ignoreAnswer);
    return;
  }
  api.apiTimeDiff = timestamp - Math.round(Date.now() / 1000); // as an option, 0 would count as unknown
  api.basePath += path; // as a path, one with /auth in it would not be signed
  api.request(call.method, '', { ...call.body }, ignoreAnswer); // a copy: the package changes what it is given
}

function packageFor({ endpoint, applicationKey, applicationSecret, consumerKey }: OvhConfig) {
  const keys = { appKey: applicationKey, appSecret: applicationSecret, consumerKey };
  if (!endpoint.startsWith('https://')) return ovh({ ...keys, endpoint });
  const { hostname, port, pathname } = new URL(endpoint);
  return ovh({ ...keys, host: hostname, port, basePath: pathname.replace(/\/$/, '') });
}

/** The path with its braces filled, and its query. */
function pathOf({ path, params = {}, query = {} }: OvhCall): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === '') throw new Error(`${path} lacks its ${name}`);
    return encodeURIComponent(value);
  });
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled;
}

const ignoreAnswer = () => {};

/** A time as OVHcloud's `datetime` parameters are written: ISO 8601, whole seconds (rounded down), with an offset. */
export function formatDateTime(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, '+00:00');
}
