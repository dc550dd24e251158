import { Type } from '@fastify/type-provider-typebox';
import type { Core } from '../../core/core.ts';
import { changePushToken, removeOwned, renameOwned } from '../../core/identity-capability.ts';
import type { Owned } from '../../core/identity-capability.ts';
import { callerOf } from '../caller.ts';
import { deviceName, secret } from '../fields.ts';
import type { App } from '../types.ts';

const id = Type.String({ pattern: '^[0-9a-fA-F]{64}$' });
const Rename = Type.Object({ id, capability: secret, deviceName });
const Remove = Type.Object({ id, capability: secret });
const Push = Type.Object({ id, capability: secret, pushToken: Type.String({ maxLength: 4096 }) });

const ownedOf = (body: Owned): Owned => ({ id: body.id.toLowerCase(), capability: body.capability });

/** What the device of an identity may do without a PIN (docs/protocol.md 5.6). */
export function identityRoutes(app: App, core: Core): void {
  const config = {
    rate: 'registration',
    async project(request: { body: unknown }): Promise<string | undefined> {
      const identity = ownedOf(request.body as Owned);
      return (await core.db.queries.selectFrom('identities').select('project_id').where('id', '=', identity.id).executeTakeFirst())?.project_id;
    },
  } as const;

  app.post('/identity/rename', { config, schema: { body: Rename } }, async (request, reply) =>
    reply.header('cache-control', 'no-store').send({ deviceName: await renameOwned(core, callerOf(request), ownedOf(request.body), request.body.deviceName) }));

  app.post('/identity/remove', { config, schema: { body: Remove } }, async (request, reply) => {
    await removeOwned(core, callerOf(request), ownedOf(request.body));
    return reply.header('cache-control', 'no-store').send({});
  });

  app.post('/identity/push', { config, schema: { body: Push } }, async (request, reply) => {
    await changePushToken(core, ownedOf(request.body), request.body.pushToken);
    return reply.header('cache-control', 'no-store').send({});
  });
}
