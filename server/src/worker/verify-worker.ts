import { workerData } from 'node:worker_threads';
import { hashIdentity, mapIdentity, MpinError, validatePublicKey, Verifier } from '../protocol.ts';
import type { Task, ThreadData } from './tasks.ts';

/** A thread that checks proofs. The lines of each server secret are computed once, at its start. */

const { secrets } = workerData as ThreadData;
const verifiers = new Map(secrets.map(({ id, secret }) => [id, new Verifier(secret)]));

function verifierOf(id: number): Verifier {
  const verifier = verifiers.get(id);
  if (verifier === undefined) throw new Error('This server secret is not known here; the platform has to be started again.');
  return verifier;
}

function acceptable(publicKey: string): boolean {
  try {
    for (const { secret } of secrets) validatePublicKey(publicKey, secret);
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
      return verifierOf(task.serverSecretId).verifyProof({ id: { mpinId, publicKey }, a, u, y, v });
    }
    case 'signature': {
      const { a, u, v, mpinId, publicKey, timestamp } = task;
      return verifierOf(task.serverSecretId).verifySignature({ id: { mpinId, publicKey }, a, u, v, timestamp, message: Buffer.from(task.message, 'hex') });
    }
    case 'publicKey':
      return acceptable(task.publicKey);
    case 'identity': {
      const identityHash = hashIdentity({ mpinId: task.mpinId, publicKey: task.publicKey });
      return { identityHash, point: mapIdentity(identityHash) };
    }
    case 'ready':
      return true;
  }
}
