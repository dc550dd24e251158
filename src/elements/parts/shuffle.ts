/**
 * Random places for the keys of a keypad: digits change places among themselves, the other keys keep theirs. The keys stay in the document
 * in reading order; only the style sheet's `order` follows these numbers, so that assistive technology meets the usual keypad.
 *
 * @param keys - in reading order
 * @returns each key's place, counted from 1
 */
export function shuffledPlaces(keys: readonly string[]): ReadonlyMap<string, number> {
  const isDigit = (key: string): boolean => key.length === 1;
  const digits = keys.filter(isDigit);
  const lots = crypto.getRandomValues(new Uint32Array(digits.length));
  const drawn = digits.map((digit, i) => ({ digit, lot: lots[i] ?? 0 })).sort((one, other) => one.lot - other.lot);
  const places = keys.flatMap((key, i) => (isDigit(key) ? [i + 1] : []));
  const shuffled = new Map(drawn.map(({ digit }, i) => [digit, places[i] ?? 0]));
  return new Map(keys.map((key, i) => [key, shuffled.get(key) ?? i + 1]));
}
