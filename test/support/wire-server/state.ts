import { randomBytes, randomInt } from 'node:crypto';
import type { Generation } from './failure.ts';
import { createMasters, type Masters } from './milagro.ts';

export interface Identity {
  readonly mpinId: string;
  readonly userId: string;
  readonly publicKey: string;
  readonly dtas: string;
  readonly masters: Masters;
  /** The identity that this one renews, dropped at its first success. */
  readonly renews: string | undefined;
  failures: number;
  state: 'active' | 'revoked' | 'expired';
}

export interface Session {
  readonly accessId: string;
  readonly webOTT: string;
  readonly userId: string;
  readonly description: string;
  readonly hash: string;
  status: string;
  authenticated: string;
}

export interface Mail {
  readonly to: string;
  readonly method: 'link' | 'code';
  readonly code: string;
}

export interface PendingPass1 {
  readonly mpinId: string;
  readonly u: string;
  readonly y: string;
  readonly scope: string;
  readonly askedAt: number;
}

/** What a test may choose. */
export interface WireServerOptions {
  readonly method?: 'link' | 'code';
  readonly pinLength?: number;
  readonly generation?: Generation;
  /** Whether an answer that orders a renewal carries the token as well. */
  readonly tokenWithRenewal?: boolean;
  /** Seconds between mails. */
  readonly backoff?: number;
  /** How long a y is kept. */
  readonly yTtlMs?: number;
  readonly now?: () => number;
}

/** Everything that the server knows. */
export class State {
  readonly projectId = randomBytes(16).toString('hex');
  readonly options: Required<WireServerOptions>;
  readonly identities = new Map<string, Identity>();
  readonly sessions: Session[] = [];
  readonly mails: Mail[] = [];
  readonly codes = new Map<string, { userId: string; accessId: string | undefined; expired: boolean }>();
  readonly activations = new Map<string, { userId: string; renews: string | undefined }>();
  readonly lastMail = new Map<string, number>();
  readonly pass1 = new Map<string, PendingPass1>();
  readonly outcomes = new Map<string, { proof: PendingPass1 | undefined; v: string; wid: string | undefined }>();
  /** Capability to the hash of the identity that it gives a share for, and how often it may still answer. */
  readonly capabilities = new Map<string, { hash: Buffer; masters: Masters; left: number }>();
  masters: Masters = createMasters();

  constructor(options: WireServerOptions) {
    this.options = {
      method: 'link', pinLength: 4, generation: 'current', tokenWithRenewal: false, backoff: 0, yTtlMs: 15_000, now: Date.now, ...options,
    };
  }

  seconds(): number {
    return Math.floor(this.options.now() / 1000);
  }

  /** New master secrets: from now on every identity of the old ones is told to renew. */
  rotate(): void {
    this.masters = createMasters();
  }

  issueActivation(userId: string, renews?: string): string {
    const token = randomBytes(16).toString('hex');
    this.activations.set(token, { userId, renews });
    return token;
  }

  sendMail(to: string, method: 'link' | 'code', accessId: string | undefined): void {
    const code = method === 'link' ? randomBytes(16).toString('hex') : String(randomInt(1_000_000)).padStart(6, '0');
    this.codes.set(`${to} ${code}`, { userId: to, accessId, expired: false });
    this.mails.push({ to, method, code });
  }
}
