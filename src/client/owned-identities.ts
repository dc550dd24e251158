import { MpinError } from '../errors.ts';
import type { Identity, IdentityChange, Removal } from '../storage/types.ts';
import { sameUser } from '../user-id.ts';
import type { Context } from './context.ts';
import { withLock } from './lock.ts';
import { read, text } from './shape.ts';
import { normalizeDeviceName } from './validate.ts';
import type { Wire } from './wire.ts';

/** Errors after which telling the server of a removal again may help; with any other it has answered for good. */
const PASSING: readonly string[] = ['OFFLINE', 'TIMEOUT', 'ABORTED', 'SERVER_ERROR', 'INVALID_RESPONSE', 'RATE_LIMITED'];

/** A capability that does not fit is answered like an unknown identity. */
const UNKNOWN = { meanings: { WRONG_PIN: 'IDENTITY_UNKNOWN' } } as const;

/** What the owner of an identity may do with it without a PIN (docs/protocol.md 5.6), and what of it happens on this device alone. */
export class OwnedIdentities {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  async rename(identityId: string, deviceName: string): Promise<void> {
    const { storage } = this.#context;
    const scope = await this.#context.scope();
    const { capability } = await storage.open(scope, identityId);
    const wire = await this.#context.wire();
    const name = normalizeDeviceName(deviceName, wire.configuration.limits.deviceNameLength);
    const told = capability !== undefined && wire.offers('identityCapability');
    await storage.change(scope, identityId, told ? await renameAtServer(wire, { id: identityId, capability }, name) : { deviceName: name });
  }

  async keepPushToken(identityId: string, pushToken: string): Promise<void> {
    const { capability } = await this.#context.storage.open(await this.#context.scope(), identityId);
    const wire = await this.#context.wire();
    if (capability === undefined || !wire.offers('pushToken')) throw new MpinError('INVALID_ARGUMENT', 'This identity cannot be told of requests; set it up again');
    await wire.post('identityPush', { id: identityId, capability, pushToken }, UNKNOWN);
  }

  /**
   * Keeps a new identity. It takes the place of the one that this user had here, which is of no use any more, to whoever knows its PIN or has a copy
   * of it: the server is told as of a removal.
   */
  async save(identity: Identity): Promise<void> {
    const { storage } = this.#context;
    const scope = await this.#context.scope();
    const former = (await storage.identities(scope)).filter(({ userId }) => sameUser(userId, identity.userId));
    const removals = (await Promise.all(former.map(({ id }) => this.#removalsOf(id)))).flat();
    await storage.save(identity);
    for (const removal of removals) await storage.saveRemoval(scope, removal);
    if (removals.length > 0) this.tellRemovals().catch(() => undefined);
  }

  async remove(identityId: string): Promise<void> {
    const { storage } = this.#context;
    const scope = await this.#context.scope();
    // The order to revoke is kept first: a page that is closed in between leaves an identity too few at the server, never one too many.
    for (const removal of await this.#removalsOf(identityId)) await storage.saveRemoval(scope, removal);
    const identity = (await storage.identities(scope)).find(({ id }) => id === identityId);
    if (identity !== undefined) await storage.removePending(scope, identity.userId);
    await storage.remove(scope, identityId);
    this.tellRemovals().catch(() => undefined);
  }

  /** Tells the server what was removed here; what it cannot be told now stays for later. One tab tells. */
  tellRemovals(): Promise<void> {
    return withLock('mpin-pinpad removals', async () => {
      const { storage } = this.#context;
      const scope = await this.#context.scope();
      const wire = await this.#context.wire();
      for (const removal of await storage.removals(scope)) {
        if (wire.offers('identityCapability')) await removeAtServer(wire, removal);
        await storage.dropRemoval(scope, removal.id);
      }
    });
  }

  /** The identity and the one that waits to take its place; neither where the record cannot be read. */
  async #removalsOf(identityId: string): Promise<Removal[]> {
    const { storage } = this.#context;
    const scope = await this.#context.scope();
    try {
      const [identity, renewal] = await Promise.all([storage.open(scope, identityId), storage.renewal(scope, identityId)]);
      return [identity, renewal].flatMap((one) => (one?.capability === undefined ? [] : [{ id: one.id, capability: one.capability }]));
    } catch (error) {
      if (error instanceof MpinError && (error.code === 'IDENTITY_UNKNOWN' || error.code === 'IDENTITY_DAMAGED')) return [];
      throw error;
    }
  }
}

/** What to keep: the name as the server has it. An identity that the server has given up can still be called what its owner likes, here. */
async function renameAtServer(wire: Wire, { id, capability }: Removal, deviceName: string): Promise<IdentityChange> {
  try {
    const answer = await wire.post('identityRename', { id, capability, deviceName }, UNKNOWN);
    return read('renaming', answer, { deviceName: text(1, 40) });
  } catch (error) {
    const code = error instanceof MpinError ? error.code : undefined;
    if (code === 'IDENTITY_UNKNOWN') return { deviceName };
    if (code === 'IDENTITY_REVOKED') return { deviceName, state: 'revoked' };
    throw error;
  }
}

async function removeAtServer(wire: Wire, { id, capability }: Removal): Promise<void> {
  try {
    await wire.post('identityRemove', { id, capability }, UNKNOWN);
  } catch (error) {
    if (error instanceof MpinError && PASSING.includes(error.code)) throw error;
  }
}
