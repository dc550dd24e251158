import type { Adapter, AdapterPayload } from 'oidc-provider';
import { InvalidGrant } from 'oidc-provider/lib/helpers/errors.js';
import type { Core } from '../core/core.ts';
import type { Queries } from '../store/database.ts';

/** What the storage needs of the platform. */
export type PayloadStore = Pick<Core, 'db' | 'hasher' | 'sealer' | 'now'>;

/** What a revoked grant takes with it. */
const GRANTED: ReadonlySet<string> = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken']);

/** What is given for a code, or for what was given for one. */
const GIVEN: ReadonlySet<string> = new Set(['AccessToken', 'RefreshToken']);

/** For what has no end of its own. */
const NO_END_SECONDS = 10 * 365 * 86_400;

/**
 * What the OpenID provider keeps between requests, in our database (docs/protocol.md 11.6). The names of codes and tokens are the secrets
 * themselves: they are found by their digests, and the rest is sealed, so that the database gives nobody a token, a nonce or who signed in where.
 */
export class Payloads implements Adapter {
  readonly #kind: string;
  readonly #store: PayloadStore;

  /** @param kind - the library's name of what is kept: `Session`, `Grant`, `AuthorizationCode` and so on */
  constructor(kind: string, store: PayloadStore) {
    this.#kind = kind;
    this.#store = store;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const { db, sealer, now } = this.#store;
    const digest = this.#digest(id);
    const row = {
      payload_sealed: sealer.seal(labelOf(this.#kind, digest), JSON.stringify(payload)), expires_at: now() + (expiresIn ?? NO_END_SECONDS) * 1000,
      grant_digest: GRANTED.has(this.#kind) && payload.grantId !== undefined ? grantDigest(this.#store, payload.grantId) : null,
      uid_digest: this.#kind === 'Session' && payload.uid !== undefined ? this.#digest(payload.uid) : null,
      account: payload.accountId ?? null, client_id: payload.clientId ?? null,
    };
    await db.queries.insertInto('oidc_payloads').values({ kind: this.#kind, id_digest: digest, consumed_at: null, ...row })
      .onConflict((conflict) => conflict.columns(['kind', 'id_digest']).doUpdateSet(row)).execute();
    if (GIVEN.has(this.#kind) && row.grant_digest !== null) await this.#keepUsedCodes(row.grant_digest, row.expires_at);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#findBy('id_digest', this.#digest(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findBy('uid_digest', this.#digest(uid));
  }

  /** Codes that people type into other devices are not offered. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /**
   * Uses a code or a refresh token up, once. Of two that come at the same moment one is refused, and what the other gets is worth nothing either: it is
   * unknown which of them is the thief's (RFC 6749 4.1.2, RFC 9700 4.14.2).
   *
   * @throws InvalidGrant for the second
   */
  async consume(id: string): Promise<void> {
    const { db, now } = this.#store;
    const digest = this.#digest(id);
    const used = await db.queries.updateTable('oidc_payloads').set({ consumed_at: now() })
      .where('kind', '=', this.#kind).where('id_digest', '=', digest).where('consumed_at', 'is', null).returning('id_digest').executeTakeFirst();
    if (used !== undefined) return;
    const row = await db.queries.selectFrom('oidc_payloads').select('grant_digest').where('kind', '=', this.#kind).where('id_digest', '=', digest).executeTakeFirst();
    const grant = row?.grant_digest ?? null;
    if (grant !== null) await db.transaction((queries) => endGrants(queries, [grant]));
    throw new InvalidGrant('it was used already');
  }

  async destroy(id: string): Promise<void> {
    await this.#store.db.queries.deleteFrom('oidc_payloads').where('kind', '=', this.#kind).where('id_digest', '=', this.#digest(id)).execute();
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.#store.db.queries.deleteFrom('oidc_payloads').where('kind', '=', this.#kind).where('grant_digest', '=', grantDigest(this.#store, grantId)).execute();
  }

  /** Codes that were used stay known for as long as what they gave: their second use, however late, is to end it. */
  async #keepUsedCodes(grant: string, until: number): Promise<void> {
    await this.#store.db.queries.updateTable('oidc_payloads').set({ expires_at: until })
      .where('grant_digest', '=', grant).where('kind', '=', 'AuthorizationCode').where('consumed_at', 'is not', null).where('expires_at', '<', until).execute();
  }

  async #findBy(column: 'id_digest' | 'uid_digest', digest: string): Promise<AdapterPayload | undefined> {
    const { db, sealer, now } = this.#store;
    const row = await db.queries.selectFrom('oidc_payloads').select(['id_digest', 'payload_sealed', 'consumed_at', 'expires_at'])
      .where('kind', '=', this.#kind).where(column, '=', digest).where('expires_at', '>', now()).executeTakeFirst();
    if (row === undefined) return undefined;
    const payload = JSON.parse(sealer.open(labelOf(this.#kind, row.id_digest), row.payload_sealed)) as AdapterPayload;
    return row.consumed_at === null ? payload : { ...payload, consumed: Math.floor(row.consumed_at / 1000), exp: Math.floor(row.expires_at / 1000) };
  }

  #digest(id: string): string {
    return this.#store.hasher.digest('openid', `${this.#kind} ${id}`);
  }
}

function labelOf(kind: string, digest: string): string {
  return `openid ${kind} ${digest}`;
}

function grantDigest({ hasher }: PayloadStore, grantId: string): string {
  return hasher.digest('openid', `Grant ${grantId}`);
}

/**
 * Notes through which identity a grant is used: its claims are about that one, and no other's proof counts for it (docs/security.md).
 *
 * @param seconds - life of a grant
 */
export async function bindGrant(store: PayloadStore, grantId: string, identityId: string, seconds: number): Promise<void> {
  const row = { identity_id: identityId, expires_at: store.now() + seconds * 1000 };
  await store.db.queries.insertInto('grant_identities').values({ grant_digest: grantDigest(store, grantId), ...row })
    .onConflict((conflict) => conflict.column('grant_digest').doUpdateSet(row)).execute();
}

/** The identity that a grant is used through. */
export async function identityOfGrant(store: PayloadStore, grantId: string): Promise<string | undefined> {
  const row = await store.db.queries.selectFrom('grant_identities').select('identity_id').where('grant_digest', '=', grantDigest(store, grantId)).executeTakeFirst();
  return row?.identity_id;
}

/** The sessions of an account, in whatever browsers, by the names that the provider finds them under. */
export async function sessionsOf({ db, sealer, now }: PayloadStore, account: string): Promise<readonly string[]> {
  const rows = await db.queries.selectFrom('oidc_payloads').select(['id_digest', 'payload_sealed']).where('kind', '=', 'Session').where('account', '=', account).where('expires_at', '>', now()).execute();
  return rows.flatMap(({ id_digest: digest, payload_sealed: sealed }) => (JSON.parse(sealer.open(labelOf('Session', digest), sealed)) as AdapterPayload).uid ?? []);
}

/** Ends grants with the codes and tokens that hang on them. A token that is written a moment later finds no grant, and is worth nothing without one. */
async function endGrants(queries: Queries, digests: readonly string[]): Promise<void> {
  await queries.deleteFrom('oidc_payloads').where('kind', '=', 'Grant').where('id_digest', 'in', digests).execute();
  await queries.deleteFrom('oidc_payloads').where('grant_digest', 'in', digests).execute();
}

/** Ends everything that an application was granted for an account: its grants, codes and tokens (docs/protocol.md 11.5). */
export async function revokeGrants({ db }: PayloadStore, account: string, clientId: string): Promise<void> {
  await db.transaction(async (queries) => {
    const grants = await queries.selectFrom('oidc_payloads').select('id_digest').where('kind', '=', 'Grant').where('account', '=', account).where('client_id', '=', clientId).forUpdate().execute();
    if (grants.length > 0) await endGrants(queries, grants.map((grant) => grant.id_digest));
  });
}
