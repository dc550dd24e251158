/** Columns and diagonals of the keypad, in both directions, as far as they make a PIN. */
const KEYPAD_LINES = ['2580', '0852'];

/**
 * Whether a PIN is among the first that somebody would try: one digit repeated, a run (1234, 9876, 8901), a repeated group (1212,
 * 123123), a line on the keypad, or a date (a year, a day and month in either order, with or without the year). People choose these far
 * more often than chance would (Bonneau, Preibusch, Anderson: "A birthday present every eleven wallets?", 2012).
 * @param pin - 4 to 6 ASCII digits
 */
export const isEasyPin = (pin: string): boolean => isRepeat(pin) || isRun(pin, 1) || isRun(pin, 9) || KEYPAD_LINES.includes(pin) || isDate(pin);

/** 0000, 1212, 123123: a shorter group that fills the PIN. */
function isRepeat(pin: string): boolean {
  for (let size = 1; size <= pin.length / 2; size += 1) {
    if (pin.length % size === 0 && pin === pin.slice(0, size).repeat(pin.length / size)) return true;
  }
  return false;
}

/** Each digit follows the one before by the same step, 9 being followed by 0. */
const isRun = (pin: string, step: number): boolean =>
  [...pin].every((digit, i) => i === 0 || Number(digit) === (Number(pin[i - 1]) + step) % 10);

function isDate(pin: string): boolean {
  if (pin.length === 4) return isYear(pin) || isDayAndMonth(pin);
  if (pin.length !== 6) return false;
  return isDayAndMonth(pin.slice(0, 4)) || isDayAndMonth(pin.slice(2))
    || (isMonth(pin.slice(0, 2)) && isYear(pin.slice(2))) || (isYear(pin.slice(0, 4)) && isMonth(pin.slice(4)));
}

const isYear = (digits: string): boolean => digits >= '1920' && digits <= '2039';
const isMonth = (digits: string): boolean => digits >= '01' && digits <= '12';
const isDay = (digits: string): boolean => digits >= '01' && digits <= '31';

/** DDMM or MMDD. */
function isDayAndMonth(digits: string): boolean {
  const [first, second] = [digits.slice(0, 2), digits.slice(2)];
  return (isDay(first) && isMonth(second)) || (isMonth(first) && isDay(second));
}
