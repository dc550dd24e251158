import type { Selectable } from 'kysely';
import { sha256 } from '../keys/secrets.ts';
import type { ActivationTable } from '../store/schema.ts';
import { consumeActivation, findActivation, invalidActivation, lockVerification } from './activations.ts';
import { audit } from './audit.ts';
import type { Nodes } from './authorities.ts';
import type { Caller, Core } from './core.ts';
import { invalidParameters, PlatformError } from './errors.ts';
import { mintCapability } from './identity-capability.ts';
import { forgetUse } from './identity-end.ts';
import { newMpinId } from './mpin-ids.ts';
import { networkOf } from './network.ts';
import { announceDevice } from './notices.ts';
import { mintObjection } from './objections.ts';
import { findProject } from './projects.ts';
import type { Project } from './projects.ts';
import { keepPushToken } from './push.ts';
import { lockIdentity } from './strikes.ts';
import { normaliseUserId, requireDeviceName } from './user-ids.ts';

/** A request to register a device (docs/protocol.md 5.1). */
export interface RegistrationRequest {
  readonly userId: string;
  readonly deviceName: string;
  readonly activationToken: string;
  /** Pa, 256 hex digits. */
  readonly publicKey: string;
  /** How the device is told of requests (docs/protocol.md 3.10). */
  readonly pushToken?: string | undefined;
  /** Whether the device wants the right to rename and remove its identity (docs/protocol.md 5.6). */
  readonly capability?: boolean | undefined;
}

/** What the device gets. */
export interface Registered {
  readonly mpinId: string;
  readonly project: Project;
  readonly dtas: string;
  /** The halves that its client shares are made with. */
  readonly nodes: Nodes;
  /** SHA-256(M-Pin id ‖ public key), 64 hex digits: whom they are made for. */
  readonly identityHash: string;
  /** Where the device asked for it (docs/protocol.md 5.6). Secret. */
  readonly capability: string | undefined;
  /** Unix seconds. */
  readonly nowTime: number;
}

async function startOf(core: Core, activation: Selectable<ActivationTable>): Promise<{ lang: string; isReset: boolean }> {
  const source = activation.verification_id === null ? undefined
    : await core.db.queries.selectFrom('verifications').select(['lang', 'resets']).where('id', '=', activation.verification_id).executeTakeFirst();
  const former = activation.replaces === null ? undefined
    : await core.db.queries.selectFrom('identities').select('lang').where('id', '=', activation.replaces).executeTakeFirst();
  return { lang: source?.lang ?? former?.lang ?? '', isReset: typeof source?.resets === 'string' };
}

/**
 * Registers an identity, or renews one. It is in the database before the answer leaves.
 *
 * @throws PlatformError INVALID_REQUEST_PARAMETERS, INVALID_ACTIVATION_TOKEN
 */
export async function registerIdentity(core: Core, caller: Caller, request: RegistrationRequest): Promise<Registered> {
  const publicKey = request.publicKey.toLowerCase();
  if (!(await core.checks.publicKey(publicKey))) throw invalidParameters('publicKey');
  const activation = await findActivation(core, request.activationToken);
  const deviceName = requireDeviceName(request.deviceName) || activation.device_name;
  const userId = normaliseUserId(request.userId);
  if (activation.user_id !== userId) throw invalidActivation();
  const project = await findProject(core, activation.project_id);
  if (project === undefined) throw new PlatformError('UNKNOWN_PROJECT', 'The project is gone.');

  const now = core.now();
  const secret = await core.serverSecrets.current();
  const mpinId = activation.mpin_id === null ? newMpinId(userId, project.id, activation.kind, Math.floor(now / 1000)) : Buffer.from(activation.mpin_id, 'hex');
  const id = sha256(mpinId);
  const { point, identityHash } = await core.checks.identity(mpinId.toString('hex'), publicKey);
  const { lang, isReset } = await startOf(core, activation);
  const { objection, capability } = await core.db.transaction(async (queries) => {
    // The lock that minting another token waits for: of two identities from one confirmation, the later one sees the earlier.
    if (activation.verification_id !== null) await lockVerification(queries, activation.verification_id);
    await consumeActivation(core, queries, activation.token_digest);
    if (activation.replaces !== null) {
      const former = await lockIdentity(queries, activation.replaces, now);
      if (former.state === 'revoked') throw invalidActivation();
    }
    if (activation.verification_id !== null) {
      const former = await queries.updateTable('identities').set({ state: 'revoked', revoked_reason: 'registered again' })
        .where('verification_id', '=', activation.verification_id).where('first_used_at', 'is', null).returning('id').execute();
      for (const one of former) await forgetUse(queries, one.id);
    }
    const inserted = await queries.insertInto('identities').values({
      id, mpin_id: mpinId.toString('hex'), project_id: project.id, user_id: userId, device_name: deviceName, public_key: publicKey, point,
      dtas: secret.dtas, server_secret_id: secret.id, state: 'active', revoked_reason: null,
      verification_id: activation.verification_id, replaces: activation.replaces, lang, ip: caller.ip, created_at: now, first_used_at: null, last_used_at: null, touched_at: now,
      enrolled_by: activation.kind, address_proved: activation.address_proved,
    }).onConflict((conflict) => conflict.column('public_key').doNothing()).returning('id').executeTakeFirst();
    if (inserted === undefined) throw invalidParameters('publicKey');
    await keepPushToken(core, queries, { id, replaces: activation.replaces }, request.pushToken, now);
    await queries.insertInto('identity_networks').values({ identity_id: id, network: networkOf(caller.ip), known_at: now, wait_until: 0 }).execute();
    await audit(queries, activation.replaces === null ? 'registered' : 'renewed', {
      projectId: project.id, userId, identityId: id, deviceName, applicationId: activation.application_id ?? undefined, ip: caller.ip,
    }, now);
    return {
      objection: activation.replaces === null ? await mintObjection(core, queries, id, now) : undefined,
      capability: request.capability === true ? await mintCapability(core, queries, id) : undefined,
    };
  });
  if (objection !== undefined) announceDevice(core, { userId, deviceName, lang, project, objection, how: isReset ? 'pin-reset' : activation.kind === 'quickcode' ? 'quick-code' : 'new-device', now });
  return { mpinId: mpinId.toString('hex'), project, dtas: secret.dtas, nodes: secret.nodes, identityHash, capability, nowTime: Math.floor(core.now() / 1000) };
}
