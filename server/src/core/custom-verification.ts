import { randomUUID } from 'node:crypto';
import { newSecret } from '../keys/secrets.ts';
import { audit } from './audit.ts';
import type { Agent } from './audit.ts';
import type { Core } from './core.ts';
import type { Principal } from './credentials.ts';
import { invalidParameters } from './errors.ts';
import { networkOf } from './network.ts';
import type { Project } from './projects.ts';
import { sessionByName } from './sessions.ts';
import { requireDeviceName, requireUserId } from './user-ids.ts';
import { codeDigest } from './verification-start.ts';

/** How far ahead an expiry may lie. */
const LONGEST_DAYS = 30;

/** Where a person goes at the end of a custom verification: kept with the request, never taken from an address. */
export interface StoredRedirect {
  readonly clientId: string;
  readonly redirectURI: string;
  readonly scope: readonly string[];
  readonly state: string;
  readonly nonce: string;
}

/** A site's wish for a URL that enrols any device of a user (docs/protocol.md 10.6). */
export interface CustomVerificationRequest {
  readonly userId: string;
  readonly deviceName: string;
  readonly clientId: string | undefined;
  /** Unix seconds. */
  readonly expiration: number | undefined;
  readonly accessId: string | undefined;
  readonly stage: string;
  readonly redirectURI: string;
  readonly scope: readonly string[];
  readonly state: string;
  readonly nonce: string;
}

function expiryOf(core: Core, expiration: number | undefined): number {
  const now = core.now();
  if (expiration === undefined) return now + core.config.linkSeconds * 1000;
  const at = expiration * 1000;
  if (at <= now || at > now + LONGEST_DAYS * 86_400_000) throw invalidParameters('expiration');
  return at;
}

/** The application that the request names, of the caller's own project. */
async function clientOf(core: Core, principal: Principal, clientId: string | undefined): Promise<string> {
  const id = clientId ?? principal.applicationId ?? '';
  if (clientId === undefined || clientId === principal.applicationId) return id;
  const known = await core.db.queries.selectFrom('applications').select('id').where('id', '=', id).where('project_id', '=', principal.projectId).executeTakeFirst();
  if (known === undefined) throw invalidParameters('clientId');
  return id;
}

async function redirectOf(core: Core, principal: Principal, request: CustomVerificationRequest): Promise<StoredRedirect> {
  const clientId = await clientOf(core, principal, request.clientId);
  const { redirectURI, scope, state, nonce } = request;
  if (redirectURI !== '') {
    const registered = await core.db.queries.selectFrom('redirect_uris').select('uri').where('uri', '=', redirectURI).where('application_id', '=', clientId).executeTakeFirst();
    if (registered === undefined) throw invalidParameters('redirectURI');
  }
  return { clientId, redirectURI, scope, state, nonce };
}

/**
 * Takes a site's word for a user id, and makes the URL that enrols a device of that user.
 *
 * @returns the URL
 * @throws PlatformError INVALID_REQUEST_PARAMETERS
 */
export async function createCustomVerification(core: Core, agent: Agent, principal: Principal, project: Project, request: CustomVerificationRequest): Promise<string> {
  const userId = requireUserId(request.userId, project.settings.identityType);
  const deviceName = requireDeviceName(request.deviceName);
  const redirect = await redirectOf(core, principal, request);
  const expiresAt = expiryOf(core, request.expiration);
  const { accessId } = request;
  const session = accessId === undefined ? undefined : await sessionByName(core, accessId);
  const fits = session !== undefined && session.project_id === project.id && session.hash === '';
  const now = core.now();
  const [id, code] = [randomUUID(), newSecret()];
  await core.db.transaction(async (queries) => {
    await queries.insertInto('verifications').values({
      id, project_id: project.id, user_id: userId, asked_user_id: request.userId, device_name: deviceName, lang: '', method: 'link', code_digest: codeDigest(core, 'link', id, code),
      state: 'sent', handed_over: 0, access_digest: fits ? session.access_digest : null, access_sealed: accessId === undefined ? null : core.sealer.seal(`access id of ${id}`, accessId),
      match_number: null, match_choices: null, device_digest: null, ip: agent.ip, network: networkOf(agent.ip), starter_tries: 0, other_tries: 0, created_at: now, expires_at: expiresAt,
      kind: 'custom', address_proved: 0, application_id: agent.applicationId ?? null, stage: request.stage, redirect: JSON.stringify(redirect),
    }).execute();
    await audit(queries, 'verificationCreated', { projectId: project.id, userId, deviceName, ...agent }, now);
  });
  const query = new URLSearchParams({
    client_id: redirect.clientId, code, ...(redirect.redirectURI === '' ? {} : { redirect_uri: redirect.redirectURI }), stage: request.stage, user_id: userId,
  });
  return `${core.config.publicUrl}/verification/confirmation?${query.toString()}`;
}

/** Where a request leads at the end, as it was stored with it. */
export function storedRedirect(verification: { readonly redirect: string | null }): StoredRedirect | undefined {
  return verification.redirect === null ? undefined : (JSON.parse(verification.redirect) as StoredRedirect);
}
