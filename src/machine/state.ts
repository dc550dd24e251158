import type { RequestDetails } from '../client/phone-wire.ts';
import type { IdentitySummary, PendingRegistration, ProjectConfiguration } from '../client/types.ts';
import type { Problem } from './problem.ts';

/** A way to sign in that the page and the project offer. */
export type Way = 'browser' | 'phone';

/** What the element is for: signing in, signing in on another device, the list of identities alone, or one-time passwords. */
export type Flow = 'browser' | 'phone' | 'identities' | 'otp';

/**
 * What is shown first where somebody is set up here: `auto`, their PIN; `home`, the choice of ways, where there is one; `identities`, the
 * list.
 */
export type FirstScreen = 'auto' | 'home' | 'identities';

/** What the page wants; what it leaves out, the project decides (docs/protocol.md 2). */
export interface Wishes {
  readonly firstScreen?: FirstScreen | undefined;
  /** Whether identities may be added beside those that are there. */
  readonly addIdentities?: boolean | undefined;
  readonly askDeviceName?: boolean | undefined;
}

/** What the page handed over when it was opened. The secrets that belong to it stay with the runner. */
export interface Visit {
  /** The user id given by the page (`prerollid` of the wire), or undefined. */
  readonly userId: string | undefined;
  /** Whether an activation token came with the page. */
  readonly activation: boolean;
  /** Whether the page was opened by the link of a mail (docs/protocol.md 4.5). */
  readonly link: boolean;
  /** A document is to be signed: shown and agreed to before any PIN is asked for. */
  readonly signing?: 'asked' | 'agreed';
  /** The public name of another device's request that the page was opened with (docs/protocol.md 3.1). */
  readonly request?: string | undefined;
  /** Whether one-time passwords can be made here, besides what the flow is for. */
  readonly makesPasswords?: boolean;
}

/** What a PIN is asked for in place of signing in here. */
export type Errand =
  /** Another device is to be signed in; nobody is asked for a PIN before they have agreed to what they saw of it. */
  | { readonly for: 'request'; readonly request: RequestDetails; readonly agreed: boolean }
  | { readonly for: 'password' }
  /** A code that sets one more device up. */
  | { readonly for: 'quick-code' };

/** What every state knows. Nothing in it is a secret. */
export interface Context {
  /** Unix seconds, as the last `tick` told. */
  readonly now: number;
  readonly flow: Flow;
  readonly wishes: Wishes;
  /** Those that both the page and the project offer. */
  readonly ways: readonly Way[];
  readonly visit: Visit;
  readonly project: ProjectConfiguration | undefined;
  /** Last used first. */
  readonly identities: readonly IdentitySummary[];
  readonly pending: PendingRegistration | undefined;
  readonly errand?: Errand | undefined;
}

interface In<Name extends string> {
  readonly name: Name;
  readonly context: Context;
}

/** The frame at its final size, while the machine finds out where to begin. */
export interface Starting extends In<'starting'> {
  readonly doing: Begin;
}

/** "Choose a sign in option", where more than one is offered. */
export type Home = In<'home'>;

/** What is wrong with what was typed into a field. */
export type FieldProblem = 'missing' | 'invalid' | 'too-long';

/** The form for an address and the device's name. */
export interface AddIdentity extends In<'add-identity'> {
  readonly userId: string;
  readonly deviceName: string;
  readonly problems: { readonly userId?: FieldProblem; readonly deviceName?: FieldProblem };
  readonly busy: boolean;
  /** The registration whose address is being corrected: given up once another has begun. */
  readonly replaces?: PendingRegistration | undefined;
}

/** The message line while an address is being confirmed. */
export type ConfirmNote = 'waiting' | 'not-yet' | 'sent-again' | 'offline' | 'code-wrong' | 'code-incomplete';

interface Confirming<Name extends string> extends In<Name> {
  readonly pending: PendingRegistration;
  readonly note: ConfirmNote;
  /** Tries left with this code, where the server told. */
  readonly triesLeft: number | undefined;
  /** Digits of the code typed so far. */
  readonly length: number;
  readonly busy: 'resend' | 'check' | 'code' | undefined;
  /** When to begin waiting again after the connection was lost, Unix seconds. */
  readonly waitAgainAt: number | undefined;
}

