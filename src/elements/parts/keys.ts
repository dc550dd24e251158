import type { SecretEntry } from '../../client/secret-entry.ts';
import { asciiDigits } from './digits.ts';

/** What is typed into, other than the PIN's field; and what Enter presses. The site's own in the slots are among them. */
const FIELDS = 'input:not(#pin), textarea, select, [contenteditable]';
const PRESSED = 'button, a, summary';
/** A key that a pointer left focus on: with all digits there, Enter can only mean to go on. */
const DIGIT = '[part~=digit]';

/**
 * The hardware keys of a pad: digits, Backspace, Delete, Escape and Enter work anywhere in it; other fields, buttons and links keep their
 * own keys. Escape with nothing to take back is the browser's, which may close a dialog by it.
 *
 * @param submit - what Enter does
 */
export const padKeys = (entry: SecretEntry, submit: () => void) => (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || entry.limit === 0) return;
  const target = event.composedPath()[0] as Element;
  if (target.matches(FIELDS)) return;
  const digits = event.key.length === 1 ? asciiDigits(event.key) : '';
  if (digits !== '') entry.push(digits);
  else if (event.key === 'Backspace') entry.pop();
  else if (event.key === 'Delete' || (event.key === 'Escape' && entry.length > 0)) entry.clear();
  else if (event.key === 'Enter' && (!target.matches(PRESSED) || (entry.length === entry.limit && target.matches(DIGIT)))) submit();
  else return;
  event.preventDefault();
};
