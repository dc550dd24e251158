import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A message as its device reads it. */
export interface Delivered {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly ttl: string;
  readonly urgency: string;
  /** Claims of the sender's token (RFC 8292), its signature checked with the key that it gave. */
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string };
  /** The sender's key. */
  readonly key: string;
}

/** A device that subscribed to a push service. */
export interface Subscriber {
  /** JSON of its subscription, as `JSON.stringify(PushSubscription)` gives it. */
  readonly token: string;
  readonly delivered: Delivered[];
}

/** A push service (RFC 8030) on loopback; its public name is one that resolves nowhere. */
export interface PushService {
  subscribe(): Subscriber;
  /** Answers every further request so. */
  answer(status: number): void;
  /** Stands in for names and TLS: what is sent to the public name arrives here over real HTTP. */
  readonly call: (endpoint: string, request: { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array }) => Promise<number>;
  close(): Promise<void>;
}

export const PUSH_ORIGIN = 'https://push.example';

/** Decrypts a message: the content coding aes128gcm (RFC 8188) with the keys of RFC 8291. */
export function decrypt(body: Buffer, ecdh: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + body.readUInt8(20));
  const record = body.subarray(21 + sender.length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(sender), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  return padded.subarray(0, end).toString('utf8');
}

function vapid(authorization: string): { claims: Delivered['claims']; key: string } {
  const [, token = '', key = ''] = /^vapid t=([^,\s]+),\s*k=(\S+)$/.exec(authorization) ?? [];
  const [header = '', payload = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } });
  const genuine = verify('sha256', Buffer.from(`${header}.${payload}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  if (!genuine) throw new Error('The sender\'s token is not signed with the key that it names.');
  return { claims: JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Delivered['claims'], key };
}

/** Starts one. */
export async function startPushService(): Promise<PushService> {
  const subscribers = new Map<string, { ecdh: ReturnType<typeof createECDH>; auth: Buffer; delivered: Delivered[] }>();
  let status = 201;
  const server = createServer((request, response) => {
    const receive = async (): Promise<number> => {
      const body = await buffer(request);
      const subscriber = subscribers.get(request.url ?? '');
      if (subscriber === undefined) return 404;
      const { claims, key } = vapid(request.headers.authorization ?? '');
      const coding = request.headers['content-encoding'];
      if (coding !== 'aes128gcm' || status !== 201) return coding === 'aes128gcm' ? status : 415;
      subscriber.delivered.push({
        payload: JSON.parse(decrypt(body, subscriber.ecdh, subscriber.auth)) as Record<string, unknown>,
        ttl: String(request.headers['ttl']), urgency: String(request.headers['urgency']), claims, key,
      });
      return status;
    };
    receive().catch(() => 400).then((code) => response.writeHead(code).end(), () => undefined);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  return {
    subscribe() {
      const ecdh = createECDH('prime256v1');
      ecdh.generateKeys();
      const auth = randomBytes(16);
      const path = `/message/${randomBytes(12).toString('base64url')}`;
      const delivered: Delivered[] = [];
      subscribers.set(path, { ecdh, auth, delivered });
      const keys = { p256dh: ecdh.getPublicKey().toString('base64url'), auth: auth.toString('base64url') };
      return { token: JSON.stringify({ endpoint: `${PUSH_ORIGIN}${path}`, expirationTime: null, keys }), delivered };
    },
    answer(code) { status = code; },
    async call(endpoint, { headers, body }) {
      const url = new URL(endpoint);
      if (url.origin !== PUSH_ORIGIN) throw new Error('No such push service.');
      return (await fetch(`http://127.0.0.1:${port}${url.pathname}`, { method: 'POST', headers, body: Buffer.from(body) })).status;
    },
    close: () => new Promise((resolve) => { server.close(() => resolve()); }),
  };
}
