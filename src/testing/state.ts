import { combineServerShares, createMasterSecret, serverShare, Verifier } from '../protocol/server.ts';
import { randomHex } from './fields.ts';
import { Failure } from './failure.ts';
import type { TestProject } from './project.ts';
import { TokenSigner } from './tokens.ts';

/** An identity of some device. */
export interface Identity {
  /** SHA-256 of the M-Pin id. */
  readonly id: string;
  readonly mpinId: string;
  readonly userId: string;
  readonly publicKey: string;
  readonly dtas: string;
  readonly capability: string;
  wrongPins: number;
  state: 'active' | 'revoked' | 'expired';
}

/** A page that waits: for a confirmation, or for a phone. */
export interface Session {
  readonly accessId: string;
  readonly webOTT: string;
  status: 'new' | 'wid' | 'user' | 'abort' | 'authenticated';
  /** Who signed in by phone. */
  userId: string;
  /** Unix milliseconds, for a session that a phone may answer. */
  readonly expiresAtMs: number | undefined;
  readonly origin: string | undefined;
  collected: boolean;
}

/** A mail that was sent. */
export interface Verification {
  readonly userId: string;
  readonly method: 'link' | 'code';
  readonly code: string;
  /** Where it was handed over to. */
  readonly session: Session | undefined;
  readonly sentAt: number;
  state: 'sent' | 'confirmed' | 'cancelled' | 'expired';
  triesLeft: number;
}

/** Pass 1, and after pass 2 the whole proof. */
export interface Proof {
  readonly identity: Identity;
  readonly scope: string;
  readonly u: string;
  readonly y: string;
  readonly v?: string;
}

/** Everything that a server knows, with both trust authorities' secrets in one place, as only a test may have it. */
export class State {
  readonly project: TestProject;
  readonly code: string;
  readonly now: () => number;
  readonly masters: readonly [string, string] = [createMasterSecret(), createMasterSecret()];
  readonly serverSecret = combineServerShares(this.masters.map((master) => serverShare(master)));
  readonly verifier = new Verifier(this.serverSecret);
  readonly tokens = new TokenSigner();
  readonly sessions: Session[] = [];
  readonly verifications: Verification[] = [];
  readonly identities = new Map<string, Identity>();
  readonly activations = new Map<string, string>();
  readonly challenges = new Map<string, Proof>();
  readonly proofs = new Map<string, Proof>();
  /** What a trust authority gives a share for, and how often it still answers. */
  readonly capabilities = new Map<string, { readonly identity: string; left: number }>();
  /** The next so many proofs count as made with a wrong PIN. */
  wrongPins = 0;

  /** @param now - Unix milliseconds */
  constructor(project: TestProject, code: string, now: () => number) {
    this.project = project;
    this.code = code;
    this.now = now;
  }

  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** A token with which a user may be registered without a mail (docs/protocol.md 4.3). */
  activate(userId: string): string {
    const token = randomHex(16);
    this.activations.set(token, userId);
    return token;
  }

  sessionOf(secret: unknown): Session | undefined {
    return this.sessions.find(({ webOTT }) => webOTT === secret);
  }

  /** The newest mail of a user, or a session. */
  verificationOf(of: { readonly userId?: string; readonly session?: Session }): Verification | undefined {
    return this.verifications.findLast(({ userId, session }) => (of.session === undefined ? userId === of.userId : session === of.session));
  }

  /** @throws Failure as an unknown identity does */
  owned(id: string, capability: string): Identity {
    const identity = [...this.identities.values()].find((one) => one.id === id);
    if (identity === undefined || identity.capability !== capability) throw new Failure(401, 'UNSUCCESSFUL_AUTHENTICATION');
    return identity;
  }
}
