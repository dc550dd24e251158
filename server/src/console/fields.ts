/** Whole numbers as people type them; `undefined` for anything else. */
export function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

/** A date as in 2026-06-01, as its first moment of UTC in Unix milliseconds; `undefined` for anything else. */
export function dateOf(text: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** Where a list begins, as its query says; the beginning for anything that makes no sense. */
export function offsetOf(text: string | undefined): number {
  return wholeNumber(text ?? '') ?? 0;
}
