import type { SealedBox } from './seal.ts';
import type { IdentityState, Scope } from './types.ts';

/** Records of another schema are not understood: they show as damaged and can be replaced. */
export const SCHEMA = 1;

/** The sealing key's record. */
export const SEALING_KEY = 'sealing-key';

/** An identity under seal, and what must be told of it before it is opened. */
export interface SealedIdentity {
  readonly id: string;
  readonly sealed: SealedBox;
}

/** What lies under an identity's key. In clear stands only what changes later, and its name. */
export interface IdentityRecord extends SealedIdentity {
  readonly schema: typeof SCHEMA;
  readonly state: IdentityState;
  readonly lastUsedAt: number;
  /** The device's name, if it was changed since the registration. */
  readonly deviceName?: string;
  readonly renewal?: SealedIdentity;
}

/** What lies under a registration's or a removal's key. */
export interface SealedRecord {
  readonly schema: typeof SCHEMA;
  readonly sealed: SealedBox;
}

type Kind = 'identity' | 'pending' | 'removal';

/**
 * A record's key: one slot for each user of each project, so that a new identity takes its predecessor's place; for a removal, one for each
 * identity.
 *
 * @param name - the user id; of a removal, the identity's id
 */
export function slotKey(kind: Kind, scope: Scope, name: string): string {
  return JSON.stringify([kind, scope.server, scope.projectId, name]);
}

/** The user id, or the id, in a key of that kind and scope; undefined for all other keys. */
export function nameOfSlot(key: string, kind: Kind, scope: Scope): string | undefined {
  try {
    const name = (JSON.parse(key) as unknown[])[3];
    return typeof name === 'string' && key === slotKey(kind, scope, name) ? name : undefined;
  } catch {
    return undefined;
  }
}

const STATES: readonly unknown[] = ['active', 'revoked', 'expired', 'damaged'] satisfies IdentityState[];

/** Whether the clear part of a record is whole; the seal vouches for the rest. */
export function isIdentityRecord(value: unknown): value is IdentityRecord {
  const { schema, state, lastUsedAt, deviceName = '' } = (value ?? {}) as Partial<IdentityRecord>;
  return schema === SCHEMA && STATES.includes(state) && Number.isFinite(lastUsedAt) && typeof deviceName === 'string' && idOf(value) !== undefined;
}

/** An identity record's id, readable or not. */
export function idOf(value: unknown): string | undefined {
  const id = (value as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}
