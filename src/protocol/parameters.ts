/**
 * The numbers that define BN254CX and its fast endomorphisms (docs/protocol.md 9.1). Tests derive every one of them
 * again from the curve's parameter u.
 */

/** |u|. The parameter itself is negative: u = −0x4000000003C012B1. */
export const U_ABS = 0x4000000003c012b1n;

/** Field characteristic p = 36u⁴ + 36u³ + 24u² + 6u + 1. */
export const P = 0x2400000008702a0db0bddf647a6366d3243fd6ee18093ee1be6623ef5c1b55b3n;

/** Order r of G1, G2 and GT: 36u⁴ + 36u³ + 18u² + 6u + 1. */
export const R = 0x2400000008702a0db0bddf647a6366d2c43fd6ee0cc906cebe11c0a636eb1f6dn;

/** Constant of G1: y² = x³ + 2. */
export const G1_B = 2n;

/** β, a cube root of 1 in Fp: φ(x, y) = (βx, y) multiplies a point of G1 by λ (Gallant, Lambert, Vanstone 2001). */
export const GLV_BETA = 0x2400000008702a0d68bddf646dbb27bee381f789a619b78b8c8590d7c7f7f91bn;

/** λ, the eigenvalue of φ: a cube root of 1 modulo r. */
export const GLV_LAMBDA = 0x2400000008702a0d20bddf646112e8a922c4182507294fec5953709bcc14a3b6n;

/** Two short vectors (a, b) with a + b·λ ≡ 0 (mod r) and determinant +r: they halve a scalar's length. */
export const GLV_BASIS: [[bigint, bigint], [bigint, bigint]] = [
  [0x600000000b40381200546349162feb83n, -0x8000000007802561n],
  [0x8000000007802561n, 0x600000000b403812805463491db010e4n],
];
