import type { Core } from './core.ts';

const underWay = new WeakMap<Core, Set<Promise<unknown>>>();

/** Takes up work that no answer waits for, as mails and messages to phones are; it says its own failures. */
export function inBackground(core: Core, work: Promise<unknown>): void {
  const all = underWay.get(core) ?? new Set();
  underWay.set(core, all.add(work));
  const done = (): void => void all.delete(work);
  work.then(done, done);
}

/** Resolves when all such work is done, or at the latest after `withinMs`: a process that ends waits so long for it. */
export async function backgroundDone(core: Core, withinMs: number): Promise<void> {
  const all = underWay.get(core) ?? new Set();
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<'over'>((resolve) => { timer = setTimeout(resolve, withinMs, 'over'); });
  while (all.size > 0 && (await Promise.race([Promise.allSettled(all), patience])) !== 'over');
  clearTimeout(timer);
}
