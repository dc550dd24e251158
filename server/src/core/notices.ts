import type { Core } from './core.ts';
import type { Identity } from './identities.ts';
import { findProject } from './projects.ts';

/** Tells a person by mail that an identity was locked; nothing waits for it. `now` in Unix milliseconds. */
export function announceLock(core: Core, identity: Identity, now: number): void {
  const announce = async (): Promise<void> => {
    const project = await findProject(core, identity.project_id);
    await core.mailer.send({ to: identity.user_id, lang: identity.lang, kind: 'locked',
      data: { projectName: project?.name ?? '', deviceName: identity.device_name, lockedAt: Math.floor(now / 1000) } });
  };
  announce().catch((error: unknown) => core.log.error({ err: error instanceof Error ? error.name : 'unknown' }, 'a lock-out could not be announced by mail'));
}
