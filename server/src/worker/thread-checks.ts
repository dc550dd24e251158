import { Piscina } from 'piscina';
import type { CheckedIdentity, ProofChecks } from '../core/checks.ts';
import type { Task, ThreadData } from './tasks.ts';

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

function fields({ serverSecretId, mpinId, publicKey, point }: CheckedIdentity) {
  return { serverSecretId, mpinId, publicKey, a: point };
}

/**
 * Starts the threads that check proofs, so that no pairing ever holds up the event loop.
 *
 * @param data - handed to each thread at its start; the secrets in it live in the memory of this process only
 */
export function createThreadChecks(data: ThreadData, threads: number): ProofChecks {
  const pool = new Piscina({
    filename: new URL(`./verify-worker.${extension}`, import.meta.url).href,
    workerData: data, minThreads: threads, maxThreads: threads,
  });
  const run = <T>(task: Task): Promise<T> => pool.run(task) as Promise<T>;
  return {
    proof: (identity, proof) => run({ kind: 'proof', ...fields(identity), ...proof }),
    signature: (identity, signature) => run({ kind: 'signature', ...fields(identity), ...signature }),
    publicKey: (publicKey) => run({ kind: 'publicKey', publicKey }),
    identity: (mpinId, publicKey) => run({ kind: 'identity', mpinId, publicKey }),
    ready: async () => void (await run({ kind: 'ready' })),
    close: () => pool.destroy(),
  };
}
