import { isSingleAddress } from '../mail/index.ts';
import type { Mail } from '../mail/index.ts';
import { brandOf } from '../text/colours.ts';
import { inBackground } from './background.ts';
import type { Core } from './core.ts';
import type { Identity } from './identities.ts';
import { mintObjection } from './objections.ts';
import { findProject } from './projects.ts';
import type { Project } from './projects.ts';

/** Sends a notice; no answer waits for it. User ids that are no addresses hear of nothing: there is no way to them. */
function tell(core: Core, what: string, mail: () => Promise<Mail | undefined>): void {
  const send = async (): Promise<void> => {
    const written = await mail();
    if (written !== undefined && isSingleAddress(written.to)) await core.mailer.send(written);
  };
  inBackground(core, send().catch((error: unknown) => core.log.error({ err: error instanceof Error ? error.name : 'unknown' }, `${what} could not be announced by mail`)));
}

/** The link "This was not me"; opening it changes nothing (docs/protocol.md 5.5). */
function linkTo({ config }: Core, objection: string): string {
  return `${config.publicUrl}/identity/objection?${new URLSearchParams({ code: objection }).toString()}`;
}

/** Tells a person by mail that wrong PINs locked an identity, and where to go if somebody else tried. `now` in Unix milliseconds. */
export function announceLock(core: Core, identity: Identity, now: number): void {
  tell(core, 'a lock-out', async () => {
    const project = await findProject(core, identity.project_id);
    if (project?.settings.noticeLocked !== true) return undefined;
    const objectionLink = linkTo(core, await mintObjection(core, core.db.queries, identity.id, now, now));
    return {
      to: identity.user_id, lang: identity.lang, kind: 'locked',
      data: { projectName: project.name, brand: brandOf(project), wording: project.settings.wording, deviceName: identity.device_name, lockedAt: Math.floor(now / 1000), objectionLink },
    };
  });
}

/** How somebody came to an identity: on a further device, on one that was given a QuickCode, or on the same one with another PIN. */
type HowDeviceCame = 'new-device' | 'quick-code' | 'pin-reset';

/** The settings that switch the notices. */
const SWITCH = { 'new-device': 'noticeNewDevice', 'quick-code': 'noticeQuickCode', 'pin-reset': 'noticePinReset' } as const;

/** A device that was just set up. */
export interface NewDevice {
  readonly userId: string;
  readonly deviceName: string;
  readonly lang: string;
  readonly project: Project;
  /** Code of the link "This was not me". */
  readonly objection: string;
  readonly how: HowDeviceCame;
  /** Unix milliseconds. */
  readonly now: number;
}

/** Tells a person about a device that can sign in from now on, by which way it came, and with a way to refuse it. */
export function announceDevice(core: Core, { userId, deviceName, lang, project, objection, how, now }: NewDevice): void {
  const data = { projectName: project.name, brand: brandOf(project), wording: project.settings.wording, deviceName, registeredAt: Math.floor(now / 1000), objectionLink: linkTo(core, objection) };
  tell(core, 'a new device', async () => (project.settings[SWITCH[how]] ? { to: userId, lang, kind: how, data } : undefined));
}
