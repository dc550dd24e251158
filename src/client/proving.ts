/** The mathematics of a sign-in, as pages fetch it: see `loadProof`. */
export { Proof } from '../protocol/proof.ts';
