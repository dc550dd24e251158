import { MpinError } from '../errors.ts';
import type { RunnerClient } from './runner-tasks.ts';
import type { QuickCode } from './quick-code.ts';
import type { Signature, SignInAttempt } from './types.ts';

/** What an attempt ends with that signed a document. */
export interface Signed {
  readonly userId: string;
  readonly signature: Signature;
}

/** What an attempt ends with that asked for a code for one more device. */
export interface Coded {
  readonly userId: string;
  readonly quickCode: QuickCode;
}

/**
 * An attempt whose proof is a signature of `message` instead of a sign-in token (docs/protocol.md 7.1). Nothing is done ahead: what is
 * signed is asked for once, by the PIN.
 */
export const signingAttempt = (client: Pick<RunnerClient, 'identities' | 'sign'>, identityId: string, message: Uint8Array): Late<Signed> =>
  late(client, identityId, async (pin) => ({ signature: await client.sign(identityId, pin, { message }) }));

/** An attempt that yields a code for one more device (docs/protocol.md 10.7). */
export const quickCodeAttempt = (client: Pick<RunnerClient, 'identities' | 'quickCode'>, identityId: string): Late<Coded> =>
  late(client, identityId, async (pin) => ({ quickCode: await client.quickCode(identityId, pin) }));

type Late<Result> = Omit<SignInAttempt, 'finish'> & { finish(pin: string): Promise<Result> };

const late = <Yield>(client: Pick<RunnerClient, 'identities'>, identityId: string, act: (pin: string) => Promise<Yield>): Late<Yield & { readonly userId: string }> => ({
  prepare: () => Promise.resolve(),
  firstDigit: () => undefined,
  async finish(pin) {
    const owner = (await client.identities()).find(({ id }) => id === identityId);
    if (owner === undefined) throw new MpinError('IDENTITY_UNKNOWN', 'The identity is no longer on this device.');
    return { userId: owner.userId, ...await act(pin) };
  },
  cancel: () => undefined,
});
