/**
 * Cuts out of OVHcloud's words what must not be repeated to anybody, should it ever quote that: the app's own keys, and
 * the passwords of orders. (Vouchers are cut out where it is known whose they are: src/worker/failures.ts.)
 */
export function redactKeys(keys: { applicationKey: string; applicationSecret: string; consumerKey: string }) {
  const secrets = [keys.applicationKey, keys.applicationSecret, keys.consumerKey];
  return (words: string): string =>
    secrets
      .reduce((text, secret) => text.replaceAll(secret, '••••'), words)
      .replaceAll(/(orderPassword\W{1,5})[^\s"'&]+/gi, '$1••••');
}
