import { Type } from '@fastify/type-provider-typebox';
import type { Core } from '../../core/core.ts';
import { verifySignature } from '../../core/signing.ts';
import { callerOf } from '../caller.ts';
import { principalOf, projectOfPrincipal } from '../credentials.ts';
import { shortText } from '../fields.ts';
import { readSignature, SignatureFields, Timestamp } from '../signature-fields.ts';
import type { App } from '../types.ts';

const Verify = Type.Object({ signature: SignatureFields, timestamp: Timestamp, type: shortText });

/** Verifying signatures (docs/protocol.md 7.2). */
export function signingRoutes(app: App, core: Core): void {
  app.post('/dvs/verify', {
    config: { rate: 'signature', right: 'sign', project: projectOfPrincipal },
    schema: { body: Verify },
  }, async (request, reply) => {
    const { signature, timestamp } = request.body;
    const certificate = await verifySignature(core, callerOf(request), principalOf(request), readSignature(signature, timestamp));
    return reply.header('cache-control', 'no-store').send({ certificate });
  });
}
