import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { Core } from '../core/core.ts';
import { isFinal, viewSession } from '../core/sessions.ts';

const HEARTBEAT_MS = 15_000;
const LIFE_MS = 300_000;

/** Streams that wait, so that a shutdown can end them. */
const open = new WeakMap<Core, Set<() => void>>();

/** Ends every waiting stream; their clients open new ones, elsewhere if need be. */
export function endAccessStreams(core: Core): void {
  for (const end of open.get(core) ?? []) end();
}

/**
 * A session as lines of JSON: at once, after each change, with an empty line now and then so that a dead connection shows
 * (docs/protocol.md 3.3). Ends after a final state, after five minutes, or when the connection closes.
 */
export async function openAccessStream(core: Core, webOTT: string, connection: Socket): Promise<Readable> {
  const stream = new Readable({ read() {} });
  const ends = open.get(core) ?? new Set();
  open.set(core, ends);
  let last = '';
  let ended = false;
  let round: Promise<void> = Promise.resolve();

  const tell = async (): Promise<void> => {
    if (ended) return;
    const { view } = await viewSession(core, webOTT);
    const line = JSON.stringify(view);
    if (!ended && line !== last) stream.push(`${line}\n`);
    last = line;
    if (isFinal(view.status)) end();
  };
  const wake = (): void => {
    round = round.then(tell).catch((error: unknown) => {
      core.log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'a waiting session could not be read');
      end();
    });
  };
  const heartbeat = setInterval(() => {
    if (!ended) stream.push('\n');
    wake();
  }, HEARTBEAT_MS);
  const life = setTimeout(() => end(), LIFE_MS);
  const { session } = await viewSession(core, webOTT);
  const forget = session === undefined ? () => {} : core.wakeups.listen(session.access_digest, wake);
  function end(): void {
    if (ended) return;
    ended = true;
    clearInterval(heartbeat);
    clearTimeout(life);
    forget();
    ends.delete(end);
    stream.push(null);
  }
  ends.add(end);
  stream.once('close', end);
  connection.once('close', end);
  await tell();
  return stream;
}
