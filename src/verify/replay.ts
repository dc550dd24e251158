/**
 * Remembers which sign-in tokens were shown. A site on several nodes gives {@link createVerifier} one that they share,
 * e.g. an `INSERT … ON CONFLICT DO NOTHING` whose row count is the answer, or Redis' `SET … NX EXAT`.
 */
export interface ReplayStore {
  /**
   * Marks `id` as used, atomically: of several calls with the same id, exactly one is told `true`.
   *
   * @param id - names the token; no secret
   * @param expiresAt - Unix seconds after which the id may be forgotten
   */
  use(id: string, expiresAt: number): boolean | Promise<boolean>;
}

/**
 * A {@link ReplayStore} for one process. It forgets what expired, so it holds a few minutes' sign-ins at most.
 *
 * @param now - Unix milliseconds
 */
export function createMemoryReplayStore(now: () => number = Date.now): ReplayStore {
  const used = new Map<string, number>();
  return {
    use(id, expiresAt) {
      const seconds = now() / 1000;
      // Ids were added in about the order in which they expire, so the expired ones stand first.
      for (const [old, until] of used) {
        if (until > seconds) break;
        used.delete(old);
      }
      if (used.has(id)) return false;
      used.set(id, expiresAt);
      return true;
    },
  };
}
