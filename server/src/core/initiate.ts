import { sha256 } from '../keys/secrets.ts';
import { mintActivation } from './activations.ts';
import type { Activation } from './activations.ts';
import { audit } from './audit.ts';
import type { Agent } from './audit.ts';
import type { Core } from './core.ts';
import { newMpinId } from './mpin-ids.ts';
import type { Project } from './projects.ts';
import { requireDeviceName, requireUserId } from './user-ids.ts';

/** An identity that a site vouches for, before its device is there (docs/protocol.md 10.5). */
export interface Initiated extends Activation {
  /** Hex of the M-Pin id that the identity will have. */
  readonly mpinId: string;
  /** Its SHA-256. */
  readonly hashMPinId: string;
}

/**
 * Takes a site's word for a user id, and gives it the right to register one identity of that user.
 *
 * @throws PlatformError INVALID_REQUEST_PARAMETERS
 */
export async function initiateActivation(core: Core, agent: Agent, project: Project, request: { userId: string; deviceName: string }): Promise<Initiated> {
  const userId = requireUserId(request.userId, project.settings.identityType);
  const deviceName = requireDeviceName(request.deviceName);
  const now = core.now();
  const mpinId = newMpinId(userId, project.id, 'initiate', Math.floor(now / 1000));
  const hashMPinId = sha256(mpinId);
  const activation = await core.db.transaction(async (queries) => {
    await audit(queries, 'activationInitiated', { projectId: project.id, userId, identityId: hashMPinId, deviceName, ...agent }, now);
    return mintActivation(core, queries, {
      projectId: project.id, userId, kind: 'initiate', addressProved: false, mpinId: mpinId.toString('hex'), applicationId: agent.applicationId, deviceName,
    });
  });
  return { mpinId: mpinId.toString('hex'), hashMPinId, ...activation };
}
