import type { SealedBox } from './seal.ts';
import type { IdentityInfo, IdentityState, Pending, PendingInfo, Scope } from './types.ts';

/** Records of another schema are not understood: they show as damaged and can be replaced. */
export const SCHEMA = 1;

/** The sealing key's record. */
export const SEALING_KEY = 'sealing-key';

/** An identity beside the secret that it needs. */
export interface Sealed<T> {
  readonly info: T;
  readonly sealed: SealedBox;
}

/** What lies under an identity's key. */
export interface IdentityRecord extends Sealed<IdentityInfo> {
  readonly schema: typeof SCHEMA;
  readonly renewal?: Sealed<IdentityInfo>;
}

/** What lies under a registration's key. */
export interface PendingRecord extends Sealed<PendingInfo> {
  readonly schema: typeof SCHEMA;
}

/** The secret part of a registration. */
export type PendingSecrets = Pick<Pending, 'lang' | 'accessId' | 'webOTT' | 'activationToken'>;

type Kind = 'identity' | 'pending';

/** A record's key: one slot for each user of each project, so that a new identity takes its predecessor's place. */
export function slotKey(kind: Kind, scope: Scope, userId: string): string {
  return JSON.stringify([kind, scope.server, scope.projectId, userId]);
}

/** The user id in a key of that kind and scope; undefined for all other keys. */
export function userIdOfSlot(key: string, kind: Kind, scope: Scope): string | undefined {
  try {
    const parts: unknown = JSON.parse(key);
    const userId: unknown = Array.isArray(parts) ? parts[3] : undefined;
    return typeof userId === 'string' && key === slotKey(kind, scope, userId) ? userId : undefined;
  } catch {
    return undefined;
  }
}

/** What an identity's token is bound to, beside the page's origin. */
export function identityNames(info: IdentityInfo): string[] {
  return ['identity', info.server, info.projectId, info.userId, info.mpinId];
}

export function pendingNames(scope: Scope, userId: string): string[] {
  return ['pending', scope.server, scope.projectId, userId];
}

/** Whether a stored value is an identity of that slot, complete and of this schema. */
export function isIdentityRecord(value: unknown, scope: Scope, userId: string): value is IdentityRecord {
  if (!isSealed(value) || value['schema'] !== SCHEMA) return false;
  return isIdentityInfo(value['info'], scope, userId);
}

/** Whether an identity record also holds a readable renewal. */
export function renewalOf(record: IdentityRecord, scope: Scope, userId: string): Sealed<IdentityInfo> | undefined {
  const renewal: unknown = record.renewal;
  return isSealed(renewal) && isIdentityInfo(renewal['info'], scope, userId) ? record.renewal : undefined;
}

export function isPendingRecord(value: unknown, userId: string): value is PendingRecord {
  if (!isSealed(value) || value['schema'] !== SCHEMA) return false;
  const info = value['info'];
  return isObject(info) && info['userId'] === userId && typeof info['deviceName'] === 'string'
    && (info['method'] === 'link' || info['method'] === 'code')
    && ['sent', 'confirmed', 'cancelled', 'expired'].includes(String(info['state']))
    && Number.isFinite(info['backoffUntil']) && Number.isFinite(info['startedAt'])
    && typeof info['handedOver'] === 'boolean';
}

const STATES: readonly unknown[] = ['active', 'revoked', 'expired', 'damaged'] satisfies IdentityState[];

function isIdentityInfo(info: unknown, scope: Scope, userId: string): info is IdentityInfo {
  return isObject(info) && info['userId'] === userId
    && info['server'] === scope.server && info['projectId'] === scope.projectId
    && ['id', 'deviceName', 'mpinId', 'publicKey', 'dtas'].every((name) => typeof info[name] === 'string')
    && ['pinLength', 'createdAt', 'lastUsedAt'].every((name) => Number.isFinite(info[name]))
    && STATES.includes(info['state']);
}

function isSealed(value: unknown): value is Record<string, unknown> {
  if (!isObject(value) || !isObject(value['sealed'])) return false;
  return value['sealed']['iv'] instanceof Uint8Array && value['sealed']['data'] instanceof ArrayBuffer;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
