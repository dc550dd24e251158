import type { Config } from '../../src/config/load.ts';
import { insertSigningKey, KEY_PURPOSES, makeKeyPair } from '../../src/core/signing-keys.ts';
import { openFoundation } from '../../src/foundation.ts';

/** Enough that two platforms beside one another have no key in common. */
const PLATFORMS = 2;

const made: ReturnType<typeof makeKeyPair>[] = [];
let given = 0;

/** A key pair of this process. Making one takes longer than most tests, so they are made a few times and then go round. */
function sparePair(): ReturnType<typeof makeKeyPair> {
  const index = given % (KEY_PURPOSES.length * PLATFORMS);
  given += 1;
  return (made[index] ??= makeKeyPair());
}

/** Gives a platform that never started the signing keys that it would make then. That it makes them is for tests that start it as a process of its own. */
export async function giveSigningKeys(config: Config, now: () => number): Promise<void> {
  const { db, sealer } = await openFoundation(config, { now });
  try {
    const has = await db.queries.selectFrom('keys').select('kid').executeTakeFirst();
    if (has === undefined) for (const purpose of KEY_PURPOSES) await insertSigningKey(db.queries, sealer, purpose, now(), now(), await sparePair());
  } finally {
    await db.close();
  }
}
