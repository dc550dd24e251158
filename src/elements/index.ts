export { loadAccessNumber } from './load-access-number.ts';
export type { MpinAccessNumber } from './mpin-access-number.ts';
export { MpinIdentityList } from './mpin-identity-list.ts';
export { loadOtp } from './load-otp.ts';
export type { MpinOtp } from './mpin-otp.ts';
export { MpinPinpad } from './mpin-pinpad.ts';
export {
  MpinClosedEvent, MpinErrorEvent, MpinLockedEvent, MpinOtpEvent, MpinRegisteredEvent, MpinRemovedEvent, MpinSelectedEvent, MpinSignedInEvent, MpinSignedOutEvent, MpinStateEvent,
} from './events.ts';
export type { MpinEventMap } from './events.ts';
export type { ConfirmRequest, SignedDocument, SignedIn, SigningRequest, WaitOptions } from './requests.ts';
export type { Texts, TroubleText } from './texts/texts.ts';
