/** A positive number's digits −1, 0 and 1, most significant first, no two neighbours both other than 0. */
export function nonAdjacentForm(value: bigint): number[] {
  const digits: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 1n) {
    const digit = (rest & 1n) === 0n ? 0 : 2 - Number(rest & 3n);
    rest -= BigInt(digit);
    digits.unshift(digit);
  }
  return digits;
}