/** "Check your email": waits for the link, or takes the code. */
export type ConfirmEmail = Confirming<'confirm-email'>;
/** The same, reached from an identity that was never confirmed. */
export type NotActive = Confirming<'not-active'>;

/** What the message line says while a PIN is chosen. */
export type ChooseNote = 'easy' | 'easy-refused' | 'different' | 'incomplete';

/** The keypad for a new PIN, and once more for the same one. */
export interface ChoosePin extends In<'choose-pin'> {
  readonly pending: PendingRegistration;
  readonly step: 'first' | 'again';
  readonly length: number;
  readonly note: ChooseNote | undefined;
}

/** The identity is being made. */
export interface Registering extends In<'registering'> {
  readonly pending: PendingRegistration;
}

/** "Congratulations!" */
export interface SetUp extends In<'set-up'> {
  readonly identity: IdentitySummary;
}

/** What is about to be signed is shown, and has to be agreed to before the PIN is asked for. */
export interface ConfirmSigning extends In<'confirm-signing'> {
  readonly identity: IdentitySummary;
}

/** What the message line says while the PIN is asked for. */
export type PinNote =
  | { readonly kind: 'wrong'; readonly attemptsLeft: number | undefined }
  | { readonly kind: 'incomplete' }
  /** Another tab has set this user up anew: the PIN chosen there counts. */
  | { readonly kind: 'replaced' };

/** The keypad to sign in. */
export interface EnterPin extends In<'enter-pin'> {
  readonly identity: IdentitySummary;
  readonly length: number;
  readonly note: PinNote | undefined;
  /** Attempts left after the wrong PINs that were typed here; undefined before the first. */
  readonly attemptsLeft: number | undefined;
}

/** The proof is on its way. */
export interface Authenticating extends In<'authenticating'> {
  readonly identity: IdentitySummary;
  readonly attemptsLeft: number | undefined;
}

/** Done; the page has been told. */
export interface SignedIn extends In<'signed-in'> {
  /** Undefined where a phone has signed this page in. */
  readonly identity: IdentitySummary | undefined;
  readonly userId: string;
}

/** A one-time password is shown; whoever shows it holds it. */
export interface Otp extends In<'otp'> {
  readonly identity: IdentitySummary;
  readonly userId: string;
}

/** Revoked: by wrong PINs, or by whoever may do so elsewhere. */
export interface Locked extends In<'locked'> {
  readonly identity: IdentitySummary;
  /** Whether a wrong PIN that was typed here used up the last attempt. */
  readonly byWrongPin: boolean;
}

/** "Are you sure you wish to reactivate this M-Pin Identity?" */
export interface ConfirmReset extends In<'confirm-reset'> {
  readonly identity: IdentitySummary;
  /** Where "Cancel" leads. */
  readonly from: 'enter-pin' | 'edit-identity';
  readonly currentId: string | undefined;
  readonly busy: boolean;
}

/** What the list says of what was just done. */
export interface ListNote {
  readonly kind: 'removed' | 'renamed';
  readonly userId: string;
}

/** The identities on this device. */
export interface Identities extends In<'identities'> {
  /** The one in use when the list was opened. */
  readonly currentId: string | undefined;
  readonly note: ListNote | undefined;
}

/** One identity: its device's name, its PIN, its removal. */
export interface EditIdentity extends In<'edit-identity'> {
  readonly identity: IdentitySummary;
  readonly currentId: string | undefined;
  /** As it was typed. */
  readonly deviceName: string;
  readonly problem: FieldProblem | undefined;
  readonly busy: boolean;
}

/** "Are you sure you wish to remove this M-Pin Identity from this browser?" */
export interface ConfirmRemove extends In<'confirm-remove'> {
  /** Undefined for the one that was never confirmed, which `userId` names as well. */
  readonly identity: IdentitySummary | undefined;
  readonly userId: string;
  readonly currentId: string | undefined;
  readonly busy: boolean;
}

/** "Sign in with your phone": the number and its code, which whoever shows them renews. */
export type PhoneSignIn = In<'phone-sign-in'>;

