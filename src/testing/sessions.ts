import { invalid } from './failure.ts';
import { optional, randomHex, required } from './fields.ts';
import { ACCESS_NUMBER } from './fixed.ts';
import { NUMBER_SECONDS } from './project.ts';
import type { Call } from './api.ts';
import type { Session } from './state.ts';

/** POST /rps/v2/session (docs/protocol.md 3.1, 3.5): a new one, or the number of one that somebody else started. */
export function openSession({ state, body, base, origin }: Call): object {
  const other = body['accessId'];
  if (other !== undefined && !state.sessions.some(({ accessId }) => accessId === other)) throw invalid('accessId');
  const numbered = body['accessNumber'] === true;
  const session: Session = {
    accessId: randomHex(16), webOTT: randomHex(16), status: 'new', userId: '', origin, collected: false,
    expiresAtMs: numbered ? state.now() + NUMBER_SECONDS * 1000 : undefined,
  };
  if (other === undefined) state.sessions.push(session);
  const { webOTT, accessId } = other === undefined ? session : { webOTT: '', accessId: other as string };
  const number = numbered ? { accessNumber: ACCESS_NUMBER, ...times(session, state.now()) } : {};
  return { webOTT, accessId, qrURL: `${base}/mobile-login/#${accessId}`, accessURL: `${base}/rps/v2/access`, ...number };
}

/** POST /rps/v2/access (3.2, 3.7). */
export async function access({ state, body, base }: Call): Promise<object> {
  const session = state.sessionOf(body['webOTT']);
  const over = session?.expiresAtMs !== undefined && session.status !== 'authenticated' && state.now() >= session.expiresAtMs;
  if (session === undefined || over) return { status: 'expired', statusCode: 404, userId: '', redirectURL: '' };
  const answer = { status: session.status, statusCode: 200, userId: session.userId, redirectURL: '', ...times(session, state.now()) };
  const verification = state.verificationOf({ session });
  if (verification !== undefined) {
    const { userId, method } = verification;
    const give = body['activation'] === true && verification.state === 'confirmed';
    const activation = give && { actToken: state.activate(userId), expireTime: state.seconds() + 900, userId, projectId: state.project.id };
    return { ...answer, verification: { state: verification.state, userId, method }, ...(activation && { activation }) };
  }
  if (session.status !== 'authenticated' || body['token'] !== true || session.collected) return answer;
  session.collected = true;
  const claims = { iss: base, aud: state.project.id, sub: session.userId, origin: session.origin, nonce: optional(body, 'nonce') };
  return { ...answer, jwt: await state.tokens.sign(claims, state.seconds()) };
}

/** POST /rps/v2/codeStatus (3.4). */
export function codeStatus({ state, body }: Call): object {
  const session = state.sessions.find(({ accessId }) => accessId === body['wid']);
  const status = required(body, 'status');
  const final = session?.status === 'authenticated' || session?.status === 'abort';
  // A request that is over is shown to nobody.
  if (session === undefined || (final && status === 'wid')) throw invalid('wid');
  if (!final && (status === 'wid' || status === 'user' || status === 'abort')) session.status = status;
  if (status !== 'wid') return {};
  const { id, name, pinLength, identityType, identityTypeLabel } = state.project;
  return {
    prerollId: '', projectId: id, description: '', hash: '', projectName: name, projectLogoURL: '', verificationURL: '', verificationCustomText: '',
    identityTypeLabel, pinLength, verificationMethod: 'standardEmail', identityType, enableRegistrationCode: false, limitRegCodeVerified: false,
    origin: session.origin ?? '', deviceName: '', otherNetwork: false, ...times(session, state.now()),
  };
}

const times = ({ expiresAtMs, status }: Session, nowMs: number): object => (expiresAtMs === undefined || status === 'authenticated' ? {} : { nowMs, expiresAtMs });
