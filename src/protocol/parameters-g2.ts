/** Apart from the other parameters, as a sign-in needs no G2 (docs/protocol.md 9.1). */

/** Generator Q of G2, as [x.re, x.im, y.re, y.im]. */
export const G2_GENERATOR = [
  0x19682d2c7053b256358b2500f5c34bbb907c85bfa03e2726c0851ceee4d2ec74n,
  0x1466b9ec3e19f64aa011c937a8e99743f81b97b0c209c30f47a58e8b2e29cfe1n,
  0x0a79edd972332b8dd81e22157daee2096361b33d847ec1b30cfbfcebcf0be09fn,
  0x06160c39ecc4c09035c6e4512d8d3461c2864ea569d2edebed904b228898ee9dn,
] as const;
