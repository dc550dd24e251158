import { Type } from '@fastify/type-provider-typebox';
import { findActivation } from '../../core/activations.ts';
import type { Core } from '../../core/core.ts';
import { PlatformError } from '../../core/errors.ts';
import { registerIdentity } from '../../core/registration.ts';
import { callerOf } from '../caller.ts';
import { deviceName, deviceTag, g2, longText, userId } from '../fields.ts';
import type { App } from '../types.ts';

const Registration = Type.Object({ userId, deviceName, activationToken: Type.String({ minLength: 1, maxLength: 2048 }), publicKey: g2, deviceTag, pushToken: longText, ver: Type.Optional(Type.Union([Type.Literal(1), Type.Literal(2)])), identityCapability: Type.Optional(Type.Boolean()) });

/** Registering a device, and renewing its secrets (docs/protocol.md 5.1). */
export function registrationRoutes(app: App, core: Core): void {
  app.post('/registration', {
    config: {
      rate: 'registration',
      async project(request) {
        try {
          return (await findActivation(core, (request.body as { activationToken: string }).activationToken.trim())).project_id;
        } catch (error) {
          if (error instanceof PlatformError) return undefined;
          throw error;
        }
      },
    },
    schema: { body: Registration },
  }, async (request, reply) => {
    const { userId: id, deviceName: name, activationToken, publicKey, identityCapability, pushToken, ver } = request.body;
    const caller = callerOf(request);
    const { project, mpinId, dtas, nodes, identityHash, capability, nowTime } = await registerIdentity(core, caller, {
      userId: id, deviceName: name, activationToken: activationToken.trim(), publicKey, capability: identityCapability, pushToken,
    });
    const told = { mpinId, projectId: project.id, pinLength: project.pinLength, verificationType: 'email', identityCapability: capability };
    const grant = [nodes, identityHash, caller.origin, nowTime] as const;
    return reply.header('cache-control', 'no-store').send(ver === 2
      ? { ...told, designatedTAs: core.authorities.designated(...grant), createdAt: nowTime }
      : { ...told, dtas, curve: 'BN254CX', secretUrls: core.authorities.secretUrls(...grant), nowTime });
  });
}
