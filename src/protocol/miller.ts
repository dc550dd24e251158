import { Fp } from './fields.ts';
import { Fp2, type Fp2Element } from './fp2.ts';
import { conjugate, multiplyByLine, ONE, square, type Fp12Element } from './fp12.ts';
import type { G1Point } from './g1.ts';
import { G2, psiCoordinates, type G2Point } from './g2.ts';
import { add2, negate2, product2, reduce2, scale2, square2, sub2 } from './lazy-fp2.ts';
import { nonAdjacentForm } from './naf.ts';
import { U_ABS } from './parameters.ts';

/**
 * A line through multiples of a point of G2, divided by its coefficient of y: at P = (x, y) it is
 * 1 + (slope·x/y + constant/y·v)·w, up to a factor from Fp2, which the final exponentiation takes to 1.
 */
interface Line {
  readonly slope: Fp2Element;
  readonly constant: Fp2Element;
}

/** The lines of one point, step by step of the Miller loop. */
export type Lines = readonly (readonly Line[])[];

/** A line before it is divided, as [coefficient of y, of x, constant]. */
type RawLine = readonly [Fp2Element, Fp2Element, Fp2Element];

interface Projective {
  readonly x: Fp2Element;
  readonly y: Fp2Element;
  readonly z: Fp2Element;
}

/** The digits of |6u + 2| = 6|u| − 2 after the leading one. */
const LOOP = nonAdjacentForm(6n * U_ABS - 2n).slice(1);

const THREE_B = Fp2.mul(G2.CURVE().b, 3n);

/** 2·R and the tangent at R, in homogeneous coordinates (Costello, Lange, Naehrig 2010, section 5). */
function double({ x, y, z }: Projective): [Projective, RawLine] {
  const yy = reduce2(square2(y));
  const bzz = reduce2(product2(reduce2(square2(z)), THREE_B));
  const yz = reduce2(product2(y, z));
  const twoYz = add2(yz, yz);
  const bzz2 = add2(bzz, bzz);
  const bzz3 = add2(bzz2, bzz);
  const xy = reduce2(product2(x, y));
  const bzz2Squared = square2(bzz2);
  const next = {
    x: reduce2(product2(add2(xy, xy), sub2(yy, bzz3))),
    y: reduce2(sub2(square2(add2(yy, bzz3)), add2(add2(bzz2Squared, bzz2Squared), bzz2Squared))),
    z: reduce2(product2(add2(yy, yy), add2(twoYz, twoYz))),
  };
  const xx = square2(x);
  return [next, [negate2(twoYz), add2(add2(xx, xx), xx), sub2(bzz, yy)]];
}

/** R + Q and the line through both, for an affine Q other than ±R (same source). */
function add({ x, y, z }: Projective, qx: Fp2Element, qy: Fp2Element): [Projective, RawLine] {
  const rise = reduce2(sub2(y, product2(qy, z)));
  const run = reduce2(sub2(x, product2(qx, z)));
  const run2 = reduce2(square2(run));
  const run3 = reduce2(product2(run2, run));
  const xRun2 = reduce2(product2(x, run2));
  const t = reduce2(sub2(add2(run3, product2(reduce2(square2(rise)), z)), add2(xRun2, xRun2)));
  const next = {
    x: reduce2(product2(run, t)),
    y: reduce2(sub2(product2(rise, sub2(xRun2, t)), product2(run3, y))),
    z: reduce2(product2(z, run3)),
  };
  return [next, [run, negate2(rise), sub2(product2(rise, qx), product2(run, qy))]];
}

/**
 * All lines of the optimal ate pairing for a point of order r. As u is negative, the loop runs over |6u + 2|; the last
 * two points added are −ψ(Q) and +ψ²(Q), and `millerLoop` conjugates in the end (docs/protocol.md 9.1).
 */
export function linesOf(point: G2Point): Lines {
  const { x, y } = point.toAffine();
  const raw: RawLine[][] = [];
  let r: Projective = { x, y, z: Fp2.ONE };
  const record = ([next, line]: [Projective, RawLine]): void => {
    r = next;
    raw.at(-1)!.push(line);
  };
  for (const digit of LOOP) {
    raw.push([]);
    record(double(r));
    if (digit !== 0) record(add(r, x, digit === 1 ? y : Fp2.neg(y)));
  }
  const [x1, y1] = psiCoordinates(x, y);
  const [x2, y2] = psiCoordinates(x1, y1);
  record(add(r, x1, Fp2.neg(y1)));
  record(add(r, x2, y2));
  return divide(raw);
}

/** Divides every line by its coefficient of y, with one inversion for all. */
function divide(raw: readonly (readonly RawLine[])[]): Lines {
  const inverses = Fp2.invertBatch(raw.flat().map(([ofY]) => ofY));
  let next = 0;
  return raw.map((step) => step.map(([, ofX, constant]) => {
    const inverse = inverses[next++]!;
    return { slope: Fp2.mul(ofX, inverse), constant: Fp2.mul(constant, inverse) };
  }));
}

/** The product of the Miller loops of several pairs, which share their squarings. Points validated, none the identity. */
export function millerLoop(pairs: readonly (readonly [Lines, G1Point])[]): Fp12Element {
  const evaluated = pairs.map(([lines, point]) => {
    const { x, y } = point.toAffine();
    const inverseY = Fp.inv(y);
    return { lines, inverseY, ratio: Fp.mul(x, inverseY) };
  });
  const product = LOOP.reduce((f, _, step) => {
    let value = step === 0 ? f : square(f);
    for (const { lines, inverseY, ratio } of evaluated) {
      for (const { slope, constant } of lines[step]!) {
        value = multiplyByLine(value, scale2(slope, ratio), scale2(constant, inverseY));
      }
    }
    return value;
  }, ONE);
  return conjugate(product);
}
