import { MpinError } from '../errors.ts';
import type { RunnerClient } from './runner-tasks.ts';
import type { Signature, SignInAttempt } from './types.ts';

/** What an attempt ends with that signed a document. */
export interface Signed {
  readonly userId: string;
  readonly signature: Signature;
}

/**
 * An attempt whose proof is a signature of `message` instead of a sign-in token (docs/protocol.md 7.1). Nothing is done ahead: what is
 * signed is asked for once, by the PIN.
 */
export const signingAttempt = (client: Pick<RunnerClient, 'identities' | 'sign'>, identityId: string, message: Uint8Array): SignInAttempt & { finish(pin: string): Promise<Signed> } => ({
  prepare: () => Promise.resolve(),
  firstDigit: () => undefined,
  async finish(pin) {
    const signer = (await client.identities()).find(({ id }) => id === identityId);
    if (signer === undefined) throw new MpinError('IDENTITY_UNKNOWN', 'The identity that was to sign is no longer on this device.');
    return { userId: signer.userId, signature: await client.sign(identityId, pin, { message }) };
  },
  cancel: () => undefined,
});
