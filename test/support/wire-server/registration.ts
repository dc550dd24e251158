import { randomBytes } from 'node:crypto';
import { Failure } from './failure.ts';
import { hex, optional, required, type Body } from './fields.ts';
import { clientShare, hashId } from './milagro.ts';
import type { State } from './state.ts';

const MAX_USER_ID = 254;

/** POST /verification/email */
export function requestMail(state: State, body: Body): unknown {
  const userId = required(body, 'userId');
  if (userId.length > MAX_USER_ID) throw new Failure(400, 'INVALID_REQUEST_PARAMETERS', { params: 'userId' });
  if (required(body, 'projectId') !== state.projectId) throw new Failure(404, 'UNKNOWN_PROJECT');
  required(body, 'deviceName');
  const next = (state.lastMail.get(userId) ?? -Infinity) + state.options.backoff;
  if (state.seconds() < next) throw new Failure(429, 'REQUEST_BACKOFF', { backoff: String(next) });
  state.lastMail.set(userId, state.seconds());
  const own = state.identities.get(optional(body, 'mpinId') ?? '')?.userId === userId;
  const elsewhere = [...state.identities.values()].some((identity) => identity.userId === userId);
  const method = state.options.method === 'code' && (own || !elsewhere) ? 'code' : 'link';
  state.sendMail(userId, method, optional(body, 'accessId'));
  return { backoff: state.seconds() + state.options.backoff, method };
}

/** POST /verification/confirmation */
export function confirm(state: State, body: Body): unknown {
  const userId = required(body, 'userId');
  const key = `${userId} ${required(body, 'code')}`;
  const code = state.codes.get(key);
  if (code === undefined) throw new Failure(401, 'UNSUCCESSFUL_VERIFICATION');
  if (code.expired) throw new Failure(401, 'UNSUCCESSFUL_VERIFICATION', { projectId: state.projectId });
  state.codes.delete(key);
  const session = code.accessId === undefined ? {} : { accessId: code.accessId };
  return { projectId: state.projectId, actToken: state.issueActivation(userId), expireTime: state.seconds() + 90, ...session };
}

/** POST /registration */
export function register(state: State, body: Body, authorities: readonly [string, string]): unknown {
  const userId = required(body, 'userId');
  required(body, 'deviceName');
  const publicKey = hex(body, 'publicKey', 128);
  const activationToken = hex(body, 'activationToken', 16);
  const activation = state.activations.get(activationToken);
  if (activation?.userId !== userId) throw new Failure(403, 'INVALID_ACTIVATION_TOKEN');
  state.activations.delete(activationToken);
  const iat = state.seconds();
  const salt = randomBytes(16).toString('base64').replaceAll('=', '');
  const json = JSON.stringify({ iat, userID: userId, cID: state.projectId, salt, v: 5, scope: ['auth'], dta: [], vt: 'pv' });
  const mpinId = Buffer.from(json).toString('hex');
  const { masters } = state;
  const dtas = Buffer.from(JSON.stringify(authorities.map(() => randomBytes(32).toString('hex')))).toString('base64');
  state.identities.set(mpinId, { mpinId, userId, publicKey, dtas, masters, renews: activation.renews, failures: 0, state: 'active' });
  const secretUrls = authorities.map((authority) => {
    const capability = randomBytes(16).toString('hex');
    state.capabilities.set(capability, { hash: hashId(mpinId, publicKey), masters, left: 2 });
    return `${authority}/share?capability=${capability}`;
  });
  const { pinLength } = state.options;
  return { mpinId, projectId: state.projectId, dtas, curve: 'BN254CX', secretUrls, pinLength, verificationType: 'pv', nowTime: iat };
}

/** GET of a trust authority's secret URL. */
export function giveShare(state: State, authority: 0 | 1, capability: string): unknown {
  const grant = state.capabilities.get(capability);
  if (grant === undefined || grant.left === 0) throw new Failure(403, 'FORBIDDEN');
  grant.left -= 1;
  const dvsClientSecret = clientShare(grant.masters.masters[authority], grant.hash);
  return { dvsClientSecret, createdAt: state.seconds(), message: 'OK', version: '1' };
}
