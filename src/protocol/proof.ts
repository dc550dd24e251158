import { MpinError } from '../errors.ts';
import { encodeBlinded } from './blinding.ts';
import type { G1Point } from './kernel/g1.ts';
import { identityPoint } from './identity-point.ts';
import { pinDigits } from './pin.ts';
import { addPinMultiple, pinTable, type PinTable } from './pin-table.ts';
import { provingCurve as curve } from './proving-curve.ts';
import { randomScalar, systemRandom } from './random.ts';
import type { Hex, IdentityId, RandomSource } from './types.ts';

/** What pass 1 leaves to be done once the PIN is there. */
interface Prepared {
  readonly start: G1Point;
  readonly table: PinTable;
  /** Drawn here rather than in `finish`, which people wait for. */
  readonly blinding: bigint;
}

/** The PIN of the rehearsal; any would do, and nobody's is used. */
const REHEARSED = pinDigits('0000');

/** What a proof knows until it is finished or destroyed. */
interface Secrets {
  readonly identity: G1Point;
  readonly token: G1Point;
  readonly x: bigint;
  readonly commitment: G1Point;
}

/**
 * One sign-in proof, split so that almost nothing is left to do after the last digit (docs/protocol.md 9.5):
 *
 * 1. construction draws x and makes U = x·A, for pass 1;
 * 2. `prepare` takes the server's y and does everything that needs no PIN;
 * 3. `finish` adds the PIN and gives V = −(x+y)·(T + PIN·A), for pass 2.
 *
 * A proof gives one V and forgets its secrets then: two answers for one U would let anybody who saw them compute the
 * client secret.
 */
export class Proof {
  /** U, 130 hex digits. */
  readonly u: Hex;
  readonly #random: RandomSource;
  #secrets: Secrets | undefined;
  #prepared: Prepared | undefined;

  /**
   * @param token - T of `extractPin`, as stored on this device
   * @throws MpinError IDENTITY_DAMAGED when what was stored does not decode (its cause says why); RANDOM_FAILURE
   */
  constructor(id: IdentityId, token: Hex, random: RandomSource = systemRandom) {
    const stored = decodeStored(id, token);
    const x = randomScalar(random);
    const commitment = curve.multiply(stored.identity, x);
    this.u = curve.encodeG1(commitment);
    this.#random = random;
    this.#secrets = { ...stored, x, commitment };
  }

  /** Whether `finish` can be called. */
  get prepared(): boolean {
    return this.#prepared !== undefined;
  }

  /**
   * Takes y and computes (x+y)·T and the table of (x+y)·A. May be called again with a newer y, which then counts.
   *
   * @param y - the server's challenge, 64 hex digits, in [1, r)
   * @throws MpinError NOT_HEX, WRONG_LENGTH, SCALAR_OUT_OF_RANGE for a y that no honest server sends; DEGENERATE when
   *   x + y = 0, so that V would be the identity: start again with a new proof; INVALID_ARGUMENT after the end
   */
  prepare(y: Hex): void {
    const { identity, token, x, commitment } = this.#open();
    const challenge = curve.decodeScalar(y, 'The challenge y');
    const exponent = (x + challenge) % curve.order;
    if (exponent === 0n) {
      this.destroy();
      throw new MpinError('DEGENERATE', 'The challenge y cancels this proof; start again with a new one');
    }
    // (x+y)·A = U + y·A needs no secret scalar: the server computes the same point.
    const base = commitment.add(curve.multiplyPublic(identity, challenge));
    const table = pinTable(base.negate(), this.#random);
    const start = curve.multiply(token, exponent).negate().add(table.offset.negate());
    this.#prepared = { start, table, blinding: randomScalar(this.#random) };
    this.#rehearse(this.#prepared);
  }

  /**
   * Adds the PIN: six additions and one inversion, in a time that does not depend on the PIN (docs/protocol.md 9.7).
   * Ends the proof, but for a malformed PIN.
   *
   * @returns V, 130 hex digits, for pass 2
   * @throws MpinError INVALID_PIN; INVALID_ARGUMENT before `prepare` or after the end; DEGENERATE
   */
  finish(pin: string): Hex {
    this.#open();
    const prepared = this.#prepared;
    if (prepared === undefined) throw new MpinError('INVALID_ARGUMENT', 'Call prepare with the server\'s y first');
    const digits = pinDigits(pin);
    this.destroy();
    return encodeBlinded(addPinMultiple(prepared.start, prepared.table, digits), prepared.blinding);
  }

  /** Drops every secret. Harmless when called again. */
  destroy(): void {
    this.#secrets = undefined;
    this.#prepared = undefined;
  }

  /**
   * Goes through `finish` once for nothing. The first sign-in of a page is the one that people wait for, and code that
   * the engine has never run takes several times as long; this is while they still type.
   */
  #rehearse({ start, table }: Prepared): void {
    encodeBlinded(addPinMultiple(start, table, REHEARSED), randomScalar(this.#random));
  }

  #open(): Secrets {
    if (this.#secrets === undefined) {
      throw new MpinError('INVALID_ARGUMENT', 'This proof has ended; a new sign-in needs a new one');
    }
    return this.#secrets;
  }
}

function decodeStored(id: IdentityId, token: Hex): Pick<Secrets, 'identity' | 'token'> {
  try {
    return { identity: identityPoint(id), token: curve.decodeG1(token, 'The token') };
  } catch (cause) {
    throw new MpinError('IDENTITY_DAMAGED', 'The stored identity cannot be used; register again', { cause });
  }
}
