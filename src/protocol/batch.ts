import type { G1Point } from './g1.ts';
import { bn254cx as curve, type Lines } from './pairing.ts';
import { randomInteger } from './random.ts';
import type { RandomSource } from './types.ts';

/** One claim e(response, key)·e(base, sQ) = 1. */
export interface Equation {
  readonly keyLines: Lines;
  readonly response: G1Point;
  /** D = U + y·A; the identity makes the claim false, for it would hold for a response of nothing. */
  readonly base: G1Point;
}

const HALF_WEIGHT_BYTES = 8;

/**
 * Which of the claims hold. Several are tried as one, weighted at random (Bellare, Garay, Rabin 1998, the small
 * exponents test), and halved until the false ones stand alone.
 *
 * @throws MpinError RANDOM_FAILURE
 */
export function batchHolds(equations: readonly Equation[], serverLines: Lines, random: RandomSource): boolean[] {
  if (equations.length === 0) return [];
  if (equations.length === 1) return [holds(equations[0]!, serverLines)];
  if (allHold(equations, serverLines, random)) return equations.map(() => true);
  const middle = equations.length >> 1;
  return [
    ...batchHolds(equations.slice(0, middle), serverLines, random),
    ...batchHolds(equations.slice(middle), serverLines, random),
  ];
}

function holds({ keyLines, response, base }: Equation, serverLines: Lines): boolean {
  return !base.is0() && curve.productIsOne([[keyLines, response], [serverLines, base]]);
}

function allHold(equations: readonly Equation[], serverLines: Lines, random: RandomSource): boolean {
  if (equations.some(({ base }) => base.is0())) return false;
  const weighted = equations.map(({ keyLines, response, base }) => {
    const weight = randomWeight(random);
    return {
      keyLines,
      response: curve.multiplyShort(response, weight),
      base: curve.multiplyShort(base, weight),
    };
  });
  const base = weighted.map((term) => term.base).reduce((sum, point) => sum.add(point));
  if (base.is0()) return false;
  return curve.productIsOne([[serverLines, base], ...weighted.map(({ keyLines, response }) => [keyLines, response] as const)]);
}

function randomWeight(random: RandomSource): [bigint, bigint] {
  return [randomInteger(random, HALF_WEIGHT_BYTES), randomInteger(random, HALF_WEIGHT_BYTES)];
}
