/** Whose records: one page origin may hold identities of several servers and projects. */
export interface Scope {
  /** The server's base URL without a trailing slash. */
  readonly server: string;
  readonly projectId: string;
}

/** `damaged`: the record is there but cannot be used; only a new registration helps. */
export type IdentityState = 'active' | 'revoked' | 'expired' | 'damaged';

/** An identity without its secret. Times are Unix seconds. */
export interface IdentityInfo extends Scope {
  /** SHA-256 of the M-Pin id, hex: its name wherever it is shown or passed on. */
  readonly id: string;
  readonly userId: string;
  readonly deviceName: string;
  /** The M-Pin id, hex. */
  readonly mpinId: string;
  /** Pa, 256 hex digits. */
  readonly publicKey: string;
  /** Which trust authorities; opaque, echoed in pass 1 and signatures. */
  readonly dtas: string;
  readonly pinLength: number;
  readonly state: IdentityState;
  readonly createdAt: number;
  readonly lastUsedAt: number;
}

/** An identity whose secret has been opened. */
export interface Identity extends IdentityInfo {
  /** T of docs/protocol.md 5.3, 130 hex digits. Secret. */
  readonly token: string;
  /** With what its owner may rename and remove it without a PIN (docs/protocol.md 5.6), where the server gave it. Secret. */
  readonly capability?: string;
}

/** An identity that was removed here, of which the server has yet to be told. */
export interface Removal {
  readonly id: string;
  /** Secret. */
  readonly capability: string;
}

/** What may change about an identity after its registration. */
export type IdentityChange = Partial<Pick<IdentityInfo, 'state' | 'lastUsedAt' | 'deviceName'>>;

/** A registration under way: what screens need of it. Times are Unix seconds. */
export interface PendingInfo {
  readonly userId: string;
  readonly deviceName: string;
  readonly method: 'link' | 'code';
  readonly state: 'sent' | 'confirmed' | 'cancelled' | 'expired';
  /** Two digits to recognise when confirming on another device (docs/protocol.md 4.1). */
  readonly matchNumber?: string;
  /** When the next mail may be asked for. */
  readonly backoffUntil: number;
  readonly startedAt: number;
  /** Whether the activation is collected by this client (docs/protocol.md 3.2) and not carried by the link. */
  readonly handedOver: boolean;
}

/** A registration under way with the secrets that belong to it. */
export interface Pending extends PendingInfo {
  /** The language that the mail was asked in. */
  readonly lang?: string;
  readonly accessId?: string;
  readonly webOTT?: string;
  readonly activationToken?: string;
}

/**
 * Identities and registrations on this device. Every change is atomic, also between tabs. All methods throw MpinError
 * STORAGE_BLOCKED, STORAGE_FULL, STORAGE_LOST or INSECURE_CONTEXT when the storage cannot be used.
 */
export interface IdentityStorage {
  /** Every identity of the scope, damaged ones included, last used first. */
  identities(scope: Scope): Promise<IdentityInfo[]>;
  /** @throws MpinError IDENTITY_UNKNOWN, IDENTITY_DAMAGED */
  open(scope: Scope, id: string): Promise<Identity>;
  /**
   * Stores an identity in the place of the one that this user had, in one step: there is always one of them.
   *
   * @param replaces - do nothing unless the one in place has this id
   */
  save(identity: Identity, replaces?: string): Promise<void>;
  /** Changes an identity; nothing happens when it has gone or been replaced. */
  change(scope: Scope, id: string, change: IdentityChange): Promise<void>;
  remove(scope: Scope, id: string): Promise<void>;
  /** The renewed identity that waits beside this one for its first success (docs/protocol.md 6.3). */
  renewal(scope: Scope, id: string): Promise<Identity | undefined>;
  /** Puts a renewed identity beside the one that it will replace; `undefined` drops it. */
  saveRenewal(scope: Scope, id: string, renewed: Identity | undefined): Promise<void>;
  /** Registrations under way, the newest first. One that cannot be read is left out. */
  pending(scope: Scope): Promise<Pending[]>;
  /** Stores a registration in the place of the one that this user had. */
  savePending(scope: Scope, pending: Pending): Promise<void>;
  removePending(scope: Scope, userId: string): Promise<void>;
  /** Removals that the server has yet to be told of. One that cannot be read is left out. */
  removals(scope: Scope): Promise<Removal[]>;
  saveRemoval(scope: Scope, removal: Removal): Promise<void>;
  dropRemoval(scope: Scope, id: string): Promise<void>;
  /** Asks the browser not to evict what is stored. Never fails. */
  persist(): Promise<void>;
  /** Tells of every change, here and in other tabs. @returns the way to stop it */
  subscribe(listener: () => void): () => void;
}

/** Where records lie: keys to values that survive structured cloning. Implemented by IndexedDB and by memory. */
export interface RecordStore {
  entries(): Promise<[key: string, value: unknown][]>;
  /** Replaces one value by what `decide` makes of it, atomically; `undefined` stands for no record. */
  change(key: string, decide: (value: unknown) => unknown): Promise<void>;
  persist(): Promise<void>;
  subscribe(listener: () => void): () => void;
}
