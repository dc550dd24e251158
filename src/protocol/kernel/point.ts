import type { GroupElement } from '../curve.ts';
import type { Affine } from '../types.ts';

/**
 * A field with lazy reduction, as far as points need it: sums and products stay unreduced until `reduce`, which gives 0
 * for every multiple of p. BigInt cannot overflow, so that laziness is a matter of speed and never of correctness.
 */
export interface LazyField<F> {
  readonly zero: F;
  readonly one: F;
  /** 3b·x, for the curve y² = x³ + b. */
  timesB3(x: F): F;
  add(x: F, y: F): F;
  subtract(x: F, y: F): F;
  multiply(x: F, y: F): F;
  /** k·x for an integer k. */
  scale(x: F, k: bigint): F;
  reduce(x: F): F;
  isZero(x: F): boolean;
  /** 1/x in canonical form, in a time that depends on x. */
  invert(x: F): F;
  /** The canonical form. */
  canonical(x: F): F;
}

/**
 * A point of y² = x³ + b in homogeneous projective coordinates. Addition and doubling are complete: one sequence of
 * field operations for all points of prime order, the identity and equal points among them (Renes, Costello, Batina
 * 2015, algorithms 7 and 9).
 */
export class Point<F> implements GroupElement<Point<F>> {
  readonly field: LazyField<F>;
  readonly x: F;
  readonly y: F;
  readonly z: F;

  /** Checks nothing: coordinates come from decoding, which does, or from other points. Without z they are affine. */
  constructor(field: LazyField<F>, x: F, y: F, z = field.one) {
    this.field = field;
    this.x = x;
    this.y = y;
    this.z = z;
  }

  add({ x, y, z }: Point<F>): Point<F> {
    const { field } = this;
    const { add, subtract, multiply, reduce, timesB3, scale } = field;
    const xx = multiply(this.x, x);
    const yy = multiply(this.y, y);
    const zz = multiply(this.z, z);
    const xy = reduce(subtract(multiply(add(this.x, this.y), add(x, y)), add(xx, yy)));
    const yz = reduce(subtract(multiply(add(this.y, this.z), add(y, z)), add(yy, zz)));
    const xz = reduce(timesB3(subtract(multiply(add(this.x, this.z), add(x, z)), add(xx, zz))));
    const xx3 = reduce(scale(xx, 3n));
    const bzz = reduce(timesB3(zz));
    const yyReduced = reduce(yy);
    const minus = subtract(yyReduced, bzz);
    const plus = add(yyReduced, bzz);
    return new Point(
      field,
      reduce(subtract(multiply(xy, minus), multiply(yz, xz))),
      reduce(add(multiply(xz, xx3), multiply(minus, plus))),
      reduce(add(multiply(plus, yz), multiply(xx3, xy))),
    );
  }

  double(): Point<F> {
    const { field, x, y, z } = this;
    const { add, subtract, multiply, reduce, timesB3, scale } = field;
    const yy = reduce(multiply(y, y));
    const yy8 = scale(yy, 8n);
    const bzz = reduce(timesB3(multiply(z, z)));
    const minus = subtract(yy, scale(bzz, 3n));
    return new Point(
      field,
      reduce(multiply(minus, reduce(scale(multiply(x, y), 2n)))),
      reduce(add(multiply(minus, add(yy, bzz)), multiply(bzz, yy8))),
      reduce(multiply(reduce(multiply(y, z)), yy8)),
    );
  }

  negate(): Point<F> {
    return new Point(this.field, this.x, this.field.subtract(this.field.zero, this.y), this.z);
  }

  equals({ x, y, z }: Point<F>): boolean {
    const { subtract, multiply, reduce, isZero } = this.field;
    const same = (mine: F, theirs: F): boolean => isZero(reduce(subtract(multiply(mine, z), multiply(theirs, this.z))));
    return same(this.x, x) && same(this.y, y);
  }

  is0(): boolean {
    return this.field.isZero(this.z);
  }

  /** The same point with all coordinates multiplied by a factor other than 0. */
  rerandomise(factor: bigint): Point<F> {
    const scaled = (coordinate: F): F => this.field.reduce(this.field.scale(coordinate, factor));
    return new Point(this.field, scaled(this.x), scaled(this.y), scaled(this.z));
  }

  /** Affine coordinates, in a time that depends on z. Not for the identity, which has none. */
  toAffine(): Affine<F> {
    const { multiply, canonical, invert } = this.field;
    const inverse = invert(this.z);
    return { x: canonical(multiply(this.x, inverse)), y: canonical(multiply(this.y, inverse)) };
  }
}
