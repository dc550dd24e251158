import { Type } from '@fastify/type-provider-typebox';
import { authenticate, findProof } from '../../core/authentication.ts';
import type { Core } from '../../core/core.ts';
import { findIdentity } from '../../core/identities.ts';
import { pass1, pass2 } from '../../core/passes.ts';
import { callerOf } from '../caller.ts';
import { accessId, bytes, dtas, g1, g2, secret, shortText } from '../fields.ts';
import { requireG1 } from '../points.ts';
import type { App } from '../types.ts';

const Scope = Type.Union([Type.Literal('jwt'), Type.Literal('oidc'), Type.Literal('reg-code'), Type.Literal('dvs-auth'), Type.Literal('otp')]);
const Pass1 = Type.Object({
  mpin_id: bytes, dtas: Type.Optional(dtas), U: g1, publicKey: Type.Optional(g2), scope: Type.Array(Scope, { minItems: 1, maxItems: 1 }), UT: shortText,
});
const Pass2 = Type.Object({ mpin_id: bytes, V: g1, U: Type.Optional(g1), WID: accessId });
const Authenticate = Type.Object({ authOTT: secret, wam: shortText, nonce: shortText, clientId: Type.Optional(Type.String({ maxLength: 64 })) });

/** Signing in (docs/protocol.md 6). */
export function signInRoutes(app: App, core: Core): void {
  const projectOfIdentity = async (request: { body: unknown }): Promise<string | undefined> =>
    (await findIdentity(core, (request.body as { mpin_id: string }).mpin_id))?.project_id;

  app.post('/rps/v2/pass1', { config: { rate: 'pass', project: projectOfIdentity }, schema: { body: Pass1 } }, async (request, reply) => {
    const { mpin_id: mpinId, U, publicKey, scope: [scope] } = request.body;
    const y = await pass1(core, callerOf(request), { mpinId, u: requireG1('U', U), publicKey: publicKey?.toLowerCase(), scope: scope ?? 'jwt' });
    return reply.header('cache-control', 'no-store').send({ y });
  });

  app.post('/rps/v2/pass2', { config: { rate: 'pass', project: projectOfIdentity }, schema: { body: Pass2 } }, async (request, reply) => {
    const { mpin_id: mpinId, V, U, WID } = request.body;
    const authOTT = await pass2(core, { mpinId, v: requireG1('V', V), u: U === undefined ? undefined : requireG1('U', U), accessId: WID });
    return reply.header('cache-control', 'no-store').send({ authOTT });
  });

  app.post('/rps/v2/authenticate', {
    config: {
      rate: 'authenticate',
      async project(request) {
        const proof = await findProof(core, (request.body as { authOTT: string }).authOTT);
        if (proof === undefined) return undefined;
        const row = await core.db.queries.selectFrom('identities').select('project_id').where('id', '=', proof.identity_id).executeTakeFirst();
        return row?.project_id;
      },
    },
    schema: { body: Authenticate },
  }, async (request, reply) => {
    const { authOTT, nonce, clientId } = request.body;
    const { jwt, otp, renewalToken, signOutHandle } = await authenticate(core, callerOf(request), authOTT, nonce, clientId);
    return reply.header('cache-control', 'no-store').send({
      status: 200, message: 'OK', ...(jwt === undefined ? {} : { jwt }), ...(otp === undefined ? {} : { otp }), ...(renewalToken === undefined ? {} : { dvsRegister: { token: renewalToken, curve: 'BN254CX' } }),
      ...(signOutHandle === undefined ? {} : { signOutHandle }),
    });
  });
}
