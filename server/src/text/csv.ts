/** A cell by RFC 4180. What a spreadsheet would take for a formula is told to be a text. */
function cell(value: string): string {
  return `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
}

/** A line of comma-separated values, without its end. */
export function csvLine(values: readonly (string | number)[]): string {
  return values.map((value) => (typeof value === 'number' ? String(value) : cell(value))).join(',');
}
