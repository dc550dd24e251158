import { MpinError } from '../errors.ts';
import { assertPin } from '../protocol/pin.ts';
import type { Pending } from '../storage/types.ts';
import { sameUser } from '../user-id.ts';
import { collectActivation } from './confirmation.ts';
import { seconds, summary, type Context } from './context.ts';
import { defaultDeviceName } from './device-name.ts';
import { enrol } from './enrolment.ts';
import type { OwnedIdentities } from './owned-identities.ts';
import type { PendingRegistrations } from './pending.ts';
import type { IdentitySummary, PendingRegistration, StartOptions } from './types.ts';
import { normalizeDeviceName, normalizeUserId } from './validate.ts';
import { confirmation, openSession, verification, type Session } from './registration-wire.ts';
import { assertText } from './text.ts';
import type { Wire } from './wire.ts';

/** Asking for a mail, and making an identity from the activation that it leads to (docs/protocol.md 4 and 5). */
export class Registrations {
  readonly #context: Context;
  readonly #pending: PendingRegistrations;
  readonly #owned: OwnedIdentities;

  constructor(context: Context, pending: PendingRegistrations, owned: OwnedIdentities) {
    this.#context = context;
    this.#pending = pending;
    this.#owned = owned;
  }

  async start(options: StartOptions): Promise<PendingRegistration> {
    const wire = await this.#context.wire();
    const { identityType, limits } = wire.configuration;
    const userId = normalizeUserId(options.userId, identityType, limits.userIdLength);
    const deviceName = normalizeDeviceName(options.deviceName ?? defaultDeviceName(undefined, this.#context.deviceOn, limits.deviceNameLength), limits.deviceNameLength);
    if (options.lang !== undefined) assertText(options.lang, 'lang', 35);
    const request = { userId, deviceName, ...(options.lang === undefined ? {} : { lang: options.lang }) };
    return this.#request(wire, request, await sessionFor(wire, userId));
  }

  /** Asks in the same session, so that an earlier mail stays good; in a new one when that has ended. */
  async resend(registration: PendingRegistration): Promise<PendingRegistration> {
    const wire = await this.#context.wire();
    const { webOTT, accessId, ...request } = await this.#pending.find(registration);
    const session = webOTT === undefined || accessId === undefined ? undefined : { webOTT, accessId };
    try {
      return await this.#request(wire, request, session);
    } catch (error) {
      if (!(error instanceof MpinError) || error.code !== 'SESSION_EXPIRED') throw error;
      return this.#request(wire, request, await sessionFor(wire, request.userId));
    }
  }

  async openLink(link: { userId: string; code: string }): Promise<PendingRegistration> {
    const userId = normalizeUserId(link.userId, 'any');
    assertText(link.code, 'code', 1024);
    const wire = await this.#context.wire();
    const { actToken } = await confirmation(wire, userId, link.code);
    return this.useActivationToken({ userId, activationToken: actToken as string });
  }

  async useActivationToken(given: { userId: string; activationToken: string }): Promise<PendingRegistration> {
    const userId = normalizeUserId(given.userId, 'any');
    const { activationToken } = given;
    assertText(activationToken, 'activationToken', 8192);
    const earlier = await this.#pending.ofUser(userId);
    const now = seconds(this.#context);
    return this.#pending.save({
      userId, deviceName: earlier?.deviceName ?? defaultDeviceName(undefined, this.#context.deviceOn), method: 'link', state: 'confirmed', backoffUntil: now, startedAt: now,
      handedOver: false, activationToken,
    });
  }

  async register(registration: PendingRegistration, pin: string): Promise<IdentitySummary> {
    assertPin(pin);
    const { storage } = this.#context;
    const wire = await this.#context.wire();
    const { extensions, pinLength } = wire.configuration;
    // A server with our discovery says how long PINs are; elsewhere what was typed counts, as with the API's other clients.
    assertPin(pin, Object.keys(extensions).length === 0 ? undefined : pinLength);
    const scope = await this.#context.scope();
    const pending = await this.#pending.find(registration);
    const { userId, actToken } = pending.activationToken === undefined
      ? await collectActivation(wire, pending)
      : { userId: pending.userId, actToken: pending.activationToken };
    const enrolment = { userId, deviceName: pending.deviceName, activationToken: actToken, pin };
    const identity = await enrol(this.#context, wire, scope, enrolment);
    await this.#owned.save(identity);
    await this.#pending.remove(pending);
    void storage.persist();
    return summary(identity);
  }

  /** Asks for the mail; within a session that this client has started, the answer to the mail belongs to it. */
  async #request(
    wire: Wire, request: Pick<Pending, 'userId' | 'deviceName' | 'lang'>, session: Session | undefined,
  ): Promise<PendingRegistration> {
    const { userId, deviceName, lang } = request;
    const { backoff, method, matchNumber } = await verification(wire, {
      userId, deviceName, mpinId: await this.#knownDevice(userId), accessId: session?.accessId, handOver: session && true,
      lang: wire.offers('verificationLanguage') ? lang : undefined,
    });
    return this.#pending.save({
      userId, deviceName, method, state: 'sent', backoffUntil: backoff, startedAt: seconds(this.#context),
      handedOver: session !== undefined, ...session,
      ...(matchNumber === undefined ? {} : { matchNumber }), ...(lang === undefined ? {} : { lang }),
    });
  }

  /** Naming the identity that is here lets a server send a code although the user has a device (docs/protocol.md 4.1). */
  async #knownDevice(userId: string): Promise<string | undefined> {
    const identities = await this.#context.storage.identities(await this.#context.scope());
    return identities.find((identity) => sameUser(identity.userId, userId) && identity.mpinId !== '')?.mpinId;
  }
}

/** A session to collect the activation in, where the server hands it over (extension `accessActivation`). */
async function sessionFor(wire: Wire, userId: string): Promise<Session | undefined> {
  return wire.offers('accessActivation') ? openSession(wire, userId) : undefined;
}
