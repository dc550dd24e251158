/** Weights of the seven digits; 11 divides their sum (docs/protocol.md 3.5). */
const WEIGHTS = [7, 6, 5, 4, 3, 2, 1] as const;

/**
 * The digit that completes the six of an access number.
 *
 * @param body - six ASCII digits
 * @returns 1 to 9; `undefined` for a body that no access number begins with
 */
export function checkDigit(body: string): number | undefined {
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index] ?? 0), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 0 || digit === 10 ? undefined : digit;
}

/** Whether this can be an access number: seven ASCII digits whose last one fits the others. Says nothing about its being in use. */
export function isAccessNumber(text: string): boolean {
  return /^[0-9]{7}$/u.test(text) && checkDigit(text.slice(0, 6)) === Number(text[6]);
}
