import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import type { LoadPerson, ServerLoad } from './radius-load.ts';
import { papRequest, SECRET } from './radius.ts';
import { eventually } from './resources.ts';

/** What a load came to. */
export interface LoadResult {
  readonly answered: number;
  readonly accepted: number;
  /** Milliseconds from each request to its answer. */
  readonly milliseconds: readonly number[];
  /** How many of the accepted passwords were accepted once more; none, it is to be hoped. */
  readonly again: number;
}

/** Requests that one socket has under way at most: the identifier is one byte (RFC 2865 section 3). */
const IDENTIFIERS = 256;
const BATCH_MS = 10;
/** How long answers may take altogether once all requests are sent; a request that is lost ends the run. */
const ANSWERED_MS = 180_000;
const ACCEPT = 2;

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

/** Sends a request under an identifier that this socket did not use before. */
function ask(sender: Sender, { user, password }: LoadPerson): Promise<{ code: number; ms: number }> {
  const identifier = sender.next++ % IDENTIFIERS;
  const bytes = papRequest(user, password, { identifier, secret: SECRET });
  const at = performance.now();
  return new Promise((resolve) => {
    sender.waiting.set(identifier, (code) => resolve({ code, ms: performance.now() - at }));
    sender.socket.send(bytes);
  });
}

/** Sends one request for each person, so many a second, every other with the right password; then each accepted one once more. */
export async function sendLoad({ port, people }: Pick<ServerLoad, 'port' | 'people'>, perSecond: number): Promise<LoadResult> {
  const senders = await Promise.all(Array.from({ length: Math.max(4, Math.ceil(people.length / IDENTIFIERS)) }, () => openSender(port)));
  try {
    const results: { person: LoadPerson; sender: Sender; code: number; ms: number }[] = [];
    const begun = performance.now();
    let sent = 0;
    while (sent < people.length) {
      const due = Math.min(people.length, Math.ceil(((performance.now() - begun) / 1000) * perSecond));
      for (const person of people.slice(sent, due)) {
        const sender = senders[sent % senders.length];
        if (sender === undefined) throw new Error('There is no socket.');
        void ask(sender, sent % 2 === 0 ? person : { ...person, password: 'wrong!' }).then((result) => results.push({ person, sender, ...result }));
        sent += 1;
      }
      await new Promise((resolve) => { setTimeout(resolve, BATCH_MS); });
    }
    await eventually('an answer to every request', () => (results.length === people.length ? true : undefined), ANSWERED_MS);
    const accepted = results.filter(({ code }) => code === ACCEPT);
    let again = 0;
    for (const { person, sender } of accepted) if ((await ask(sender, person)).code === ACCEPT) again += 1;
    return { answered: results.length, accepted: accepted.length, milliseconds: results.map(({ ms }) => ms), again };
  } finally {
    for (const { socket } of senders) socket.close();
  }
}
