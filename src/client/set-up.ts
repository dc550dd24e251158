import { Confirmations } from './confirmation.ts';
import { OwnedIdentities } from './owned-identities.ts';
import { PendingRegistrations } from './pending.ts';
import { Registrations } from './registration.ts';
import { proveRenewal, renew } from './renewal.ts';
import { runSetUpTask } from './runner-tasks-set-up.ts';
import { signMessage } from './signing.ts';

/** What a returning person does not need, in one module that is fetched when it is: see `loadSetUp`. */
export const setUp = { Confirmations, OwnedIdentities, PendingRegistrations, Registrations, proveRenewal, renew, runSetUpTask, signMessage };
