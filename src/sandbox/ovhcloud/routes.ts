import type { IncomingHttpHeaders } from 'node:http';
import type { Region } from './regions.ts';
import type { OvhState } from './state.ts';
import { matchTemplate } from './templates.ts';

/** A call as it came in: `path` has no base path (but `/v2`) and no query; `target` is the whole request target. */
export type ApiRequest = {
  method: string;
  path: string;
  target: string;
  headers: IncomingHttpHeaders;
  body: string;
};

export type ApiAnswer = { status: number; body: unknown };

/** Who calls: the application key that signed, the service account whose access token it is, or neither. */
export type Caller = 'key' | 'service account' | 'anonymous';

/** A call that has passed the gateway. `params` come from the path, URL-decoded; `body` is parsed JSON or undefined. */
export type Call = {
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  caller: Caller;
};

/** Does what the call asks and gives the body of the answer; throws ApiError for any status but 200. */
type Handler = (state: OvhState, call: Call) => unknown;

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  template: string;
  /** 'none' for OVHcloud's noAuthentication calls: they need neither signature nor access token. */
  auth: 'signed' | 'none';
  /** The query parameters the call knows; anything else is refused. */
  query?: readonly string[];
  /** What IAM calls it: a policy of the account may forbid it. */
  action?: string;
  /** The regions that have the call; by default all. */
  only?: readonly Region[];
  handler: Handler;
};

/** The route for a call and the parameters in its path, or null. */
export function findRoute(
  routes: readonly Route[],
  { region, method, path }: { region: Region; method: string; path: string },
): { route: Route; params: Record<string, string> } | null {
  for (const route of routes) {
    if (route.method !== method || (route.only && !route.only.includes(region))) continue;
    const params = matchTemplate(route.template, path);
    if (params) return { route, params };
  }
  return null;
}
