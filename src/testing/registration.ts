import { hashIdentity } from '../protocol/browser.ts';
import { clientShare, validatePublicKey } from '../protocol/server.ts';
import type { Call } from './api.ts';
import { Failure, invalid } from './failure.ts';
import { checked, hexOf, optional, randomHex, required } from './fields.ts';
import { MATCH_NUMBER } from './fixed.ts';
import type { State } from './state.ts';

const CODE_TRIES = 5;
const BACKOFF_SECONDS = 10;

/** POST /verification/email (docs/protocol.md 4.1). No mail is sent; the code is fixed, and a link is opened by the test. */
export function requestMail({ state, body }: Call): object {
  const userId = required(body, 'userId');
  if (required(body, 'projectId') !== state.project.id) throw new Failure(404, 'UNKNOWN_PROJECT');
  if (state.project.identityType !== 'email') throw invalid('userId');
  required(body, 'deviceName');
  const session = state.sessions.find(({ accessId }) => accessId === body['accessId']);
  const method = state.project.verificationMethod;
  state.verifications.push({ userId, method, code: state.code, session, sentAt: state.seconds(), state: 'sent', triesLeft: CODE_TRIES });
  const match = session === undefined || method === 'code' ? {} : { matchNumber: MATCH_NUMBER };
  return { backoff: state.seconds() + BACKOFF_SECONDS, method, ...match };
}

/** POST /verification/confirmation (4.3). */
export function confirm({ state, body }: Call): object {
  const userId = required(body, 'userId');
  const code = required(body, 'code');
  const session = state.sessionOf(body['webOTT']);
  const verification = session === undefined ? state.verificationOf({ userId }) : state.verificationOf({ session });
  const { id: projectId } = state.project;
  if (verification?.state === 'expired') throw new Failure(401, 'UNSUCCESSFUL_VERIFICATION', { projectId });
  const open = verification?.state === 'sent' && verification.triesLeft > 0;
  if (!open || verification.userId !== userId || verification.code !== code) {
    if (open) verification.triesLeft -= 1;
    throw new Failure(401, 'UNSUCCESSFUL_VERIFICATION', verification === undefined ? {} : { triesLeft: String(verification.triesLeft) });
  }
  verification.state = 'confirmed';
  if (session !== undefined) return { projectId, accessId: session.accessId };
  return { projectId, actToken: state.activate(userId), expireTime: state.seconds() + 900 };
}

/** POST /registration (5.1). */
export function register({ state, body, base }: Call): object {
  const userId = required(body, 'userId');
  required(body, 'deviceName');
  const publicKey = required(body, 'publicKey').toLowerCase();
  checked('publicKey', () => validatePublicKey(publicKey, state.serverSecret));
  const activationToken = required(body, 'activationToken');
  if (state.activations.get(activationToken) !== userId) throw new Failure(403, 'INVALID_ACTIVATION_TOKEN');
  state.activations.delete(activationToken);
  const mpinId = hexOf(JSON.stringify({ iat: state.seconds(), userID: userId, cID: state.project.id, salt: randomHex(16), v: 5, scope: ['auth'], dta: [], vt: 'pv' }));
  const id = hashIdentity({ mpinId });
  const dtas = btoa(JSON.stringify(['test', 'test']));
  const capability = randomHex(32);
  state.identities.set(mpinId, { id, mpinId, userId, publicKey, dtas, capability, wrongPins: 0, state: 'active' });
  const secretUrls = [0, 1].map((authority) => {
    const secret = randomHex(16);
    state.capabilities.set(`${authority} ${secret}`, { identity: hashIdentity({ mpinId, publicKey }), left: 2 });
    return `${base}/share/${authority}?capability=${secret}`;
  });
  const asked = body['identityCapability'] === true ? { identityCapability: capability } : {};
  return { mpinId, projectId: state.project.id, dtas, curve: 'BN254CX', secretUrls, pinLength: state.project.pinLength, verificationType: 'pv', nowTime: state.seconds(), ...asked };
}

/** GET of a trust authority's secret URL (5.2). */
export function giveShare(state: State, authority: 0 | 1, capability: string): object {
  const grant = state.capabilities.get(`${authority} ${capability}`);
  if (grant === undefined || grant.left === 0) throw new Failure(403, 'FORBIDDEN');
  grant.left -= 1;
  return { dvsClientSecret: clientShare(state.masters[authority], grant.identity) };
}

/** POST /identity/rename (5.6). */
export function rename({ state, body }: Call): object {
  const identity = state.owned(required(body, 'id'), required(body, 'capability'));
  if (identity.state === 'revoked') throw new Failure(410, 'REVOKED_MPINID');
  return { deviceName: optional(body, 'deviceName') ?? '' };
}

/** POST /identity/remove (5.6). */
export function remove({ state, body }: Call): object {
  state.owned(required(body, 'id'), required(body, 'capability')).state = 'revoked';
  return {};
}
