import type { Brand } from '../text/colours.ts';
import type { Wording } from '../text/wording.ts';

/** What every mail of a project says. */
interface Common {
  /** The project's name as people know it, e.g. "Northwind Bank". */
  projectName: string;
  /** As the person, or whoever asked in their name, typed it: untrusted, may be empty. */
  deviceName: string;
  /** The project's colours; without them the platform's. */
  brand?: Brand | undefined;
  /** The project's own words; without them the platform's. */
  wording?: Wording | undefined;
}

/** The mails that the platform sends, each with what it needs to say. Times are Unix seconds. */
export type MailContent =
  | { kind: 'confirm-link'; data: Common & { /** Absolute URL of docs/protocol.md 4.2. */ link: string; expiresInSeconds: number } }
  | { kind: 'confirm-code'; data: Common & { /** Six digits. */ code: string; expiresInSeconds: number } }
  | { kind: 'new-device' | 'quick-code' | 'pin-reset'; data: Common & { registeredAt: number; /** Absolute URL of docs/protocol.md 5.5. */ objectionLink: string } }
  | { kind: 'locked'; data: Common & { lockedAt: number; /** Absolute URL of docs/protocol.md 5.5. */ objectionLink: string } }
  | { kind: 'invitation'; data: Common & { /** The address of whoever invites. */ invitedBy: string; /** Absolute URL of the console. */ link: string; expiresAt: number } };

export type Mail = MailContent & {
  /** One bare address. */
  to: string;
  /** BCP 47; the nearest catalogue is taken. */
  lang?: string | undefined;
};
