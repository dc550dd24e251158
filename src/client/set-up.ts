/** What a returning person does not need, in one module that is fetched when it is: see `loadSetUp`. */
export { Confirmations } from './confirmation.ts';
export { defaultDeviceName } from './device-name.ts';
export { OwnedIdentities } from './owned-identities.ts';
export { Registrations } from './registration.ts';
export { proveRenewal, renew } from './renewal.ts';
export { runSetUpTask } from './runner-tasks-set-up.ts';
export { signMessage } from './signing.ts';
