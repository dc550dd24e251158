import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8 } from 'jose';
import type { GenerateKeyPairResult, JWK } from 'jose';
import { sha256 } from '../keys/secrets.ts';
import type { Sealer } from '../keys/sealing.ts';
import type { Database, Queries } from '../store/database.ts';
import type { KeyTable } from '../store/schema.ts';
import { takeTurn } from '../store/turns.ts';
import { audit } from './audit.ts';

/** What every token of ours is signed with. */
export const ALGORITHM = 'RS256';
const KEY_BITS = 2048;
/** A new key is published so long before it signs: longer than anybody may keep the list of keys. */
const LEAD_MS = 600_000;
/** Clocks may differ so much. */
const LEEWAY_MS = 60_000;
/** How long a node may go on with the keys it knows. */
const RELOAD_MS = 5000;

/** What a key is for. */
export type Purpose = KeyTable['purpose'];
export const KEY_PURPOSES = ['sign-in', 'dvs', 'internal', 'openid'] as const satisfies readonly Purpose[];

/** A key that signs. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
}

/** The keys of one purpose, as they are now. */
export interface KeyRing {
  /** The key that signs at this moment. */
  signer(): Promise<SigningKey>;
  /** The public keys that are believed: of what signs, what signed a while ago, and what will sign soon. */
  published(): Promise<readonly JWK[]>;
}

type Store = { readonly db: Database; readonly sealer: Sealer; readonly now: () => number };

/** Makes the key pair of a new key, which takes some tenths of a second. */
export const makeKeyPair = (): Promise<GenerateKeyPairResult> => generateKeyPair(ALGORITHM, { modulusLength: KEY_BITS, extractable: true });

/** Makes a key, of a pair that nothing else uses. Times in Unix milliseconds. @returns its kid */
export async function insertSigningKey(queries: Queries, sealer: Sealer, purpose: Purpose, now: number, signsFrom: number, pair?: GenerateKeyPairResult): Promise<string> {
  const made = pair ?? await makeKeyPair();
  const jwk = await exportJWK(made.publicKey);
  const kid = sha256(JSON.stringify([jwk.n, jwk.e])).slice(0, 24);
  await queries.insertInto('keys').values({
    kid, purpose, private_sealed: sealer.seal(`key ${kid}`, await exportPKCS8(made.privateKey)),
    public_jwk: JSON.stringify({ kty: 'RSA', use: 'sig', alg: ALGORITHM, kid, n: jwk.n, e: jwk.e }), created_at: now, signs_from: signsFrom,
  }).execute();
  return kid;
}

/**
 * The ring of a purpose; its first key is made at first start. In turns: of nodes that start at once, the first makes it and the others find
 * it. Each node reads the ring again every few seconds, so that a rotation needs no restart.
 */
export async function openKeyRing({ db, sealer, now }: Store, purpose: Purpose): Promise<KeyRing> {
  await db.transaction(async (queries) => {
    await takeTurn(queries, 'first start');
    const any = await queries.selectFrom('keys').select('kid').where('purpose', '=', purpose).executeTakeFirst();
    if (any === undefined) await insertSigningKey(queries, sealer, purpose, now(), now());
  });
  const opened = new Map<string, Promise<CryptoKey>>();
  let rows: readonly { kid: string; private_sealed: string; public_jwk: string; signs_from: number; verifies_until: number | null }[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  const living = async (): Promise<typeof rows> => {
    if (now() - readAt >= RELOAD_MS || now() < readAt) {
      rows = await db.queries.selectFrom('keys').selectAll().where('purpose', '=', purpose).orderBy('signs_from', 'desc').orderBy('created_at', 'desc').execute();
      readAt = now();
    }
    return rows.filter(({ verifies_until: until }) => until === null || until > now());
  };
  return {
    async signer() {
      const row = (await living()).find(({ signs_from: from }) => from <= now());
      if (row === undefined) throw new Error(`There is no key of ${purpose} that signs now; make one with "keys rotate".`);
      const key = opened.get(row.kid) ?? importPKCS8(sealer.open(`key ${row.kid}`, row.private_sealed), ALGORITHM);
      opened.set(row.kid, key);
      return { kid: row.kid, privateKey: await key };
    },
    published: async () => (await living()).map(({ public_jwk: jwk }) => JSON.parse(jwk) as JWK),
  };
}

/** A key as its administrator sees it; times RFC 3339. */
export interface KeyRecord {
  readonly kid: string;
  readonly purpose: Purpose;
  readonly signsFrom: string;
  /** Until when what it signed is believed; `undefined` while no other key takes its place. */
  readonly believedUntil?: string;
}

/** All keys, newest first. */
export async function listKeys({ db }: Pick<Store, 'db'>): Promise<readonly KeyRecord[]> {
  const rows = await db.queries.selectFrom('keys').select(['kid', 'purpose', 'signs_from', 'verifies_until']).orderBy('purpose').orderBy('signs_from', 'desc').execute();
  return rows.map(({ kid, purpose, signs_from: from, verifies_until: until }) => ({
    kid, purpose, signsFrom: new Date(from).toISOString(), ...(until === null ? {} : { believedUntil: new Date(until).toISOString() }),
  }));
}

interface RotationOptions {
  readonly compromised: boolean;
  readonly tokenSeconds: number;
  readonly leadMs?: number;
  readonly actor: string;
}

/**
 * Puts a new key in the place of the others (docs/protocol.md 10.9).
 *
 * @param options - `compromised`: the old keys are believed no more, and the new one signs, from now on; `tokenSeconds`: life of the longest
 *   token that the old ones signed; `leadMs`: how long the new one is published before it signs; `actor`: who does it, for the audit logs of all projects
 */
export async function rotateKey({ db, sealer, now }: Store, purpose: Purpose, options: RotationOptions): Promise<KeyRecord> {
  const at = now();
  const signsFrom = options.compromised ? at : at + (options.leadMs ?? LEAD_MS);
  const until = options.compromised ? at : signsFrom + options.tokenSeconds * 1000 + LEEWAY_MS;
  const kid = await db.transaction(async (queries) => {
    await takeTurn(queries, 'key rotation');
    await queries.deleteFrom('keys').where('purpose', '=', purpose).where('verifies_until', '<=', at).execute();
    const older = queries.updateTable('keys').set({ verifies_until: until }).where('purpose', '=', purpose);
    await (options.compromised ? older : older.where('verifies_until', 'is', null)).execute();
    for (const { id } of await queries.selectFrom('projects').select('id').execute()) {
      await audit(queries, 'keysRotated', { projectId: id, userId: '', ip: '', actor: options.actor }, at);
    }
    return insertSigningKey(queries, sealer, purpose, at, signsFrom);
  });
  return { kid, purpose, signsFrom: new Date(signsFrom).toISOString() };
}
