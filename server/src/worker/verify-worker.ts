import { constants, getPriority, setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { hashIdentity, mapIdentity, MpinError, validatePublicKey, Verifier } from '../protocol.ts';
import type { Task, ThreadData } from './tasks.ts';

/** A thread that checks proofs. The lines of each server secret are computed once: of those known at its start then, of others when they come. */

/** Steps of priority that a thread of these is below the event loop. */
const GIVES_WAY = 5;

/**
 * Where there is no core for everybody, the event loop comes first: a proof may wait a little, all other requests need not. Linux knows a priority of
 * each thread, and takes zero for the one that asks; elsewhere it would be the whole process's.
 */
if (process.platform === 'linux') setPriority(Math.min(getPriority() + GIVES_WAY, constants.priority.PRIORITY_LOW));

const verifiers = new Map<string, Verifier>();

function verifierOf(secret: string): Verifier {
  const verifier = verifiers.get(secret) ?? new Verifier(secret);
  verifiers.set(secret, verifier);
  return verifier;
}

for (const secret of (workerData as ThreadData).secrets) verifierOf(secret);

/** Forgets what was retired. */
function keepOnly(secrets: readonly string[]): void {
  for (const secret of verifiers.keys()) if (!secrets.includes(secret)) verifiers.delete(secret);
}

function acceptable(publicKey: string, secrets: readonly string[]): boolean {
  try {
    for (const secret of secrets) validatePublicKey(publicKey, secret);
    return true;
  } catch (error) {
    if (error instanceof MpinError) return false;
    throw error;
  }
}

/** What piscina calls for each task. */
export default function run(task: Task): unknown {
  switch (task.kind) {
    case 'proof': {
      const { a, u, y, v, mpinId, publicKey } = task;
      return verifierOf(task.secret).verifyProof({ id: { mpinId, publicKey }, a, u, y, v });
    }
    case 'signature': {
      const { a, u, v, mpinId, publicKey, timestamp } = task;
      return verifierOf(task.secret).verifySignature({ id: { mpinId, publicKey }, a, u, v, timestamp, message: Buffer.from(task.message, 'hex') });
    }
    case 'publicKey':
      keepOnly(task.secrets);
      return acceptable(task.publicKey, task.secrets);
    case 'identity': {
      const identityHash = hashIdentity({ mpinId: task.mpinId, publicKey: task.publicKey });
      return { identityHash, point: mapIdentity(identityHash) };
    }
    case 'ready':
      return true;
  }
}
