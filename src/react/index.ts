/**
 * The elements as React components, for React 18 and 19: `mpin-pinpad/react`. They are the custom elements themselves,
 * with typed props, events as `onSignedIn`, and a ref to the element; a server renders them as tags.
 */
import { loadAccessNumber, loadOtp } from '../elements/define.ts';
import type { MpinAccessNumber as AccessNumberElement, MpinIdentityList as IdentityListElement, MpinOtp as OtpElement, MpinPinpad as PinpadElement } from '../elements/index.ts';
import { component, type Component, type PropsOf } from './component.ts';

type PinpadProperty =
  | 'server' | 'project' | 'userId' | 'signInNonce' | 'accessId' | 'clientId' | 'flow' | 'ways' | 'firstScreen' | 'addIdentities' | 'askDeviceName' | 'theme' | 'mode' | 'name'
  | 'withSignOut' | 'autoSubmit' | 'scramble' | 'deviceKeyboard' | 'texts' | 'client';

/** What `MpinPinpad` takes. */
export type MpinPinpadProps = PropsOf<PinpadElement, PinpadProperty> & {
  /** From the site's own verification; the element removes the attribute at once. Needs `userId`. */
  readonly activationToken?: string | undefined;
};
/** What `MpinIdentityList` takes. */
export type MpinIdentityListProps = PropsOf<IdentityListElement, PinpadProperty>;
/** What `MpinAccessNumber` takes. */
export type MpinAccessNumberProps = PropsOf<AccessNumberElement, 'server' | 'project' | 'signInNonce' | 'accessId' | 'theme' | 'bare' | 'texts' | 'client'>;
/** What `MpinOtp` takes. */
export type MpinOtpProps = PropsOf<OtpElement, 'password' | 'expiresAt' | 'texts'>;

/** `<mpin-pinpad>`. */
export const MpinPinpad: Component<PinpadElement, MpinPinpadProps> = component('mpin-pinpad');
/** `<mpin-identity-list>`. */
export const MpinIdentityList: Component<IdentityListElement, MpinIdentityListProps> = component('mpin-identity-list');
/** `<mpin-access-number>`. */
export const MpinAccessNumber: Component<AccessNumberElement, MpinAccessNumberProps> = component('mpin-access-number', loadAccessNumber);
/** `<mpin-otp>`. */
export const MpinOtp: Component<OtpElement, MpinOtpProps> = component('mpin-otp', loadOtp);

export type { CommonProps, EventProps } from './component.ts';
