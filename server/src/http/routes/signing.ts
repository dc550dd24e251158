import { Type } from '@fastify/type-provider-typebox';
import type { Core } from '../../core/core.ts';
import { invalidParameters } from '../../core/errors.ts';
import { verifySignature } from '../../core/signing.ts';
import { callerOf } from '../caller.ts';
import { principalOf, projectOfPrincipal } from '../credentials.ts';
import { bytes, dtas, g1, g2, shortText } from '../fields.ts';
import { requireG1 } from '../points.ts';
import type { App } from '../types.ts';

const Timestamp = Type.Integer({ minimum: 1, maximum: 0xff_ff_ff_ff });
const Verify = Type.Object({
  signature: Type.Object({ hash: bytes, u: g1, v: g1, mpinId: bytes, publicKey: g2, dtas: Type.Optional(dtas), timestamp: Type.Optional(Timestamp) }),
  timestamp: Timestamp,
  type: shortText,
});

/** Verifying signatures (docs/protocol.md 7.2). */
export function signingRoutes(app: App, core: Core): void {
  app.post('/dvs/verify', {
    config: { rate: 'signature', right: 'sign', project: projectOfPrincipal },
    schema: { body: Verify },
  }, async (request, reply) => {
    const { signature, timestamp } = request.body;
    if (signature.timestamp !== undefined && signature.timestamp !== timestamp) throw invalidParameters('timestamp');
    const certificate = await verifySignature(core, callerOf(request), principalOf(request), {
      hash: signature.hash.toLowerCase(), u: requireG1('signature.u', signature.u), v: requireG1('signature.v', signature.v),
      mpinId: signature.mpinId.toLowerCase(), publicKey: signature.publicKey.toLowerCase(), timestamp,
    });
    return reply.header('cache-control', 'no-store').send({ certificate });
  });
}
