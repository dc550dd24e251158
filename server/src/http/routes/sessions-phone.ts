import { Type } from '@fastify/type-provider-typebox';
import { resolveAccessNumber } from '../../core/access-numbers.ts';
import type { Core } from '../../core/core.ts';
import { invalidParameters } from '../../core/errors.ts';
import { findIdentity, isLapsed, revoked, unsuccessful } from '../../core/identities.ts';
import type { Identity } from '../../core/identities.ts';
import { projectOfSignIn, signOut } from '../../core/sign-out.ts';
import type { SignOutClaim } from '../../core/sign-out.ts';
import { isAccessNumber } from '../../protocol.ts';
import { callerOf } from '../caller.ts';
import { bytes, g2, secret } from '../fields.ts';
import type { App } from '../types.ts';

const Resolve = Type.Object({ accessNumber: Type.String({ maxLength: 16 }), mpin_id: bytes, publicKey: g2 });
const SignOut = Type.Object({ signOutHandle: Type.Optional(secret), webOTT: Type.Optional(secret) });

/** The identity that a caller names as pass 1 does; what both have in common is 128 random bits that nobody else knows. */
async function identityOf(core: Core, body: { readonly mpin_id: string; readonly publicKey: string }): Promise<Identity> {
  const identity = await findIdentity(core, body.mpin_id);
  if (identity === undefined || identity.public_key !== body.publicKey.toLowerCase() || isLapsed(core, identity)) throw unsuccessful();
  if (identity.state === 'revoked') throw revoked();
  return identity;
}

function claimOf({ signOutHandle, webOTT }: { signOutHandle?: string; webOTT?: string }): SignOutClaim {
  if (signOutHandle !== undefined) return { signOutHandle };
  if (webOTT !== undefined) return { webOTT };
  throw invalidParameters('signOutHandle');
}

/** What our own phones do beyond the API: numbers and sign-out (docs/protocol.md 3.5, 3.8). */
export function phoneRoutes(app: App, core: Core): void {
  app.post('/rps/v2/accessNumber', {
    config: { rate: 'device', project: async (request) => (await findIdentity(core, (request.body as { mpin_id: string }).mpin_id))?.project_id }, schema: { body: Resolve },
  }, async (request, reply) => {
    const { accessNumber } = request.body;
    if (!isAccessNumber(accessNumber)) throw invalidParameters('accessNumber');
    const accessId = await resolveAccessNumber(core, await identityOf(core, request.body), accessNumber);
    return reply.header('cache-control', 'no-store').send({ accessId });
  });

  app.post('/rps/v2/signOut', {
    config: { rate: 'device', project: (request) => projectOfSignIn(core, claimOf(request.body as { signOutHandle?: string; webOTT?: string })) }, schema: { body: SignOut },
  }, async (request, reply) => {
    await signOut(core, callerOf(request), claimOf(request.body));
    return reply.header('cache-control', 'no-store').send({});
  });
}
