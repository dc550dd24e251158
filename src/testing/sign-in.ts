import { createChallenge, validateG1 } from '../protocol/server.ts';
import type { Call } from './api.ts';
import { Failure, invalid, unproved } from './failure.ts';
import { checked, optional, randomHex, required } from './fields.ts';
import { ONE_TIME_PASSWORD } from './fixed.ts';
import type { Identity, State } from './state.ts';

const SCOPES: readonly unknown[] = ['jwt', 'oidc', 'reg-code', 'dvs-auth', 'otp'];
const PASSWORD_SECONDS = 90;

/** POST /rps/v2/pass1 (docs/protocol.md 6.1). */
export function pass1({ state, body }: Call): object {
  const u = required(body, 'U').toLowerCase();
  checked('U', () => validateG1(u));
  const scope: unknown = Array.isArray(body['scope']) && body['scope'].length === 1 ? body['scope'][0] : undefined;
  if (!SCOPES.includes(scope)) throw invalid('scope');
  const identity = state.identities.get(required(body, 'mpin_id'));
  if (identity === undefined || identity.publicKey !== body['publicKey']) throw unproved();
  if (identity.state === 'expired') throw new Failure(401, 'EXPIRED_MPINID');
  const y = createChallenge();
  state.challenges.set(`${identity.mpinId} ${u}`, { identity, scope: String(scope), u, y });
  return { y };
}

/** POST /rps/v2/pass2 (6.2): 200 whatever comes of it. */
export function pass2({ state, body }: Call): object {
  const v = required(body, 'V').toLowerCase();
  checked('V', () => validateG1(v));
  const asked = `${required(body, 'mpin_id')} ${required(body, 'U').toLowerCase()}`;
  const challenge = state.challenges.get(asked);
  state.challenges.delete(asked);
  const authOTT = randomHex(16);
  if (challenge !== undefined) state.proofs.set(authOTT, { ...challenge, v });
  return { authOTT };
}

/** POST /rps/v2/authenticate (6.3): the check, with the pairing that every server makes. */
export async function authenticate({ state, body, base, origin }: Call): Promise<object> {
  const authOTT = required(body, 'authOTT');
  const proof = state.proofs.get(authOTT);
  state.proofs.delete(authOTT);
  if (proof?.v === undefined) throw new Failure(412, 'INVALID_AUTHENTICATION_SESSION');
  const { identity, scope, u, y, v } = proof;
  const clientId = optional(body, 'clientId');
  if (scope === 'otp' && clientId === undefined) throw invalid('clientId');
  if (identity.state === 'revoked') throw new Failure(410, 'REVOKED_MPINID');
  const right = state.verifier.verifyProof({ id: identity, u, y, v }) && !takeWrongPin(state);
  judge(state, identity, right);
  const answer = { status: 200, message: 'OK' };
  if (scope === 'otp') return { ...answer, otp: { password: ONE_TIME_PASSWORD, expiresAt: state.seconds() + PASSWORD_SECONDS, ttlSeconds: PASSWORD_SECONDS } };
  if (scope !== 'jwt' && scope !== 'reg-code') return answer;
  const claims = { iss: base, aud: state.project.id, sub: identity.userId, origin, nonce: optional(body, 'nonce') };
  return { ...answer, jwt: await state.tokens.sign(claims, state.seconds()) };
}

function takeWrongPin(state: State): boolean {
  if (state.wrongPins === 0) return false;
  state.wrongPins -= 1;
  return true;
}

/** Three strikes, as the project counts them (6.4). */
function judge({ project }: State, identity: Identity, right: boolean): void {
  if (right) {
    identity.wrongPins = 0;
    return;
  }
  identity.wrongPins += 1;
  const attemptsLeft = String(Math.max(0, project.pinAttempts - identity.wrongPins));
  if (identity.wrongPins < project.pinAttempts) throw unproved({ attemptsLeft });
  identity.state = 'revoked';
  throw new Failure(410, 'REVOKED_MPINID', { attemptsLeft });
}
