export { MpinPinpad } from './mpin-pinpad.ts';
export {
  MpinErrorEvent, MpinLockedEvent, MpinRegisteredEvent, MpinRemovedEvent, MpinSignedInEvent, MpinSignedOutEvent, MpinStateEvent,
} from './events.ts';
export type { MpinEventMap } from './events.ts';
export type { Texts, TroubleText } from './texts/texts.ts';
