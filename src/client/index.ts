/** The client: M-Pin over HTTP for browsers and Node, without any element (docs/architecture.md). */
export { MpinError, type MpinErrorCode } from '../errors.ts';
export { browserStorage, memoryStorage } from '../storage/index.ts';
export type { IdentityStorage } from '../storage/index.ts';
export { MpinClient } from './client.ts';
export { defaultDeviceName } from './device-name.ts';
export type { PhoneRequest, PhoneSignIn, PhoneSignInOptions, PhoneStatus } from './phone-sign-in.ts';
export type { RequestDetails } from './phone-wire.ts';
export type { QuickCode } from './quick-code.ts';
export { isAccessNumber } from '../access-number.ts';
export type {
  Endpoints, Extension, IdentitySummary, MpinClientOptions, PendingRegistration, ProjectConfiguration, Signature, SignInAttempt,
  SignInOptions, SignInResult, SignInScope, StartOptions,
} from './types.ts';
