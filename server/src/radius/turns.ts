/** Work that waits for its turn. */
export interface Turns {
  /** Takes work on, to be done when its turn comes. @returns false where too much is waiting already */
  take(work: () => Promise<void>): boolean;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
}

/**
 * Does work in the order in which it came, so much of it at once. A database that is asked by thousands at the same time spends its time on
 * waking them.
 *
 * @param atOnce - under way at most
 * @param waiting - what may wait besides
 * @param failed - hears of work that failed; the rest goes on
 */
export function createTurns(atOnce: number, waiting: number, failed: (error: unknown) => void): Turns {
  const queue: (() => Promise<void>)[] = [];
  const underWay = new Set<Promise<void>>();

  const next = (): void => {
    const work = underWay.size < atOnce ? queue.shift() : undefined;
    if (work === undefined) return;
    const doing = work().catch(failed).finally(() => {
      underWay.delete(doing);
      next();
    });
    underWay.add(doing);
  };

  return {
    take(work) {
      if (queue.length >= waiting) return false;
      queue.push(work);
      next();
      return true;
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
