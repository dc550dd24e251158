import type { RequestDetails } from '../client/phone-wire.ts';
import type { IdentitySummary, PendingRegistration, ProjectConfiguration } from '../client/types.ts';
import type { Task } from './effect.ts';
import type { Problem } from './problem.ts';
import type { Flow, Visit, Way, Wishes } from './state.ts';

/** What a person does. No digit is among it: the machine hears how many there are. */
export type PersonEvent =
  | { readonly type: 'choose-way'; readonly way: Way }
  | { readonly type: 'submit-identity'; readonly userId: string; readonly deviceName: string }
  /** The entry (PIN or code) now holds so many digits. */
  | { readonly type: 'entry'; readonly length: number }
  | { readonly type: 'submit' }
  | { readonly type: 'check' }
  | { readonly type: 'resend' }
  | { readonly type: 'change-address' }
  | { readonly type: 'show-identities' }
  | { readonly type: 'select'; readonly identityId: string }
  | { readonly type: 'select-pending' }
  | { readonly type: 'add-identity' }
  | { readonly type: 'edit'; readonly identityId: string }
  | { readonly type: 'rename'; readonly deviceName: string }
  | { readonly type: 'ask-reset' }
  /** In the list: of the one that was never confirmed. */
  | { readonly type: 'ask-remove' }
  | { readonly type: 'register-again' }
  | { readonly type: 'forgot-pin' }
  | { readonly type: 'confirm' }
  | { readonly type: 'back' }
  | { readonly type: 'retry' }
  | { readonly type: 'sign-in' }
  | { readonly type: 'sign-out' }
  | PhoneEvent;

/** What a person does with a phone at hand. */
export type PhoneEvent =
  | { readonly type: 'setup-phone' }
  | { readonly type: 'submit-number'; readonly accessNumber: string }
  | { readonly type: 'scan' }
  /** A QR code was scanned: the public name in it. */
  | { readonly type: 'open-request'; readonly accessId: string }
  | { readonly type: 'decline' }
  | { readonly type: 'make-password' }
  | { readonly type: 'add-device' }
  | { readonly type: 'have-quick-code' }
  | { readonly type: 'submit-quick-code'; readonly userId: string }
  /** What shows the number says: somebody's phone has signed this page in, or out again. */
  | { readonly type: 'phone-signed-in' | 'phone-signed-out'; readonly userId: string };

/** What the world tells. */
export type WorldEvent =
  | {
    readonly type: 'start'; readonly now: number; readonly flow?: Flow; readonly wishes?: Wishes; readonly ways: readonly Way[]; readonly visit: Visit;
  }
  | { readonly type: 'tick'; readonly now: number }
  /** The connection came back, or the tab is shown again. */
  | { readonly type: 'awake' }
  /** Here or in another tab, or what was begun for one. */
  | { readonly type: 'identities-changed'; readonly identities: readonly IdentitySummary[]; readonly pending: PendingRegistration | undefined };

/** What the page says. */
export type PageEvent =
  /** The site does not let in who has just signed in; `reason` is the site's own words for them. */
  | { readonly type: 'refused'; readonly reason?: string };

/** How the effects go and ended. */
export type ResultEvent =
  /** The connection of a task that waits was lost, or is back. */
  | { readonly type: 'connection'; readonly online: boolean }
  | { readonly type: 'loaded'; readonly project: ProjectConfiguration; readonly identities: readonly IdentitySummary[]; readonly pending: PendingRegistration | undefined }
  /** The server answers. */
  | { readonly type: 'reached' }
  /** A registration was begun, resumed by an activation token or a link, or its mail sent again. */
  | { readonly type: 'registration'; readonly pending: PendingRegistration }
  | { readonly type: 'confirmation'; readonly result: 'sent' | 'confirmed' | 'cancelled' | 'expired' }
  | { readonly type: 'judged'; readonly verdict: 'fine' | 'easy' }
  | { readonly type: 'compared'; readonly same: boolean }
  | { readonly type: 'registered'; readonly identity: IdentitySummary; readonly identities: readonly IdentitySummary[] }
  | { readonly type: 'renamed'; readonly identities: readonly IdentitySummary[] }
  | { readonly type: 'removed'; readonly identities: readonly IdentitySummary[] }
  | { readonly type: 'authenticated'; readonly userId: string }
  /** The PIN was proved for a one-time password. */
  | { readonly type: 'password-made'; readonly userId: string }
  /** `expiresAt`: Unix seconds. */
  | { readonly type: 'quick-code-made'; readonly userId: string; readonly expiresAt: number }
  | { readonly type: 'request-found'; readonly request: RequestDetails }
  | { readonly type: 'request-declined' }
  | { readonly type: 'signed-out-there' }
  | { readonly type: 'failed'; readonly task: Task['type']; readonly problem: Problem };

/** Everything that can happen to the machine. */
export type MachineEvent = PersonEvent | WorldEvent | PageEvent | ResultEvent;
