import { randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { openShareAnswer, signAdmission, signCapability, signShareRequest } from '../keys/authority-messages.ts';
import type { ServerShare } from '../keys/authority-messages.ts';
import { sha256 } from '../keys/secrets.ts';
import { newSigningKeyPair, privateKeyOf, publicKeyOf } from '../keys/signed-message.ts';
import type { Sealer } from '../keys/sealing.ts';
import type { Database } from '../store/database.ts';

/** How the platform reaches a trust authority: never more than its address, its key and a way to ask it. */
export interface AuthorityAddress {
  /** Base of its capability URLs. */
  readonly url: string;
  /** Its Ed25519 public key, base64url. */
  readonly key: string;
  /** Sends a signed request for the server share and brings back the signed answer. */
  readonly ask: (request: string) => Promise<string>;
}

/** Where and with what one client share is asked for by POST (docs/protocol.md 5.2). */
export interface DesignatedAuthority {
  readonly url: string;
  /** Secret. */
  readonly token: string;
}

/** Both authorities, in their order. */
export type AuthorityAddresses = readonly [AuthorityAddress, AuthorityAddress];

/** One half of each authority, by their ids, in order. */
export type Nodes = readonly [string, string];

/** The platform's side of both authorities. */
export interface AuthorityPair {
  /** Which two they are: like `dtas`, of the digests of their public keys. */
  readonly name: string;
  readonly addresses: AuthorityAddresses;
  /** Two URLs that each give one client share, made with these halves (docs/protocol.md 5.2). `now` in Unix seconds. */
  secretUrls(nodes: Nodes, identityHash: string, origin: string | undefined, now: number): readonly [string, string];
  /** The same for clients that bring the right to a share in a header. */
  designated(nodes: Nodes, identityHash: string, origin: string | undefined, now: number): readonly [DesignatedAuthority, DesignatedAuthority];
  /**
   * The server shares of one authority's halves, oldest first, fetched and checked.
   *
   * @param uses - the halves that identities hang on: the authority keeps them
   * @throws Error where it cannot be reached or cannot prove itself
   */
  serverShares(position: 0 | 1, uses: readonly string[], now: number): Promise<readonly ServerShare[]>;
}

/** The wire's `dtas` of two node ids. */
export function encodeDtas(nodes: Nodes): string {
  return Buffer.from(JSON.stringify(nodes)).toString('base64');
}

/** The two node ids of a `dtas` that {@link encodeDtas} made. */
export function decodeDtas(dtas: string): Nodes {
  return JSON.parse(Buffer.from(dtas, 'base64').toString('utf8')) as Nodes;
}

/** The platform's Ed25519 public keys, one for each authority, base64url: what authorities on other hosts are configured with. */
export async function authorityLinkKeys(db: Database, sealer: Sealer): Promise<readonly [string, string]> {
  const [first, second] = [await linkKey(db, sealer, 0), await linkKey(db, sealer, 1)];
  return [first.publicKey, second.publicKey];
}

async function linkKey(db: Database, sealer: Sealer, position: 0 | 1): Promise<{ publicKey: string; privateKey: KeyObject }> {
  const label = `authority link ${position}`;
  const made = newSigningKeyPair();
  await db.queries.insertInto('authority_links').values({ position, public_key: made.publicKey, private_sealed: sealer.seal(label, made.privateKey) })
    .onConflict((conflict) => conflict.column('position').doNothing()).execute();
  const row = await db.queries.selectFrom('authority_links').selectAll().where('position', '=', position).executeTakeFirstOrThrow();
  return { publicKey: row.public_key, privateKey: privateKeyOf(sealer.open(label, row.private_sealed)) };
}

/** @param seconds - life of a capability URL */
export async function linkAuthorities(db: Database, sealer: Sealer, addresses: AuthorityAddresses, seconds: number): Promise<AuthorityPair> {
  const keys = [(await linkKey(db, sealer, 0)).privateKey, (await linkKey(db, sealer, 1)).privateKey] as const;
  type Grant = Parameters<typeof signCapability>[1];
  const secretUrl = (position: 0 | 1, grant: Grant, now: number): string => `${addresses[position].url}/client-share/${signCapability(keys[position], grant, now, seconds)}`;
  const designate = (position: 0 | 1, grant: Grant, now: number): DesignatedAuthority => ({
    url: `${addresses[position].url}/designated-share/${signAdmission(keys[position], grant.origin, now, seconds)}`, token: signCapability(keys[position], grant, now, seconds),
  });
  return {
    name: encodeDtas([sha256(addresses[0].key), sha256(addresses[1].key)]),
    addresses,
    secretUrls: ([first, second], identityHash, origin, now) => [secretUrl(0, { identityHash, origin, node: first }, now), secretUrl(1, { identityHash, origin, node: second }, now)],
    designated: ([first, second], identityHash, origin, now) => [designate(0, { identityHash, origin, node: first }, now), designate(1, { identityHash, origin, node: second }, now)],
    async serverShares(position, uses, now) {
      const nonce = randomUUID();
      const { ask, key, url } = addresses[position];
      const halves = openShareAnswer(publicKeyOf(key), await ask(signShareRequest(keys[position], { nonce, uses }, now)), nonce);
      if (halves === undefined) throw new Error(`The trust authority at ${url} did not prove that it is the configured one.`);
      return halves;
    },
  };
}
