/**
 * Redacts from OVHcloud's messages what must never be repeated, should it ever quote it: the app's own secrets as
 * of then, and the passwords of orders. (Vouchers are cut out where it is known whose they are: src/worker/failures.ts.)
 */
export function hideSecrets(secrets: () => readonly string[]): (words: string) => string {
  return (words) =>
    secrets()
      .reduce((text, secret) => text.replaceAll(secret, '••••'), words)
      .replaceAll(/(orderPassword\W{1,5})[^\s"'&]+/gi, '$1••••');
}
