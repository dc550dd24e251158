import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { otpApplication } from './otp.ts';
import { addClient, papRequest, SECRET, startRadius } from './radius.ts';
import { eventually } from './resources.ts';
import { startPlatform } from './test-platform.ts';

/** What a load came to. */
export interface LoadResult {
  readonly answered: number;
  readonly accepted: number;
  /** Milliseconds from each request to its answer. */
  readonly milliseconds: readonly number[];
  /** How many of the accepted passwords were accepted once more; none, it is to be hoped. */
  readonly again: number;
}

/** A RADIUS server with a living password for each of so many users, and clients that ask it. */
export interface Load {
  /** Sends one request for each user, so many a second, every other with the right password; then each accepted one once more. */
  run(perSecond: number): Promise<LoadResult>;
  end(): Promise<void>;
}

/** Requests that one socket has under way at most: the identifier is one byte (RFC 2865 section 3). */
const IDENTIFIERS = 256;
const BATCH_MS = 10;
/** How long answers may take altogether once all requests are sent; a request that is lost ends the run. */
const ANSWERED_MS = 180_000;

interface Sender {
  readonly socket: Socket;
  readonly waiting: Map<number, (code: number) => void>;
  next: number;
}

async function openSender(port: number): Promise<Sender> {
  const socket = createSocket({ type: 'udp4', recvBufferSize: 1 << 20 });
  const waiting: Sender['waiting'] = new Map();
  socket.on('message', (bytes) => waiting.get(bytes[1] ?? 0)?.(bytes[0] ?? 0));
  await new Promise<void>((resolve) => { socket.connect(port, '127.0.0.1', resolve); });
  return { socket, waiting, next: 0 };
}

/** Prepares a platform whose database holds `users` living passwords. */
export async function createServerLoad(users: number): Promise<Load> {
  const platform = await startPlatform();
  const { clientId } = await otpApplication(platform, {});
  await addClient(platform.core, clientId);
  const server = await startRadius(platform.core, { rates: { radiusClient: { calls: 10 * users, seconds: 60 }, radiusUser: { calls: 10, seconds: 60 } } });
  const people = Array.from({ length: users }, (_, n) => ({ user: `user-${n}@mail.example`, password: String(randomInt(1_000_000)).padStart(6, '0') }));
  const { db, sealer } = platform.core;
  const now = platform.core.now();
  const rows = people.map(({ user, password }) => ({
    application_id: clientId, user_id: user, password_sealed: sealer.seal(`one-time password ${JSON.stringify([clientId, user])}`, password), identity_id: 'load', tries: '{}',
    created_at: now, expires_at: now + 600_000, touched_at: now,
  }));
  for (let at = 0; at < rows.length; at += 500) await db.queries.insertInto('one_time_passwords').values(rows.slice(at, at + 500)).execute();
  const senders = await Promise.all(Array.from({ length: Math.max(4, Math.ceil(users / IDENTIFIERS)) }, () => openSender(server.port)));

  /** Sends a request under an identifier that this socket did not use before. */
  const ask = (n: number, password: string): Promise<{ code: number; ms: number }> => {
    const sender = senders[n % senders.length];
    if (sender === undefined) throw new Error('There is no socket.');
    const identifier = sender.next++ % IDENTIFIERS;
    const bytes = papRequest(people[n]?.user ?? '', password, { identifier, secret: SECRET });
    const at = performance.now();
    return new Promise((resolve) => {
      sender.waiting.set(identifier, (code) => resolve({ code, ms: performance.now() - at }));
      sender.socket.send(bytes);
    });
  };

  return {
    async run(perSecond) {
      const results: { n: number; code: number; ms: number }[] = [];
      const begun = performance.now();
      let sent = 0;
      while (sent < users) {
        const due = Math.min(users, Math.ceil(((performance.now() - begun) / 1000) * perSecond));
        for (; sent < due; sent += 1) {
          const n = sent;
          const right = people[n]?.password ?? '';
          void ask(n, n % 2 === 0 ? right : 'wrong!').then((result) => results.push({ n, ...result }));
        }
        await new Promise((resolve) => { setTimeout(resolve, BATCH_MS); });
      }
      await eventually('an answer to every request', () => (results.length === users ? true : undefined), ANSWERED_MS);
      const accepted = results.filter(({ code }) => code === 2);
      let again = 0;
      for (const { n } of accepted) if ((await ask(n, people[n]?.password ?? '')).code === 2) again += 1;
      return { answered: results.length, accepted: accepted.length, milliseconds: results.map(({ ms }) => ms), again };
    },
    async end() {
      senders.forEach(({ socket }) => socket.close());
      await server.close();
      await platform.close();
    },
  };
}
