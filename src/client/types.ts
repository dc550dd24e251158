import type { IdentityStorage, PendingInfo } from '../storage/types.ts';
import type { OneTimePassword } from './one-time-password.ts';

/** A registration under way: what screens need. Its secrets stay in the client and, sealed, in the storage. */
export type PendingRegistration = PendingInfo;

/** The extensions of docs/protocol.md; used only where discovery names them with version 1. */
export type Extension =
  | 'oneTimePassword' | 'pass2U' | 'accessActivation' | 'accessStream' | 'attemptsLeft' | 'verificationLanguage' | 'signInNonce' | 'codeTries'
  | 'identityCapability' | 'accessNumber' | 'accessToken' | 'remoteSignOut' | 'pushToken';

/** Absolute URLs of the API (docs/protocol.md 2). */
export interface Endpoints {
  readonly session: string;
  readonly access: string;
  readonly accessStream: string;
  readonly codeStatus: string;
  readonly verification: string;
  readonly confirmation: string;
  readonly registration: string;
  readonly pass1: string;
  readonly pass2: string;
  readonly authenticate: string;
  readonly accessNumber: string;
  readonly signOut: string;
  readonly identityRename: string;
  readonly identityRemove: string;
  readonly identityPush: string;
}

/** What a client needs to know about a project (docs/protocol.md 2). */
export interface ProjectConfiguration {
  readonly id: string;
  readonly name: string;
  readonly logoUrl: string;
  readonly curve: 'BN254CX';
  readonly pinLength: number;
  readonly pinAttempts: number;
  readonly verificationMethod: 'link' | 'code';
  readonly identityType: 'email' | 'alphanumeric';
  readonly identityTypeLabel: string;
  readonly askDeviceName: boolean;
  /** Whether an easily guessed PIN is named as such and taken when it is chosen again, or never taken. */
  readonly easyPin: 'warn' | 'refuse';
  /** The ways to sign in that the project offers. */
  readonly ways: readonly ('browser' | 'phone')[];
  /** What is shown first where somebody is set up. */
  readonly firstScreen: 'auto' | 'home' | 'identities';
  /** Whether identities may be added beside those that are on a device. */
  readonly addIdentities: boolean;
  /** Whether a device that is set up may set up the next one (docs/protocol.md 10.7). */
  readonly enableRegistrationCode?: boolean;
  /** Where phones are set up; absent where there is no such site. */
  readonly mobileUrl?: string | undefined;
  readonly languages: readonly string[];
  readonly limits: {
    readonly userIdLength: number;
    readonly deviceNameLength: number;
    readonly codeLength: number;
    readonly accessTtlSeconds: number;
  };
  readonly endpoints: Endpoints;
  /** The extensions that both sides know, each with version 1. */
  readonly extensions: Readonly<Partial<Record<Extension, 1>>>;
}

/** What a `MpinClient` is made with. */
export interface MpinClientOptions {
  /** The platform's base URL, absolute. */
  readonly server: string;
  /** The project id; needed where a server has several, or no discovery. */
  readonly project?: string;
  /** Where identities are kept; the browser's storage unless given. Node needs one: `memoryStorage()` or your own. */
  readonly storage?: IdentityStorage;
  /** How long one request may take, in milliseconds; 10,000 unless given. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
  /** Unix time in milliseconds; `Date.now` unless given. */
  readonly now?: () => number;
  /** Gives so many random bytes; the platform's generator unless given. */
  readonly random?: (bytes: number) => Uint8Array;
  /** How a name that is made up for this device is put together, such as "Chrome on Windows"; in English unless given. */
  readonly deviceOn?: (browser: string, platform: string) => string;
  /** Added to `X-MIRACL-CLIENT`: at most 64 printable ASCII characters. */
  readonly applicationInfo?: string;
}

/** An identity on this device, without any secret. Times are Unix seconds. */
export interface IdentitySummary {
  /** SHA-256 of the M-Pin id, hex. */
  readonly id: string;
  readonly userId: string;
  readonly deviceName: string;
  readonly projectId: string;
  readonly state: 'active' | 'revoked' | 'expired' | 'damaged';
  readonly pinLength: number;
  readonly createdAt: number;
  readonly lastUsedAt: number;
}

/** What a registration starts with. */
export interface StartOptions {
  readonly userId: string;
  /** A name like "Chrome on Windows" is made up unless given. */
  readonly deviceName?: string;
  /** The language of the mail, BCP 47 (extension `verificationLanguage`). */
  readonly lang?: string;
}

/** What a sign-in is for: the wire's `scope` (docs/protocol.md 6.1). */
export type SignInScope = 'jwt' | 'oidc' | 'dvs-auth' | 'reg-code' | 'otp';

export interface SignInOptions {
  /** The application that a one-time password is for; needed with scope `otp`. */
  readonly clientId?: string;
  /** `jwt`, a token for the site's server, unless given. */
  readonly scope?: SignInScope;
  /** The session of another device that this sign-in completes. */
  readonly accessId?: string;
  /** Comes back inside the token (extension `signInNonce`); at most 256 characters. Read again when the PIN is there: a getter gives what holds by then. */
  readonly nonce?: string | undefined;
}

export interface SignInResult {
  /** For scope `otp`, in place of a token. */
  readonly oneTimePassword?: OneTimePassword;
  readonly userId: string;
  /** The signed token for the site's server; present for the scopes `jwt` and `reg-code`. */
  readonly token?: string;
  /** The right to end what was signed in to on another device: `MpinClient.signOutElsewhere`. A secret. */
  readonly signOutHandle?: string;
}

/** A sign-in under way; see `MpinClient.beginSignIn`. */
export interface SignInAttempt {
  /**
   * Does everything that needs no PIN, on servers with `pass2U` pass 1 included. Safe to call many times.
   *
   * @throws MpinError IDENTITY_UNKNOWN, IDENTITY_DAMAGED, IDENTITY_REVOKED, IDENTITY_EXPIRED; the way to the server
   */
  prepare(): Promise<void>;
  /** Says that a PIN is being typed: the last moment to send pass 1 ahead (docs/protocol.md 6.6). Never throws. */
  firstDigit(): void;
  /**
   * Signs in. May be called again after WRONG_PIN.
   *
   * @throws MpinError INVALID_PIN, before anything is sent; INVALID_ARGUMENT for the nonce, before the proof is sent; WRONG_PIN, IDENTITY_REVOKED, IDENTITY_EXPIRED,
   *   SESSION_EXPIRED, RATE_LIMITED; the way to the server
   */
  finish(pin: string): Promise<SignInResult>;
  /** Ends the attempt and drops what it holds; whatever is under way rejects with ABORTED. */
  cancel(): void;
}

/** A signature for an application's server to check (docs/protocol.md 7.1). */
export interface Signature {
  /** The message, hex. */
  readonly hash: string;
  readonly u: string;
  readonly v: string;
  readonly mpinId: string;
  readonly publicKey: string;
  readonly dtas: string;
  /** Unix seconds. */
  readonly timestamp: number;
}
