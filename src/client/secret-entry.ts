/** Longest entry there is: a mailed code, as long as discovery may say (`limits.codeLength`, docs/protocol.md 2). */
export const LONGEST_ENTRY = 12;

/**
 * Holds what a person types in secret: the digits of a PIN or of a mailed code. Nothing else in the elements keeps them: fields show
 * masks, the machine hears lengths, and the client is handed the digits for one call. They lie in one buffer that is overwritten as soon
 * as they are not needed; only the string for that call is left to the garbage collector, because JavaScript cannot overwrite a string.
 */
export class SecretEntry {
  /** Called with the new length after every change that a person made. */
  listener: ((length: number) => void) | undefined;

  /** Whether a PIN is easily guessed; whatever asks for a new one brings the rule along. */
  isEasy: (pin: string) => boolean = () => false;

  readonly #digits = new Uint8Array(LONGEST_ENTRY);
  readonly #kept = new Uint8Array(LONGEST_ENTRY);
  readonly #named = new Uint8Array(LONGEST_ENTRY);
  #length = 0;
  #limit = 0;
  #prompt = 0;

  /** How many digits there are. */
  get length(): number {
    return this.#length;
  }

  /** How many are wanted; 0 while nothing is asked for. */
  get limit(): number {
    return this.#limit;
  }

  /** How often digits were asked for: another number is another prompt. */
  get prompt(): number {
    return this.#prompt;
  }

  /** Begins anew: forgets the digits and takes up to `limit`. */
  open(limit: number): void {
    if (!Number.isInteger(limit) || limit < 1 || limit > LONGEST_ENTRY) throw new RangeError(`An entry takes 1 to ${LONGEST_ENTRY} digits.`);
    this.#forget();
    this.#limit = limit;
    this.#prompt += 1;
  }

  /** Takes no more digits, keeps those it has. */
  seal(): void {
    this.#limit = 0;
  }

  /** Forgets everything: digits, the PIN set aside, and the one that was named as easy. */
  wipe(): void {
    this.#forget();
    this.#kept.fill(0);
    this.#named.fill(0);
    this.#limit = 0;
  }

  /** Adds ASCII digits; those that do not fit, and anything else, are left out. */
  push(text: string): void {
    const before = this.#length;
    for (const character of text) {
      if (this.#length < this.#limit && character >= '0' && character <= '9') this.#digits[this.#length++] = character.charCodeAt(0);
    }
    if (this.#length !== before) this.listener?.(this.#length);
  }

  /** Puts these ASCII digits in the place of the former ones. */
  replace(text: string): void {
    if (this.#limit === 0) return;
    const before = this.#length;
    this.#forget();
    this.push(text);
    if (this.#length === 0 && before !== 0) this.listener?.(0);
  }

  /** Takes the last digit back. */
  pop(): void {
    if (this.#limit === 0 || this.#length === 0) return;
    this.#digits[--this.#length] = 0;
    this.listener?.(this.#length);
  }

  /** Takes all digits back. */
  clear(): void {
    if (this.#limit === 0 || this.#length === 0) return;
    this.#forget();
    this.listener?.(0);
  }

  /**
   * Whether this PIN is easily guessed and was not named as such before: the second time it is the person's choice.
   *
   * @param refuse - however often it is chosen, it stays an easy one
   */
  judge(refuse = false): 'fine' | 'easy' {
    if (!this.isEasy(this.#text())) return 'fine';
    if (!refuse && equal(this.#named, this.#digits)) return 'fine';
    this.#named.set(this.#digits);
    return 'easy';
  }

  /** Sets the PIN aside, to be compared with the next one. */
  keep(): void {
    this.#kept.set(this.#digits);
  }

  /** Whether this is the PIN that was set aside. */
  matchesKept(): boolean {
    return equal(this.#kept, this.#digits);
  }

  /** The digits, for the one call that needs them. They are forgotten here. */
  take(): string {
    const text = this.#text();
    this.wipe();
    return text;
  }

  #text(): string {
    return String.fromCharCode(...this.#digits.subarray(0, this.#length));
  }

  #forget(): void {
    this.#digits.fill(0);
    this.#length = 0;
  }
}

/** Compares whole buffers without stopping at the first difference. Unused places are 0, which is no digit, so lengths count too. */
function equal(a: Uint8Array, b: Uint8Array): boolean {
  let difference = 0;
  for (let i = 0; i < LONGEST_ENTRY; i += 1) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}
