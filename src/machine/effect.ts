import type { PendingRegistration } from '../client/types.ts';
import type { Problem } from './problem.ts';
import type { Errand } from './state.ts';

/** Work that takes time. At most one task runs under a key; a second one replaces the first, whose result is dropped. */
export type Task =
  | { readonly type: 'load' }
  /** Asks the server for a sign of life, and for nothing else. */
  | { readonly type: 'reach' }
  | { readonly type: 'use-activation' }
  | { readonly type: 'open-link' }
  | { readonly type: 'start-registration'; readonly userId: string; readonly deviceName: string; readonly replaces?: PendingRegistration | undefined }
  | { readonly type: 'resend'; readonly pending: PendingRegistration }
  | { readonly type: 'wait'; readonly pending: PendingRegistration }
  | { readonly type: 'check'; readonly pending: PendingRegistration }
  | { readonly type: 'confirm-code'; readonly pending: PendingRegistration }
  | { readonly type: 'register'; readonly pending: PendingRegistration }
  | { readonly type: 'rename'; readonly identityId: string; readonly deviceName: string }
  | { readonly type: 'remove'; readonly identityId: string }
  | { readonly type: 'cancel-registration'; readonly pending: PendingRegistration }
  | { readonly type: 'begin-sign-in'; readonly identityId: string; readonly errand?: Errand }
  | { readonly type: 'finish-sign-in' }
  | PhoneTask
  | { readonly type: 'clock' };

/** The tasks of a phone. */
export type PhoneTask =
  | { readonly type: 'resolve-number'; readonly identityId: string; readonly accessNumber: string }
  | { readonly type: 'find-request'; readonly accessId: string }
  | { readonly type: 'decline-request'; readonly accessId: string }
  | { readonly type: 'sign-out-there' }
  | { readonly type: 'use-quick-code'; readonly userId: string };

/** What a task is filed under: `request` is what a person waits for, the others run beside it. */
export type TaskKey = 'request' | 'wait' | 'sign-in' | 'clock';

/** What the page is told. The runner adds the signed token to `signed-in`; the machine never holds it. */
export type Tell =
  | { readonly type: 'signed-in' | 'password-made' | 'signed-out' | 'registered' | 'locked' | 'removed' | 'selected'; readonly userId: string }
  /** For the screen alone. */
  | { readonly type: 'quick-code-made'; readonly userId: string }
  | { readonly type: 'error'; readonly code: Problem['code'] };

/** What a transition asks for. The machine does nothing itself. */
export type Effect =
  | { readonly type: 'start'; readonly key: TaskKey; readonly task: Task }
  | { readonly type: 'cancel'; readonly key: TaskKey }
  /** Takes digits, at most so many; forgets the former ones. */
  | { readonly type: 'open-entry'; readonly limit: number }
  /** Takes no more digits, keeps those it has for a task that is running. */
  | { readonly type: 'seal-entry' }
  /** Forgets everything typed. */
  | { readonly type: 'wipe-entry' }
  /** Answered by `judged`: is the PIN easily guessed, and, unless the project refuses such PINs, not yet named as such? */
  | { readonly type: 'judge-entry'; readonly refuse: boolean }
  /** Sets the PIN aside, to be typed once more. */
  | { readonly type: 'keep-entry' }
  /** Answered by `compared`: is it the PIN that was set aside? */
  | { readonly type: 'compare-entry' }
  /** A PIN is being typed: servers without `pass2U` want pass 1 now (docs/protocol.md 6.6). */
  | { readonly type: 'first-digit' }
  | { readonly type: 'tell'; readonly tell: Tell };

/** A state and what to do on the way into it. */
export interface Step<S> {
  readonly state: S;
  readonly effects: readonly Effect[];
}
