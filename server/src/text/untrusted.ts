/** Keeps a dot, slash, colon or at sign from being read as part of an address, without being seen. */
const WORD_JOINER = '\u2060';

/**
 * Text that a stranger chose (a device name), made safe to stand in a mail or on a page: control, format and private
 * characters go (a right-to-left override would turn the sentence around it), and what could be read as an address is
 * broken up invisibly, since mail programs make links out of plain text on their own (docs/security.md, mail).
 *
 * @param limit - characters kept
 */
export function unlinkable(text: string, limit = 40): string {
  return Array.from(text.normalize('NFC').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ''))
    .slice(0, limit)
    .join('')
    .trim()
    .replace(/[.:/@\\]/g, (separator) => separator + WORD_JOINER);
}

/** A configured name on one line: control and format characters could otherwise reach a mail's header. */
export function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
