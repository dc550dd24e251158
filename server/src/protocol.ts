/**
 * The library's mathematics, pairing included: the one place where the platform reaches into the library
 * (docs/architecture.md). Everything else here imports from this file.
 */
export {
  Verifier, clientShare, combineServerShares, createChallenge, createMasterSecret, hashIdentity, mapIdentity, serverShare, validateG1, validatePublicKey,
} from '../../src/protocol/index.ts';
export { checkDigit, isAccessNumber } from '../../src/access-number.ts';
export { MpinError } from '../../src/errors.ts';
export { VERSION } from '../../src/version.ts';
