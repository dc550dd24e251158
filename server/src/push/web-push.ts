import { importJWK, SignJWT } from 'jose';
import type { PushSender } from '../core/push.ts';
import { encryptMessage, recipientOf } from './encryption.ts';
import type { Recipient } from './encryption.ts';
import type { PushKey } from './push-key.ts';

/** As long as a request is worth answering, seconds. */
const TTL_SECONDS = 90;
/** How long our name is good for at one push service (RFC 8292, 2: at most a day), seconds. */
const NAME_SECONDS = 3600;
/** Answers by which a push service says that a subscription is over (RFC 8030, 7.3). */
const GONE: readonly number[] = [404, 410];

/** Hands a message to a push service that the device chose. @returns the HTTP status. @throws Error where it is not to be called or does not answer */
export type PushCall = (endpoint: string, request: { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array }) => Promise<number>;

interface Subscription {
  readonly endpoint: string;
  readonly recipient: Recipient;
}

/** The subscription in a token, which is the JSON of a page's `PushSubscription`. */
function subscriptionOf(token: string): Subscription | undefined {
  let value: unknown;
  try {
    value = JSON.parse(token);
  } catch {
    return undefined;
  }
  const { endpoint, keys } = (typeof value === 'object' && value !== null ? value : {}) as { endpoint?: unknown; keys?: { p256dh?: unknown; auth?: unknown } };
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint) || new URL(endpoint).protocol !== 'https:') return undefined;
  if (typeof keys?.p256dh !== 'string' || typeof keys.auth !== 'string') return undefined;
  const recipient = recipientOf(keys.p256dh, keys.auth);
  return recipient && { endpoint, recipient };
}

/** What a {@link createWebPush} works with. */
export interface WebPushParts {
  readonly key: PushKey;
  /** Whom a push service may complain to, a mailto or https URL. */
  readonly contact: string;
  readonly call: PushCall;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Web Push: RFC 8030 with the encryption of RFC 8291, and our name by RFC 8292. */
export function createWebPush({ key, contact, call, now }: WebPushParts): PushSender {
  const nameAt = async (endpoint: string): Promise<string> => {
    const token = await new SignJWT().setProtectedHeader({ typ: 'JWT', alg: 'ES256' }).setAudience(new URL(endpoint).origin)
      .setExpirationTime(Math.floor(now() / 1000) + NAME_SECONDS).setSubject(contact).sign(await importJWK(key.privateJwk, 'ES256'));
    return `vapid t=${token}, k=${key.applicationServerKey}`;
  };
  return {
    takes: (token) => subscriptionOf(token) !== undefined,
    async send(token, message) {
      const subscription = subscriptionOf(token);
      if (subscription === undefined) return 'gone';
      const { endpoint, recipient } = subscription;
      const status = await call(endpoint, {
        headers: { authorization: await nameAt(endpoint), 'content-type': 'application/octet-stream', 'content-encoding': 'aes128gcm', ttl: String(TTL_SECONDS), urgency: 'high' },
        body: encryptMessage(Buffer.from(JSON.stringify(message)), recipient),
      });
      if (GONE.includes(status)) return 'gone';
      if (status < 200 || status > 299) throw new Error(`The push service answered ${status}.`);
      return 'sent';
    },
  };
}
