import http from 'node:http';
import https from 'node:https';
import { EnvHttpProxyAgent, setGlobalDispatcher } from 'undici';

/** The outgoing proxy. */
export type ProxySettings = {
  /** For http and https; a URL, maybe with credentials. Null: directly. */
  http: string | null;
  https: string | null;
  /** Hosts that are reached directly, comma separated. */
  no: string;
};

/** This Node.js cannot go through a proxy; the message says which can. */
export class ProxyUnsupportedError extends Error {
  override readonly name = 'ProxyUnsupportedError';
}

/**
 * Routes all https, http and fetch requests of this process through the proxy. (The WebSocket of Socket Mode has a
 * dispatcher of its own.) Call it before the first request. Throws ProxyUnsupportedError.
 */
export function useProxy({ http: httpProxy, https: httpsProxy, no }: ProxySettings): void {
  const env = {
    ...(httpProxy && { HTTP_PROXY: httpProxy }),
    ...(httpsProxy && { HTTPS_PROXY: httpsProxy }),
    NO_PROXY: no,
  };
  // Node.js 24.14, 25.4 and newer have it.
  const { setGlobalProxyFromEnv } = http as { setGlobalProxyFromEnv?: typeof http.setGlobalProxyFromEnv };
  if (setGlobalProxyFromEnv) {
    setGlobalProxyFromEnv(env);
    return;
  }
  // The agents of older versions silently ignore a proxy.
  if (!process.allowedNodeEnvironmentFlags.has('--use-env-proxy')) {
    throw new ProxyUnsupportedError(
      `HTTPS_PROXY is set, and this Node.js (${process.versions.node}) does not support it: use 22.21, 24.5 or newer.`,
    );
  }
  http.globalAgent = new http.Agent({ keepAlive: true, proxyEnv: env });
  https.globalAgent = new https.Agent({ keepAlive: true, proxyEnv: env });
  setGlobalDispatcher(
    new EnvHttpProxyAgent({ httpProxy: httpProxy ?? '', httpsProxy: httpsProxy ?? '', noProxy: no }),
  );
}

/** A proxy as people may read it: without its credentials. */
export function proxyName(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