/** Where a phone is set up. */
export type PhoneSetup = In<'phone-setup'>;

/** What may be done with an identity on a phone. */
export interface IdentityOptions extends In<'identity-options'> {
  readonly identity: IdentitySummary;
}

/** What is wrong with a number that was typed. */
export type NumberProblem = { readonly kind: 'incomplete' } | { readonly kind: 'invalid'; readonly triesLeft: number | undefined };

/** The number that another device shows. */
export interface EnterAccessNumber extends In<'enter-access-number'> {
  readonly identity: IdentitySummary;
  /** As it was typed: it is no secret. */
  readonly accessNumber: string;
  readonly problem: NumberProblem | undefined;
  readonly busy: boolean;
}

/** The camera, for the QR code that another device shows. */
export interface ScanRequest extends In<'scan-request'> {
  readonly identity: IdentitySummary;
}

/** Who asks to be signed in. Undefined as identity is that nobody is set up here. */
export interface ConfirmRequest extends In<'confirm-request'> {
  readonly identity: IdentitySummary | undefined;
  readonly request: RequestDetails;
  readonly busy: boolean;
}

/** "This is not me". */
export type RequestDeclined = In<'request-declined'>;

/** The other device is signed in. */
export interface Approved extends In<'approved'> {
  readonly identity: IdentitySummary;
  readonly userId: string;
  readonly busy: boolean;
  /** What has become of signing out there. */
  readonly note: 'signed-out' | 'failed' | undefined;
}

/** A QuickCode is shown; whoever shows it holds it. */
export interface AddDevice extends In<'add-device'> {
  readonly identity: IdentitySummary;
  /** Unix seconds. */
  readonly expiresAt: number;
}

/** The QuickCode of another device, and whose it is. */
export interface QuickCode extends In<'quick-code'> {
  readonly userId: string;
  readonly problems: { readonly userId?: FieldProblem };
  readonly length: number;
  readonly note: 'code-wrong' | 'code-incomplete' | undefined;
  readonly triesLeft: number | undefined;
  readonly busy: boolean;
}

/** The states that concern a phone. */
export type PhoneState =
  | PhoneSignIn | PhoneSetup | IdentityOptions | EnterAccessNumber | ScanRequest | ConfirmRequest | RequestDeclined | Approved | AddDevice | QuickCode;

/** What is done before there is anything to show. */
export type Begin =
  | { readonly to: 'start' }
  | { readonly to: 'activation' }
  | { readonly to: 'link' }
  | { readonly to: 'find'; readonly accessId: string }
  | { readonly to: 'request'; readonly userId: string; readonly deviceName: string };

/** Where "try again" leads. */
export type Resume =
  | Begin
  | { readonly to: 'add-identity'; readonly userId: string; readonly deviceName: string; readonly replaces?: PendingRegistration | undefined }
  | { readonly to: 'confirm' }
  | { readonly to: 'choose-pin' }
  | { readonly to: 'enter-pin' | 'access-number'; readonly identityId: string }
  | { readonly to: 'quick-code'; readonly userId: string }
  | { readonly to: 'edit-identity'; readonly identityId: string; readonly currentId: string | undefined; readonly deviceName: string };

/** Something went wrong that needs a screen of its own. */
export interface Trouble extends In<'trouble'> {
  readonly problem: Problem;
  readonly resume: Resume;
  /** How often the server was asked for, unnoticed, whether it is back. */
  readonly asked: number;
  /** When to ask next, Unix seconds; undefined before the clock has told the time. */
  readonly askAt: number | undefined;
}

/** Every state of the PIN-pad. */
export type State =
  | Starting | Home | AddIdentity | ConfirmEmail | NotActive | ChoosePin | Registering | SetUp
  | EnterPin | Authenticating | SignedIn | Otp | Locked | ConfirmReset | ConfirmSigning | Identities | EditIdentity | ConfirmRemove
  | PhoneState | Trouble;

/** A state's name: what `mpin-state` tells the page. */
export type StateName = State['name'];

/** The state of a given name. */
export type StateOf<Name extends StateName> = Extract<State, { name: Name }>;
