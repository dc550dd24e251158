/** The entry at a secret index, found by looking at every one whatever the index is. */
export function scan<T>(entries: readonly T[], index: number): T {
  let selected = entries[0]!;
  for (let at = 1; at < entries.length; at++) {
    const entry = entries[at]!;
    selected = at === index ? entry : selected;
  }
  return selected;
}
