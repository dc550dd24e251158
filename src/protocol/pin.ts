import { MpinError } from '../errors.ts';

/** The shortest and the longest PIN. */
export const MIN_PIN_LENGTH = 4;
export const MAX_PIN_LENGTH = 6;

const PIN = /^[0-9]{4,6}$/u;
const ASCII_ZERO = 48;

/**
 * Checks that a PIN is 4 to 6 ASCII digits (docs/protocol.md 9.4). The error never contains the PIN.
 *
 * @param length - the length that the identity's project demands, when it is known
 * @throws MpinError INVALID_PIN
 */
export function assertPin(pin: string, length?: number): void {
  if (typeof pin !== 'string' || !PIN.test(pin)) {
    throw new MpinError('INVALID_PIN', 'A PIN has 4 to 6 digits, 0 to 9, and nothing else');
  }
  if (length !== undefined && pin.length !== length) {
    throw new MpinError('INVALID_PIN', `This PIN must have ${length} digits`);
  }
}

/**
 * The decimal digits of the PIN's value, units first and always six, so that neither length nor leading zeros change
 * what is done with them: "0012" is 12, as "12" would be.
 *
 * @throws MpinError INVALID_PIN
 */
export function pinDigits(pin: string): readonly number[] {
  assertPin(pin);
  const padded = pin.padStart(MAX_PIN_LENGTH, '0');
  return Array.from({ length: MAX_PIN_LENGTH }, (_, place) => padded.charCodeAt(MAX_PIN_LENGTH - 1 - place) - ASCII_ZERO);
}
