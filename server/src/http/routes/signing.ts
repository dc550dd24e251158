import { Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Core } from '../../core/core.ts';
import { invalidParameters, PlatformError } from '../../core/errors.ts';
import { authenticateApplication } from '../../core/projects.ts';
import type { Application } from '../../core/projects.ts';
import { verifySignature } from '../../core/signing.ts';
import { callerOf } from '../caller.ts';
import { bytes, dtas, g1, g2, shortText } from '../fields.ts';
import { requireG1 } from '../points.ts';
import type { App } from '../types.ts';

const Timestamp = Type.Integer({ minimum: 1, maximum: 0xff_ff_ff_ff });
const Verify = Type.Object({
  signature: Type.Object({ hash: bytes, u: g1, v: g1, mpinId: bytes, publicKey: g2, dtas: Type.Optional(dtas), timestamp: Type.Optional(Timestamp) }),
  timestamp: Timestamp,
  type: shortText,
});

/** The application that the Basic credentials of a request name (RFC 7617). */
async function applicationOf(core: Core, request: FastifyRequest): Promise<Application> {
  const [scheme, encoded] = (request.headers.authorization ?? '').split(' ');
  const text = scheme?.toLowerCase() === 'basic' ? Buffer.from(encoded ?? '', 'base64').toString('utf8') : '';
  const colon = text.indexOf(':');
  if (colon < 1) throw new PlatformError('UNAUTHORIZED', 'Access not allowed due to invalid credentials.');
  return authenticateApplication(core, text.slice(0, colon), text.slice(colon + 1));
}

/** Verifying signatures (docs/protocol.md 7.2). Credentials are looked at before anything else. */
export function signingRoutes(app: App, core: Core): void {
  const applications = new WeakMap<FastifyRequest, Application>();

  app.post('/dvs/verify', {
    config: { rate: 'signature', project: async (request) => applications.get(request)?.projectId },
    schema: { body: Verify },
    onRequest: async (request) => void applications.set(request, await applicationOf(core, request)),
  }, async (request, reply) => {
    const { signature, timestamp } = request.body;
    const application = applications.get(request);
    if (application === undefined) throw new PlatformError('UNAUTHORIZED', 'Access not allowed due to invalid credentials.');
    if (signature.timestamp !== undefined && signature.timestamp !== timestamp) throw invalidParameters('timestamp');
    const certificate = await verifySignature(core, callerOf(request), application, {
      hash: signature.hash.toLowerCase(), u: requireG1('signature.u', signature.u), v: requireG1('signature.v', signature.v),
      mpinId: signature.mpinId.toLowerCase(), publicKey: signature.publicKey.toLowerCase(), timestamp,
    });
    return reply.header('cache-control', 'no-store').send({ certificate });
  });
}
