import { issueAccessNumber } from './access-numbers.ts';
import type { Core } from './core.ts';
import { invalidParameters } from './errors.ts';
import type { Project } from './projects.ts';
import { isFinal, sessionByName } from './sessions.ts';

/** A number, and until when it leads anywhere, Unix milliseconds. */
export interface SessionNumber {
  readonly accessNumber: string;
  readonly expiresAtMs: number;
}

/**
 * A new number for a session that lives longer than a number does (docs/protocol.md 3.5), for whoever shows the session. Earlier numbers of it end with
 * their own time, since it may be shown in two tabs.
 *
 * @returns nothing for a session that may have none: one that was opened with a number, or is for one user or for signing
 * @throws PlatformError INVALID_REQUEST_PARAMETERS with `accessId` for a session that is unknown or over; REQUEST_BACKOFF
 */
export async function numberSession(core: Core, project: Project, accessId: string): Promise<SessionNumber | undefined> {
  const session = await sessionByName(core, accessId);
  if (session?.project_id !== project.id || isFinal(session.status)) throw invalidParameters('accessId');
  // A number is found by guessing now and then, and whoever opens a request reads whom it is for.
  if (session.claim_until !== null || session.user_id !== '' || session.hash !== '') return undefined;
  const expiresAtMs = Math.min(core.now() + core.config.accessNumberSeconds * 1000, session.expires_at);
  const accessNumber = await issueAccessNumber(core, core.db.queries, { accessId, accessDigest: session.access_digest, projectId: session.project_id, expiresAt: expiresAtMs });
  return { accessNumber, expiresAtMs };
}
