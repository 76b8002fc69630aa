/**
 * Redacts the app's own current secrets and the passwords of orders from OVHcloud's messages, should it ever quote them.
 * (Vouchers are masked in src/worker/failures.ts, where they are known.)
 */
export function createRedactor(secrets: () => readonly string[]): (words: string) => string {
  return (words) =>
    secrets()
      .reduce((text, secret) => text.replaceAll(secret, '••••'), words)
      .replaceAll(/(orderPassword\W{1,5})[^\s"'&]+/gi, '$1••••');
}
