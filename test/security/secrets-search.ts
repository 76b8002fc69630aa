/** Secrets by the names under which a failed test reports them. */
export type Secrets = Record<string, string>;

/** Where in a value secrets stand, such as `body.request.voucher: voucher`; empty where there are none. */
export function whereIn(value: unknown, secrets: Secrets, at = ''): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => [
      ...foundIn(key, secrets).map((name) => `${at} as a key: ${name}`),
      ...whereIn(inner, secrets, at ? `${at}.${key}` : key),
    ]);
  }
  return foundIn(String(value), secrets).map((name) => `${at}: ${name}`);
}

/** The names of the secrets that a text holds, in any form. */
export function foundIn(text: string, secrets: Secrets): string[] {
  const lower = text.toLowerCase();
  return Object.entries(secrets)
    .filter(([, secret]) => isIn(text, lower, secret))
    .map(([name]) => name);
}

function isIn(text: string, lower: string, secret: string): boolean {
  const { anyCase, exact } = formsOf(secret);
  return anyCase.some((form) => lower.includes(form)) || exact.some((form) => text.includes(form));
}

/** A secret as it is, and as URLs, forms, JSON, JSON in JSON, HTML, hex and base64 hold it. */
function formsOf(secret: string): { anyCase: string[]; exact: string[] } {
  const json = inJson(secret);
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const plain = [
    secret,
    json,
    inJson(json),
    html,
    inJson(html),
    encodeURIComponent(secret),
    encodeURI(secret),
  ];
  const inForm = new URLSearchParams({ s: secret }).toString().slice(2);
  const hex = Buffer.from(secret).toString('hex');
  return { anyCase: [...plain, inForm, hex].map((form) => form.toLowerCase()), exact: inBase64(secret) };
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** What base64 always holds of a secret, after zero, one or two other bytes: whole groups of three bytes. */
function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((before) => {
    const skipped = (3 - before) % 3;
    const whole = bytes.subarray(skipped, skipped + Math.floor((bytes.length - skipped) / 3) * 3);
    return whole.length < 6 ? [] : [whole.toString('base64'), whole.toString('base64url')];
  });
}
