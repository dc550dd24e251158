import { randomBytes } from 'node:crypto';
import { Failure } from './failure.ts';
import { optional, required, type Body } from './fields.ts';
import type { State } from './state.ts';

/** POST /rps/v2/session */
export function openSession(state: State, body: Body, base: string): unknown {
  if (required(body, 'projectId') !== state.projectId) throw new Failure(404, 'UNKNOWN_PROJECT');
  const accessId = randomBytes(16).toString('hex');
  const webOTT = randomBytes(16).toString('hex');
  const description = optional(body, 'description') ?? '';
  state.sessions.push({
    accessId, webOTT, userId: optional(body, 'userId') ?? '', description, hash: optional(body, 'hash') ?? '', status: 'new', authenticated: '',
  });
  return { webOTT, accessId, qrURL: `${base}/mobile-login/#${accessId}`, accessURL: `${base}/rps/v2/access` };
}

/** POST /rps/v2/access */
export function access(state: State, body: Body): unknown {
  const session = state.sessions.find(({ webOTT }) => webOTT === body['webOTT']);
  if (session === undefined) return { status: 'expired', statusCode: 404, userId: '', redirectURL: '' };
  return { status: session.status, statusCode: 200, userId: session.authenticated, redirectURL: '' };
}

/** POST /rps/v2/codeStatus */
export function codeStatus(state: State, body: Body): unknown {
  const session = state.sessions.find(({ accessId }) => accessId === body['wid']);
  if (session === undefined) throw new Failure(400, 'INVALID_REQUEST_PARAMETERS', { params: 'wid' });
  session.status = required(body, 'status');
  if (session.status !== 'wid') return {};
  const { userId, description, hash } = session;
  return {
    prerollId: userId, projectId: state.projectId, description, hash, projectName: 'Wire', projectLogoURL: '', verificationURL: '',
    verificationCustomText: '', identityTypeLabel: '', pinLength: state.options.pinLength, verificationMethod: 'standardEmail',
    identityType: 'email', enableRegistrationCode: false, limitRegCodeVerified: false,
  };
}
