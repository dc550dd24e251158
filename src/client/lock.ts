/** The ends of the queues of this process, by name, for where there is no `navigator.locks`. */
const queues = new Map<string, Promise<unknown>>();

/** Runs work alone under a name: in a browser among all tabs of the origin, elsewhere within this process. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  if (locks !== undefined) return locks.request(name, work);
  const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
  const settled = turn.catch(() => undefined);
  queues.set(name, settled);
  try {
    return await turn;
  } finally {
    if (queues.get(name) === settled) queues.delete(name);
  }
}
