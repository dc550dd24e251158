import type { IdentityInfo, IdentityStorage, Scope } from '../storage/types.ts';
import type { IdentitySummary } from './types.ts';
import type { Wire } from './wire.ts';

/** What the parts of a client share. */
export interface Context {
  readonly storage: IdentityStorage;
  readonly random: ((bytes: number) => Uint8Array) | undefined;
  /** How a language puts a device's name together; English where it is undefined. */
  readonly deviceOn: ((browser: string, platform: string) => string) | undefined;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** The way to the server, once discovery has shown it. */
  readonly wire: (signal?: AbortSignal) => Promise<Wire>;
  /** Under which server and project records are kept. */
  readonly scope: (signal?: AbortSignal) => Promise<Scope>;
}

/** The time in whole Unix seconds. */
export function seconds(context: Context): number {
  return Math.floor(context.now() / 1000);
}

/** What may be shown of an identity. */
export function summary({ id, userId, deviceName, projectId, state, pinLength, createdAt, lastUsedAt }: IdentityInfo): IdentitySummary {
  return { id, userId, deviceName, projectId, state, pinLength, createdAt, lastUsedAt };
}
