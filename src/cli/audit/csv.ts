/** What a spreadsheet would take for the beginning of a formula, at the start of a cell or where it splits one. */
const FORMULA = /(?<=^|[;\t\r\n])(?= *[=+\-@\t\r＝＋－＠])/gu;

/**
 * A line of CSV (RFC 4180), every field in quotes. Text that a spreadsheet would calculate gets an apostrophe before it,
 * also behind a semicolon or a tab, by which some spreadsheets split fields.
 */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

function field(text: string): string {
  return `"${text.replaceAll(FORMULA, "'").replaceAll('"', '""')}"`;
}
