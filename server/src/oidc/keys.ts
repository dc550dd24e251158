import { createPrivateKey } from 'node:crypto';
import type { JWK } from 'jose';
import type { Selectable } from 'kysely';
import type { Core } from '../core/core.ts';
import { ALGORITHM, insertSigningKey } from '../core/signing-keys.ts';
import { newSecret, sha256 } from '../keys/secrets.ts';
import type { KeyTable } from '../store/schema.ts';
import type { Queries } from '../store/database.ts';
import { takeTurn } from '../store/turns.ts';

type Store = Pick<Core, 'db' | 'sealer' | 'now'>;

const DAY_MS = 86_400_000;

/**
 * The life of a signing key: published so long before it signs that every application has fetched it, signing for so long, and published so
 * long afterwards that nothing which it signed still counts.
 */
export const KEY_LIFE = { announcedMs: 2 * DAY_MS, signingMs: 90 * DAY_MS, afterwardsMs: 2 * DAY_MS } as const;

/** The provider's keys as they stand at a moment. */
export interface ProviderKeys {
  /** Private RSA keys, the one that signs first. */
  readonly signing: readonly JWK[];
  /** What cookies are signed with, the newest first. */
  readonly cookies: readonly string[];
}

async function newCookieKey({ sealer, now }: Store, queries: Queries): Promise<void> {
  const secret = newSecret();
  const kid = sha256(newSecret()).slice(0, 24);
  await queries.insertInto('keys').values({
    kid, purpose: 'cookie', private_sealed: sealer.seal(`key ${kid}`, secret), public_jwk: '{}', created_at: now(), signs_from: now(),
  }).execute();
}

async function rows(queries: Queries, purpose: KeyTable['purpose']) {
  return queries.selectFrom('keys').selectAll().where('purpose', '=', purpose).orderBy('signs_from', 'desc').orderBy('kid').execute();
}

/** Whether an administrator has not put another key in this one's place (`keys rotate`), or not long ago. */
function isBelieved({ verifies_until: until }: Pick<Selectable<KeyTable>, 'verifies_until'>, at: number): boolean {
  return until === null || until > at;
}

/**
 * Makes what is missing and due, and removes what nothing needs any more; in turns, so that nodes which start at once make
 * each key once.
 *
 * @returns true where something changed
 */
export async function rotateKeys(store: Store): Promise<boolean> {
  return store.db.transaction(async (queries) => {
    await takeTurn(queries, 'key rotation');
    return rotate(store, queries);
  });
}

async function rotate(store: Store, queries: Queries): Promise<boolean> {
  const at = store.now();
  const all = await rows(queries, 'openid');
  const believed = all.filter((key) => isBelieved(key, at));
  const [newest] = believed;
  const cookie = await rows(queries, 'cookie');
  if (cookie.length === 0) await newCookieKey(store, queries);
  if (newest === undefined) {
    await insertSigningKey(queries, store.sealer, 'openid', at, at);
    return true;
  }
  const replaced = believed.filter((_key, index) => {
    const successor = believed[index - 1];
    return successor !== undefined && successor.signs_from + KEY_LIFE.afterwardsMs <= at;
  });
  const worthless = all.filter((key) => !believed.includes(key) || replaced.includes(key));
  if (worthless.length > 0) await queries.deleteFrom('keys').where('kid', 'in', worthless.map(({ kid }) => kid)).execute();
  const due = newest.signs_from + KEY_LIFE.signingMs - KEY_LIFE.announcedMs <= at;
  if (due) await insertSigningKey(queries, store.sealer, 'openid', at, at + KEY_LIFE.announcedMs);
  return due || worthless.length > 0 || cookie.length === 0;
}

/** The keys of this moment. Call {@link rotateKeys} before. */
export async function loadProviderKeys(store: Store): Promise<ProviderKeys> {
  const at = store.now();
  const found = (await rows(store.db.queries, 'openid')).filter((row) => isBelieved(row, at));
  const signer = found.find((row) => row.signs_from <= at) ?? found.at(-1);
  const ordered = signer === undefined ? [] : [signer, ...found.filter((row) => row !== signer)];
  const signing = ordered.map((row) => {
    const jwk = createPrivateKey(store.sealer.open(`key ${row.kid}`, row.private_sealed)).export({ format: 'jwk' });
    return { ...jwk, use: 'sig', alg: ALGORITHM, kid: row.kid } as JWK;
  });
  const cookies = (await rows(store.db.queries, 'cookie')).map((row) => store.sealer.open(`key ${row.kid}`, row.private_sealed));
  return { signing, cookies };
}
