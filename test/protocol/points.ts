import { Fp } from '../../src/protocol/fields.ts';
import { Fp2, type Fp2Element } from '../../src/protocol/fp2.ts';
import { G2, type G2Point } from '../../src/protocol/g2.ts';
import { P, R } from '../../src/protocol/parameters.ts';
import type { Hex } from '../../src/protocol/types.ts';
import { scalarHex } from './support.ts';

/** The square root in Fp, where there is one (p ≡ 3 mod 4). */
export function squareRoot(value: bigint): bigint | undefined {
  const root = Fp.pow(value, (P + 1n) / 4n);
  return Fp.sqr(root) === value ? root : undefined;
}

/** The square root in Fp2 by the norm, where there is one. */
function squareRoot2({ c0, c1 }: Fp2Element): Fp2Element | undefined {
  const norm = squareRoot(Fp.add(Fp.sqr(c0), Fp.sqr(c1)));
  if (norm === undefined) return undefined;
  for (const sign of [norm, Fp.neg(norm)]) {
    const re = squareRoot(Fp.div(Fp.add(c0, sign), 2n));
    if (re === undefined || re === 0n) continue;
    return { c0: re, c1: Fp.div(c1, Fp.mul(2n, re)) };
  }
  return undefined;
}

/** A point of the twist outside G2: the twist has order r·(2p − r), so that nearly every point is one. */
export function offSubgroupPoint(seed: bigint): G2Point {
  for (let re = seed * 1000n; ; re++) {
    const x = { c0: re, c1: 1n };
    const y = squareRoot2(Fp2.add(Fp2.mul(Fp2.sqr(x), x), G2.CURVE().b));
    if (y === undefined) continue;
    const point = new G2(x, y, Fp2.ONE);
    if (!point.multiplyUnsafe(R - 1n).add(point).is0()) return point;
  }
}

/** A point's encoding, without a look at its validity. */
export function toHexG2(point: G2Point): Hex {
  const { x, y } = point.toAffine();
  return [x.c0, x.c1, y.c0, y.c1].map(scalarHex).join('');
}
