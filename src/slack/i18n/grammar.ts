/** The forms that a text needs for different counts. All five languages manage with two, 0 going with either. */
type Forms = { one: string; other: string };

/** Chooses the form that goes with a count in a language (a BCP 47 tag). */
export function plural(language: string, count: number, { one, other }: Forms): string {
  return new Intl.PluralRules(language).select(count) === 'one' ? one : other;
}

/** Puts things in a row as a language does: `a, b and c`. */
export function formatList(language: string, things: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(things);
}
