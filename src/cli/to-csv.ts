/** What a spreadsheet takes for the start of a formula, full-width signs and signs after blanks included. */
const runs = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/**
 * Writes rows as CSV (RFC 4180). Text that a spreadsheet would run as a formula is opened with an
 * apostrophe; numbers stay numbers.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map(field).join(',')).join('\r\n');
}

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = runs.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
