import type { OneTimePassword } from '../../client/one-time-password.ts';
import type { QuickCode } from '../../client/quick-code.ts';
import type { RunnerClient } from '../../client/runner-tasks.ts';
import type { PersonEvent, State } from '../../machine/index.ts';
import type { LaterTexts, SignInTexts, Texts } from '../texts/texts.ts';
import type { KeypadController } from './keypad.ts';
import type { PinField } from './pin-field.ts';

/** What a person is asked to confirm with their PIN: see `MpinPinpad.confirm`. */
export interface Purpose {
  readonly reason: string;
  /** As people read it, such as "€250.00"; may be empty. */
  readonly amount: string;
  /** What the PIN signs, where it signs something. */
  readonly document: { readonly text: string | undefined; readonly fingerprint: string } | undefined;
}

/** What a page that a phone signs in needs for it. */
export interface ByPhone {
  readonly client: RunnerClient | undefined;
  /** The site's nonce for the token; may be empty. */
  readonly nonce: string;
  readonly theme: string;
  /** A session that somebody else started, and that a phone is to answer; may be empty. */
  readonly accessId: string;
  readonly onSignedIn: (userId: string, token: string | undefined) => void;
}

/** What a screen is drawn from. It decides nothing: it shows a state and sends what people do. */
export interface View<S extends State = State, T extends SignInTexts = SignInTexts> {
  readonly state: S;
  readonly texts: T;
  readonly send: (event: PersonEvent) => void;
  readonly keypad: KeypadController;
  readonly pin: PinField;
  /** Whether the page wants "Sign out" to be offered here. */
  readonly withSignOut: boolean;
  /** What is confirmed here, where it is more than signing in. */
  readonly purpose?: Purpose | undefined;
  /** The one-time password to show. */
  readonly oneTimePassword?: OneTimePassword | undefined;
  /** The code to show that sets one more device up. */
  readonly quickCode?: QuickCode | undefined;
  /** Forgets them. */
  readonly forget?: () => void;
  readonly byPhone?: ByPhone;
  /** The PIN is submitted by its last digit. */
  readonly autoSubmit?: boolean;
  /** Gives up what a page or a person asked for; undefined where nothing can be given up. */
  readonly close?: (() => void) | undefined;
}

/** A view of a screen that is fetched when it is needed, with all texts. */
export type SetUpView<S extends State = State> = View<S, Texts>;

/** The same of a screen that concerns a phone. */
export type PhoneView<S extends State = State> = View<S, LaterTexts>;
