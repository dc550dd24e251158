import { MpinError } from '../errors.ts';
import type { Pending } from '../storage/types.ts';
import { sameUser } from '../user-id.ts';
import { seconds, type Context } from './context.ts';
import type { PendingRegistration } from './types.ts';

/** An abandoned registration is not gone back to after a day: every code and session has ended long before. */
const FORGET_AFTER_SECONDS = 86_400;

/** The registrations under way on this device: their secrets stay in here and in the storage. */
export class PendingRegistrations {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** The one to go on with after a reload. */
  async current(): Promise<PendingRegistration | undefined> {
    const { storage } = this.#context;
    const scope = await this.#context.scope();
    const [all, identities] = await Promise.all([storage.pending(scope), storage.identities(scope)]);
    const oldest = seconds(this.#context) - FORGET_AFTER_SECONDS;
    // A crash between storing an identity and dropping its registration must not offer the latter again.
    const done = (pending: Pending): boolean =>
      identities.some(({ userId, createdAt }) => sameUser(userId, pending.userId) && createdAt > pending.startedAt);
    const found = all.find((pending) => pending.startedAt > oldest && !done(pending));
    return found && withoutSecrets(found);
  }

  /** This user's, secrets included. */
  async ofUser(userId: string): Promise<Pending | undefined> {
    const all = await this.#context.storage.pending(await this.#context.scope());
    return all.find((pending) => pending.userId === userId);
  }

  /** @throws MpinError CODE_EXPIRED when it is no longer there */
  async find(registration: PendingRegistration): Promise<Pending> {
    const found = await this.ofUser(registration.userId);
    if (found === undefined) throw new MpinError('CODE_EXPIRED', 'This registration has ended; start again');
    return found;
  }

  async save(pending: Pending): Promise<PendingRegistration> {
    await this.#context.storage.savePending(await this.#context.scope(), pending);
    return withoutSecrets(pending);
  }

  async remove(registration: PendingRegistration): Promise<void> {
    await this.#context.storage.removePending(await this.#context.scope(), registration.userId);
  }
}

function withoutSecrets({ lang: _lang, accessId: _accessId, webOTT: _webOTT, activationToken: _token, ...info }: Pending): PendingRegistration {
  return info;
}
