import { randomBytes } from 'node:crypto';
import { Failure } from './failure.ts';
import { hex, optional, required, type Body } from './fields.ts';
import { issueJwt } from './jwt.ts';
import { checkProof, checkSignature, randomY } from './milagro.ts';
import type { Identity, State } from './state.ts';

const STRIKES = 3;
const SCOPES: readonly unknown[] = ['jwt', 'oidc', 'reg-code', 'dvs-auth'];

/** POST /rps/v2/pass1 */
export function pass1(state: State, body: Body): unknown {
  const identity = state.identities.get(required(body, 'mpin_id'));
  const u = hex(body, 'U', 65);
  const scope: unknown = Array.isArray(body['scope']) && body['scope'].length === 1 ? body['scope'][0] : undefined;
  if (!SCOPES.includes(scope)) throw new Failure(400, 'INVALID_REQUEST_PARAMETERS', { params: 'scope' });
  if (identity === undefined || identity.publicKey !== body['publicKey'] || identity.dtas !== body['dtas']) {
    throw new Failure(401, 'UNSUCCESSFUL_AUTHENTICATION');
  }
  if (identity.state === 'expired') throw new Failure(401, 'EXPIRED_MPINID');
  const y = randomY();
  const { mpinId } = identity;
  state.pass1.set(mpinId, { mpinId, u, y, scope: String(scope), askedAt: state.options.now() });
  return { y };
}

/** POST /rps/v2/pass2: 200 whatever comes of it. */
export function pass2(state: State, body: Body): unknown {
  const mpinId = required(body, 'mpin_id');
  const proof = state.pass1.get(mpinId);
  state.pass1.delete(mpinId);
  const fresh = proof !== undefined && state.options.now() - proof.askedAt <= state.options.yTtlMs;
  const authOTT = randomBytes(16).toString('hex');
  state.outcomes.set(authOTT, { proof: fresh ? proof : undefined, v: hex(body, 'V', 65), wid: optional(body, 'WID') });
  return { authOTT };
}

/** POST /rps/v2/authenticate */
export function authenticate(state: State, body: Body): unknown {
  const authOTT = required(body, 'authOTT');
  const outcome = state.outcomes.get(authOTT);
  state.outcomes.delete(authOTT);
  if (outcome?.proof === undefined) throw new Failure(412, 'INVALID_AUTHENTICATION_SESSION');
  const { proof, v, wid } = outcome;
  const identity = state.identities.get(proof.mpinId);
  if (identity === undefined) throw new Failure(401, 'UNSUCCESSFUL_AUTHENTICATION');
  const session = proof.scope === 'oidc' ? state.sessions.find(({ accessId }) => accessId === wid) : undefined;
  if (proof.scope === 'oidc' && session === undefined) throw new Failure(412, 'INVALID_AUTHENTICATION_SESSION');
  const right = checkProof({ ...identity, u: proof.u, v }, proof.y, identity.masters);
  judge(identity, right);
  if (identity.renews !== undefined) state.identities.delete(identity.renews);
  if (session !== undefined) {
    session.status = 'authenticated';
    session.authenticated = identity.userId;
  }
  return { status: 200, message: 'OK', ...credentials(state, identity, proof.scope) };
}

/** POST /dvs/verify */
export function verifySignature(state: State, body: Body): unknown {
  const signature = (body['signature'] ?? {}) as Body;
  const { timestamp } = body;
  if (typeof timestamp !== 'number') throw new Failure(400, 'INVALID_REQUEST_PARAMETERS', { params: 'timestamp' });
  const identity = state.identities.get(required(signature, 'mpinId'));
  if (identity === undefined || identity.publicKey !== signature['publicKey']) throw new Failure(401, 'UNSUCCESSFUL_AUTHENTICATION');
  const hash = required(signature, 'hash');
  const points = { ...identity, u: hex(signature, 'u', 65), v: hex(signature, 'v', 65) };
  judge(identity, checkSignature(points, hash, timestamp, identity.masters));
  return { certificate: issueJwt({ cAt: state.seconds(), exp: state.seconds() + 10, hash }) };
}

function judge(identity: Identity, right: boolean): void {
  if (identity.state === 'revoked') throw new Failure(410, 'REVOKED_MPINID');
  if (right) {
    identity.failures = 0;
    return;
  }
  identity.failures += 1;
  if (identity.failures < STRIKES) throw new Failure(401, 'UNSUCCESSFUL_AUTHENTICATION');
  identity.state = 'revoked';
  throw new Failure(410, 'REVOKED_MPINID');
}

function credentials(state: State, identity: Identity, scope: string): object {
  const iat = state.seconds();
  const jwt = issueJwt({ iss: 'wire', aud: state.projectId, sub: identity.userId, iat, exp: iat + 60 });
  const withToken = scope === 'jwt' || scope === 'reg-code' ? { jwt } : {};
  if (identity.masters === state.masters) return withToken;
  const order = { dvsRegister: { token: state.issueActivation(identity.userId, identity.mpinId), curve: 'BN254CX' } };
  return state.options.tokenWithRenewal ? { ...order, ...withToken } : order;
}
