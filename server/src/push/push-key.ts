import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import type { Sealer } from '../keys/sealing.ts';
import type { Database } from '../store/database.ts';

/** The key pair that push services know us by (RFC 8292). */
export interface PushKey {
  readonly privateJwk: JWK;
  /** What a page subscribes with: the uncompressed point, base64url. */
  readonly applicationServerKey: string;
}

const KID = 'web-push';

/** The key pair; the first node to start makes it, and all have the same. `now` in Unix milliseconds. */
export async function loadPushKey(db: Database, sealer: Sealer, now: number): Promise<PushKey> {
  const find = () => db.queries.selectFrom('push_keys').selectAll().where('kid', '=', KID).executeTakeFirst();
  if ((await find()) === undefined) {
    const jwk = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);
    const point = Buffer.concat([Buffer.of(4), Buffer.from(jwk.x ?? '', 'base64url'), Buffer.from(jwk.y ?? '', 'base64url')]);
    await db.queries.insertInto('push_keys').values({ kid: KID, private_sealed: sealer.seal(`push key ${KID}`, JSON.stringify(jwk)), public_key: point.toString('base64url'), created_at: now })
      .onConflict((conflict) => conflict.column('kid').doNothing()).execute();
  }
  const row = await find();
  if (row === undefined) throw new Error('The key of push messages vanished while the platform started.');
  return { privateJwk: JSON.parse(sealer.open(`push key ${KID}`, row.private_sealed)) as JWK, applicationServerKey: row.public_key };
}
