import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { Core } from '../core/core.ts';
import { invalidSession } from '../core/identities.ts';
import { isFinal, viewSession } from '../core/sessions.ts';
import { viewSignOut } from '../core/sign-out.ts';

const HEARTBEAT_MS = 15_000;
const LIFE_MS = 300_000;

/** Streams that wait, so that a shutdown can end them. */
const open = new WeakMap<Core, Set<() => void>>();

/** How many wait. */
export function waitingStreams(core: Core): number {
  return open.get(core)?.size ?? 0;
}

/** Ends every waiting stream; their clients open new ones, elsewhere if need be. */
export function endAccessStreams(core: Core): void {
  for (const end of open.get(core) ?? []) end();
}

/** What a stream tells. */
interface Told {
  /** A line goes out when this changes. */
  readonly view: object;
  /** Goes out with a line, and alone is no reason for one. */
  readonly aside?: object;
  readonly final: boolean;
}

/**
 * Lines of JSON: at once, after each change, with an empty line now and then so that a dead connection shows (docs/protocol.md 3.3). Ends after a final
 * line, after five minutes, or when the connection closes.
 *
 * @param accessDigest - what wakes it; `undefined` where nothing will
 */
async function openStream(core: Core, accessDigest: string | undefined, connection: Socket, read: () => Promise<Told>): Promise<Readable> {
  const stream = new Readable({ read() {} });
  const ends = open.get(core) ?? new Set();
  open.set(core, ends);
  let last = '';
  let ended = false;
  let round: Promise<void> = Promise.resolve();

  const tell = async (): Promise<void> => {
    if (ended) return;
    const { view, aside, final } = await read();
    const now = JSON.stringify(view);
    if (!ended && now !== last) stream.push(`${JSON.stringify({ ...view, ...aside })}\n`);
    last = now;
    if (final) end();
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
  const forget = accessDigest === undefined ? () => {} : core.wakeups.listen(accessDigest, wake);
  function end(): void {
    if (ended) return;
    ended = true;
    clearInterval(heartbeat);
    clearTimeout(life);
    forget();
    ends.delete(end);
    // The connection outlives the stream where more requests follow on it.
    connection.off('close', end);
    stream.push(null);
  }
  ends.add(end);
  stream.once('close', end);
  connection.once('close', end);
  await tell();
  return stream;
}

/** A session as it changes, for whoever started it (docs/protocol.md 3.3). */
export async function openAccessStream(core: Core, webOTT: string, connection: Socket): Promise<Readable> {
  const { session } = await viewSession(core, webOTT);
  return openStream(core, session?.access_digest, connection, async () => {
    const { view } = await viewSession(core, webOTT);
    return { view, final: isFinal(view.status), ...(view.expiresAtMs === undefined ? {} : { aside: { nowMs: core.now() } }) };
  });
}

/**
 * The end of a sign-in, for the page that was signed in by a phone (docs/protocol.md 3.8).
 *
 * @throws PlatformError INVALID_AUTHENTICATION_SESSION where there is none
 */
export async function openSignOutStream(core: Core, webOTT: string, connection: Socket): Promise<Readable> {
  const signIn = await viewSignOut(core, webOTT);
  if (signIn === undefined) throw invalidSession();
  return openStream(core, signIn.accessDigest, connection, async () => {
    const now = await viewSignOut(core, webOTT);
    return { view: now?.view ?? {}, final: now === undefined || now.view.signedOut };
  });
}
