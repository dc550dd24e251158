import type { Packet } from './packet.ts';

/** How long an answer is kept for a client that asks again (RFC 5080 section 2.2.2: 5 to 30 s). */
const KEPT_MS = 30_000;
/** Entries kept at most; a flood forgets the oldest first. */
const CAPACITY = 100_000;

interface Entry {
  readonly authenticator: Buffer;
  readonly expiresAt: number;
  /** The answer; `undefined` while it is being made. */
  reply: Buffer | undefined;
}

/** A request that was seen for the first time. */
export interface Claim {
  /** Keeps the answer for whoever asks again. Nothing to keep where the request was dropped: it may be tried again. */
  settle(reply: Buffer | undefined): void;
}

/**
 * Knows a request that comes again because its answer was lost, and gives the same answer: a password that works once would otherwise be refused
 * to whoever already used it rightly (RFC 5080 section 2.2.2).
 */
export interface Duplicates {
  /** @returns the claim of a new request; else the answer to repeat, or `undefined` while that is being made */
  claim(source: string, packet: Packet): Claim | { readonly again: Buffer | undefined };
}

/** @param now - Unix milliseconds */
export function createDuplicates(now: () => number): Duplicates {
  const entries = new Map<string, Entry>();

  const forget = (time: number): void => {
    for (const [key, { expiresAt }] of entries) {
      if (expiresAt > time && entries.size < CAPACITY) return;
      entries.delete(key);
    }
  };

  return {
    claim(source, { code, identifier, authenticator }) {
      const time = now();
      forget(time);
      const key = `${source} ${code} ${identifier}`;
      const known = entries.get(key);
      if (known !== undefined && known.authenticator.equals(authenticator)) return { again: known.reply };
      // Another request under the same identifier: the client has given the former one up.
      entries.delete(key);
      const entry: Entry = { authenticator: Buffer.from(authenticator), expiresAt: time + KEPT_MS, reply: undefined };
      entries.set(key, entry);
      return {
        settle(reply) {
          entry.reply = reply;
          if (reply === undefined && entries.get(key) === entry) entries.delete(key);
        },
      };
    },
  };
}
