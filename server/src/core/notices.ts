import { isSingleAddress } from '../mail/index.ts';
import type { Mail } from '../mail/index.ts';
import type { EnrolmentKind } from '../store/schema-backend.ts';
import type { Core } from './core.ts';
import type { Identity } from './identities.ts';
import { findProject } from './projects.ts';
import type { Project } from './projects.ts';

/** Sends a notice; nothing waits for it. User ids that are no addresses hear of nothing: there is no way to them. */
function tell(core: Core, what: string, mail: () => Promise<Mail | undefined>): void {
  const send = async (): Promise<void> => {
    const written = await mail();
    if (written !== undefined && isSingleAddress(written.to)) await core.mailer.send(written);
  };
  send().catch((error: unknown) => core.log.error({ err: error instanceof Error ? error.name : 'unknown' }, `${what} could not be announced by mail`));
}

/** Tells a person by mail that wrong PINs locked an identity. `now` in Unix milliseconds. */
export function announceLock(core: Core, identity: Identity, now: number): void {
  tell(core, 'a lock-out', async () => {
    const project = await findProject(core, identity.project_id);
    return project?.settings.noticeLocked !== true ? undefined : {
      to: identity.user_id, lang: identity.lang, kind: 'locked', data: { projectName: project.name, deviceName: identity.device_name, lockedAt: Math.floor(now / 1000) },
    };
  });
}

/** A device that was just set up. */
export interface NewDevice {
  readonly userId: string;
  readonly deviceName: string;
  readonly lang: string;
  readonly project: Project;
  /** Code of the link "This was not me". */
  readonly objection: string;
  readonly kind: EnrolmentKind;
  /** Unix milliseconds. */
  readonly now: number;
}

/** Tells a person about a new device, with a way to refuse it, and by which way it came where that was a QuickCode. */
export function announceDevice(core: Core, { userId, deviceName, lang, project, objection, kind, now }: NewDevice): void {
  const { noticeNewDevice, noticeQuickCode } = project.settings;
  const objectionLink = `${core.config.publicUrl}/identity/objection?${new URLSearchParams({ code: objection }).toString()}`;
  const data = { projectName: project.name, deviceName, registeredAt: Math.floor(now / 1000), objectionLink };
  const wanted = kind === 'quickcode' ? noticeQuickCode : noticeNewDevice;
  tell(core, 'a new device', async () => (wanted ? { to: userId, lang, kind: kind === 'quickcode' ? 'quick-code' : 'new-device', data } : undefined));
}
