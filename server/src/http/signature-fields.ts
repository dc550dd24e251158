import { Type } from '@fastify/type-provider-typebox';
import type { Static } from '@fastify/type-provider-typebox';
import { invalidParameters } from '../core/errors.ts';
import type { SignatureRequest } from '../core/signing.ts';
import { bytes, dtas, g1, g2 } from './fields.ts';
import { requireG1 } from './points.ts';

/** Unix seconds that four bytes hold. */
export const Timestamp = Type.Integer({ minimum: 1, maximum: 0xff_ff_ff_ff });

/** A signature object (docs/protocol.md 7.1). */
export const SignatureFields = Type.Object({ hash: bytes, u: g1, v: g1, mpinId: bytes, publicKey: g2, dtas: Type.Optional(dtas), timestamp: Type.Optional(Timestamp) });

/**
 * A signature in the form in which it is checked.
 *
 * @throws PlatformError INVALID_REQUEST_PARAMETERS for points that are none, or two times that differ
 */
export function readSignature(signature: Static<typeof SignatureFields>, timestamp: number): SignatureRequest {
  if (signature.timestamp !== undefined && signature.timestamp !== timestamp) throw invalidParameters('timestamp');
  return {
    hash: signature.hash.toLowerCase(), u: requireG1('signature.u', signature.u), v: requireG1('signature.v', signature.v),
    mpinId: signature.mpinId.toLowerCase(), publicKey: signature.publicKey.toLowerCase(), timestamp,
  };
}
