import { setTimeout as wait } from 'node:timers/promises';

/** Asks again until there is an answer, and returns it; fails with `what` when there is none in time. */
export async function until<Value>(what: string, ask: () => Promise<Value | undefined>, { withinMs = 20_000 } = {}): Promise<Value> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`Not in time: ${what}.`);
    await wait(50);
  }
}
