/** A text with names in the places of `{…}`; isolates (UAX #9) keep a name from turning the sentence around it. */
export function filled(text: string, names: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, key: string) => {
    const name = Object.hasOwn(names, key) ? names[key] : undefined;
    return name === undefined ? place : `\u2068${name}\u2069`;
  });
}
