import { AuthorityError } from './errors.ts';
import { hasKeys, openKeyStore } from './key-store.ts';
import { withNewHalf, withoutHalf } from './halves.ts';
import type { Protection } from './protection.ts';
import { openUses } from './uses.ts';
import type { Uses } from './uses.ts';

/** What an operator does with an authority's halves, beside the authority that runs or while it is stopped. */
export interface Keeping {
  readonly directory: string;
  readonly protection: Protection;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** A half as its operator sees it; nothing in it is secret. Times RFC 3339. */
export interface HalfRecord {
  readonly node: string;
  readonly createdAt: string;
  /** The one that new identities get. */
  readonly newest: boolean;
  /** Whether the platform said, when it last asked, that identities hang on it. */
  readonly usedByPlatform: boolean;
}

/** An authority as its operator sees it. */
export interface AuthorityRecord {
  readonly authorityKey: string;
  /** When the platform last asked; `undefined` for never. */
  readonly platformAskedAt?: string;
  readonly halves: readonly HalfRecord[];
}

function inDirectory<T>({ directory, protection, now }: Keeping, work: (store: ReturnType<typeof openKeyStore>, uses: Uses) => T): T {
  if (!hasKeys(directory)) throw new AuthorityError(`${directory} holds no keys of a trust authority. Start the authority once, or restore a backup.`);
  const uses = openUses(directory);
  try {
    const store = openKeyStore(directory, protection, now());
    return work(store, uses);
  } finally {
    uses.close();
  }
}

function record(store: ReturnType<typeof openKeyStore>, uses: Uses): AuthorityRecord {
  const { halves, publicKey } = store.read();
  const said = uses.remembered();
  return {
    authorityKey: publicKey, ...(said === undefined ? {} : { platformAskedAt: new Date(said.at * 1000).toISOString() }),
    halves: halves.map(({ node, createdAt }, i) => ({
      node, createdAt: new Date(createdAt).toISOString(), newest: i === halves.length - 1, usedByPlatform: said?.nodes.includes(node) ?? false,
    })),
  };
}

/** The halves of an authority. @throws AuthorityError */
export function authorityStatus(keeping: Keeping): AuthorityRecord {
  return inDirectory(keeping, record);
}

/**
 * Gives an authority a new half beside those that it has (docs/protocol.md 8.3). It counts as soon as it is on the disk: the
 * platform finds it when it asks.
 *
 * @throws AuthorityError where the keys are sealed with something else, or the platform has not fetched the last one yet, unless `force`
 */
export function rotateHalf(keeping: Keeping, force = false): AuthorityRecord {
  return inDirectory(keeping, (store, uses) => uses.exclusive(() => {
    const { halves } = store.read();
    const newest = halves.at(-1)?.node ?? '';
    if (!force && uses.remembered()?.nodes.includes(newest) !== true) {
      throw new AuthorityError('The platform does not use the newest half yet: let it ask first ("mpin-platform authorities refresh" there), or use --force yes.');
    }
    store.replace(withNewHalf(store.read(), keeping.now()));
    return record(store, uses);
  }));
}

/**
 * Destroys a half.
 *
 * @throws AuthorityError where the keys are sealed with something else, or the platform last said that it uses the half, unless `force`
 */
export function destroyHalf(keeping: Keeping, node: string, force = false): AuthorityRecord {
  return inDirectory(keeping, (store, uses) => uses.exclusive(() => {
    const changed = withoutHalf(store.read(), node);
    const said = uses.remembered();
    if (!force && (said === undefined || said.nodes.includes(node))) {
      throw new AuthorityError('The platform still uses this half: retire it there first ("mpin-platform authorities retire"). --force yes destroys it all the same, and devices that are being set up with it have to begin again.');
    }
    store.replace(changed);
    return record(store, uses);
  }));
}
