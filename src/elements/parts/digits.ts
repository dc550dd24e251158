/** First code points of the decimal digits that keyboards and clipboards give besides ASCII: Arabic-Indic, Persian, Devanagari, full-width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xff10];

/**
 * The ASCII digits in a text, whatever surrounds them: spaces, dashes and letters are left out, digits of other scripts become the ASCII
 * digits of the same value, so that what was copied or typed with a person's own keyboard just works.
 */
export function asciiDigits(text: string): string {
  let digits = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code <= start + 9);
    if (zero !== undefined) digits += String(code - zero);
    else if (character >= '0' && character <= '9') digits += character;
  }
  return digits;
}
