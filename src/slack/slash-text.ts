import { toCleanLine } from '../orders/typed-text.ts';

/** Slack's markup in the text of a slash command (should_escape): `<@U0ANN|ann>`, `<https://example.com>`. */
const MARKUP = /<(?<target>[^|<>]*)(?:\|(?<label>[^<>]*))?>/g;

/**
 * The text of a slash command as a person would write it into a form: labels and addresses in place of Slack's markup,
 * its escapes undone, one line, nothing invisible.
 */
export function plainSlashText(text: string): string {
  const typed = text.replaceAll(
    MARKUP,
    (_markup, target: string, label?: string) => label || labelOf(target),
  );
  // The ampersand comes last: `&amp;lt;` is the text `&lt;`.
  const unescaped = typed.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return toCleanLine(unescaped);
}

/** What people see of markup without a label: an address; nothing for a mention without a name. */
function labelOf(target: string): string {
  return /^[@#!]/.test(target) ? '' : target.replace(/^mailto:|^tel:/, '');
}
