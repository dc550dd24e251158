export { MpinError } from './errors.ts';
export type { MpinErrorCode, MpinErrorDetails } from './errors.ts';
export * from './elements/index.ts';
export { MpinClient } from './client/index.ts';
export type * from './client/types.ts';
