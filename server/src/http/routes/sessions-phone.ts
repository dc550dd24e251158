import { Type } from '@fastify/type-provider-typebox';
import { resolveAccessNumber } from '../../core/access-numbers.ts';
import type { Core } from '../../core/core.ts';
import { invalidParameters } from '../../core/errors.ts';
import { revoked, unsuccessful } from '../../core/identities.ts';
import { requireOwned } from '../../core/identity-capability.ts';
import { isLapsed } from '../../core/lapses.ts';
import { projectOfSignIn, signOut } from '../../core/sign-out.ts';
import type { SignOutClaim } from '../../core/sign-out.ts';
import { isAccessNumber } from '../../protocol.ts';
import { callerOf } from '../caller.ts';
import { secret } from '../fields.ts';
import type { App } from '../types.ts';

const Resolve = Type.Object({ accessNumber: Type.String({ maxLength: 16 }), id: Type.String({ pattern: '^[0-9a-f]{64}$' }), capability: secret });
const SignOut = Type.Object({ signOutHandle: Type.Optional(secret), webOTT: Type.Optional(secret) });

function claimOf({ signOutHandle, webOTT }: { signOutHandle?: string; webOTT?: string }): SignOutClaim {
  if (signOutHandle !== undefined) return { signOutHandle };
  if (webOTT !== undefined) return { webOTT };
  throw invalidParameters('signOutHandle');
}

async function projectOfIdentity(core: Core, id: string): Promise<string | undefined> {
  return (await core.db.queries.selectFrom('identities').select('project_id').where('id', '=', id).executeTakeFirst())?.project_id;
}

/** What our own phones do beyond the API: numbers and sign-out (docs/protocol.md 3.5, 3.8). */
export function phoneRoutes(app: App, core: Core): void {
  app.post('/rps/v2/accessNumber', {
    config: { rate: 'device', project: (request) => projectOfIdentity(core, (request.body as { id: string }).id) }, schema: { body: Resolve },
  }, async (request, reply) => {
    const { accessNumber, id, capability } = request.body;
    if (!isAccessNumber(accessNumber)) throw invalidParameters('accessNumber');
    const identity = await requireOwned(core, { id, capability });
    if (identity.state === 'revoked') throw revoked();
    if (isLapsed(identity)) throw unsuccessful();
    const accessId = await resolveAccessNumber(core, identity, accessNumber);
    return reply.header('cache-control', 'no-store').send({ accessId });
  });

  app.post('/rps/v2/signOut', {
    config: { rate: 'device', project: (request) => projectOfSignIn(core, claimOf(request.body as { signOutHandle?: string; webOTT?: string })) }, schema: { body: SignOut },
  }, async (request, reply) => {
    await signOut(core, callerOf(request), claimOf(request.body));
    return reply.header('cache-control', 'no-store').send({});
  });
}
