/**
 * The parts of oidc-provider that the platform takes by their own names. Its index does nothing but hand them on, and writes a warning about
 * the runtime into users' terminals, which says nothing that this platform's supported versions of Node do not say already.
 */
declare module 'oidc-provider/lib/provider.js' {
  export { Provider } from 'oidc-provider';
}
declare module 'oidc-provider/lib/helpers/errors.js' {
  import type { errors } from 'oidc-provider';
  export const { InvalidGrant, InvalidRequest, InvalidScope, SessionNotFound }: typeof errors;
}
declare module 'oidc-provider/lib/helpers/interaction_policy/index.js' {
  import type { interactionPolicy } from 'oidc-provider';
  export const { base, Check }: typeof interactionPolicy;
}
