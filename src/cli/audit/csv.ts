/** What a spreadsheet would take for a formula, at the start of a cell or where it splits one. */
const FORMULA = /(?<=^|[;\t\r\n])(?= *[=+\-@\t\r＝＋－＠])/gu;

/**
 * A line of CSV (RFC 4180), every field in quotes. Cells that look like formulas are prefixed with an apostrophe, also after
 * a semicolon or a tab, by which some spreadsheets split fields.
 */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

function field(text: string): string {
  return `"${text.replaceAll(FORMULA, "'").replaceAll('"', '""')}"`;
}
