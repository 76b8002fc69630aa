/** Redacts tokens that Slack, or a proxy's page, repeats from a request. */
export function redactTokens(words: string): string {
  return words.replaceAll(/\b(xox[a-z]|xapp)-[\w-]+/g, '$1-(redacted)');
}
