import { Piscina } from 'piscina';
import type { CheckedIdentity, ProofChecks } from '../core/checks.ts';
import type { ServerSecrets } from '../core/server-secret.ts';
import type { Task, ThreadData } from './tasks.ts';

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

function fields({ mpinId, publicKey, point }: CheckedIdentity) {
  return { mpinId, publicKey, a: point };
}

/** Where the event loop finds server secrets; the threads know no database. */
export type SecretSource = Pick<ServerSecrets, 'open' | 'living'>;

/**
 * Starts the threads that check proofs, so that no pairing ever holds up the event loop. Each task brings the server secret that it
 * is to be checked with, so that one which was added meanwhile, on whatever node, needs no thread to be started again.
 */
export async function createThreadChecks(source: SecretSource, threads: number): Promise<ProofChecks> {
  const secrets = async (): Promise<readonly string[]> => (await source.living()).map(({ secret }) => secret);
  const data: ThreadData = { secrets: await secrets() };
  const pool = new Piscina({
    filename: new URL(`./verify-worker.${extension}`, import.meta.url).href,
    workerData: data, minThreads: threads, maxThreads: threads,
  });
  const run = <T>(task: Task): Promise<T> => pool.run(task) as Promise<T>;
  return {
    proof: async (identity, proof) => run({ kind: 'proof', secret: await source.open(identity.serverSecretId), ...fields(identity), ...proof }),
    signature: async (identity, signature) => run({ kind: 'signature', secret: await source.open(identity.serverSecretId), ...fields(identity), ...signature }),
    publicKey: async (publicKey) => run({ kind: 'publicKey', publicKey, secrets: await secrets() }),
    identity: (mpinId, publicKey) => run({ kind: 'identity', mpinId, publicKey }),
    ready: async () => void (await run({ kind: 'ready' })),
    close: () => pool.destroy(),
  };
}
