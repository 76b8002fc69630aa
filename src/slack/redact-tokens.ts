/** Redacts the tokens in what Slack, or a page of something on the way, repeats of a request. */
export function redactTokens(words: string): string {
  return words.replaceAll(/\b(xox[a-z]|xapp)-[\w-]+/g, '$1-(redacted)');
}
