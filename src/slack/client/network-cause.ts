import { redactTokens } from '../redact-tokens.ts';

/**
 * Why a request got no answer, for logs and people: an HTTP status, a code of the network or of TLS, or the innermost
 * error's message, without URLs and tokens.
 */
export function networkCause(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  if ('statusCode' in error) return `HTTP ${String(error.statusCode)}`;
  const inner = error.cause ?? ('original' in error ? error.original : undefined);
  if (inner instanceof Error) return networkCause(inner);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  // The codes of undici and of Node's proxy support say less than their messages.
  if (code !== null && !/^(UND_ERR_|ERR_PROXY_)/.test(code)) return code;
  return redactTokens(error.message.replaceAll(/\b(wss?|https?):\/\/\S+/g, '(address)')) || error.name;
}

/** Whether a cause is that the certificate is not trusted. */
export function isCertificateError(cause: string): boolean {
  return /CERT|SIGNED|VERIFY|ISSUER/.test(cause);
}

/** What to do about a cause, as the rest of a sentence. */
export function networkAdvice(cause: string): string {
  if (/\b407\b/.test(cause))
    return 'the proxy wants other credentials: set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT, URL-encoded';
  if (isCertificateError(cause))
    return 'the certificate is not trusted: name the file of the CA in NODE_EXTRA_CA_CERTS';
  return 'check the network, a firewall or proxy on the way (HTTPS_PROXY), and SLACK_API_URL';
}
