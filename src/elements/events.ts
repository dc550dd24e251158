import type { PageTell } from '../client/runner.ts';
import type { Problem, StateName } from '../machine/index.ts';

/** Every event crosses shadow boundaries and bubbles, so that a page may listen wherever it likes. None carries a PIN, a code or a key. */
const reach = { bubbles: true, composed: true } as const;

/** Somebody signed in. `token` is the signed token to send to the site's server (docs/protocol.md 6.5); absent where the server gives none. */
export class MpinSignedInEvent extends Event {
  readonly userId: string;
  readonly token: string | undefined;

  constructor(userId: string, token: string | undefined) {
    super('mpin-signed-in', reach);
    this.userId = userId;
    this.token = token;
  }
}

/** Something happened to an identity: see the event's type. */
abstract class MpinIdentityEvent extends Event {
  readonly userId: string;

  constructor(type: string, userId: string) {
    super(type, reach);
    this.userId = userId;
  }
}

/** "Sign out" was pressed: the page ends its session. */
export class MpinSignedOutEvent extends MpinIdentityEvent {
  constructor(userId: string) {
    super('mpin-signed-out', userId);
  }
}

/** An identity was set up on this device. */
export class MpinRegisteredEvent extends MpinIdentityEvent {
  constructor(userId: string) {
    super('mpin-registered', userId);
  }
}

/** The last attempt was used up: the identity is revoked. */
export class MpinLockedEvent extends MpinIdentityEvent {
  constructor(userId: string) {
    super('mpin-locked', userId);
  }
}

/** An identity was removed from this device. */
export class MpinRemovedEvent extends MpinIdentityEvent {
  constructor(userId: string) {
    super('mpin-removed', userId);
  }
}

/** An identity was chosen from the list. */
export class MpinSelectedEvent extends MpinIdentityEvent {
  constructor(userId: string) {
    super('mpin-selected', userId);
  }
}

/** A one-time password was made and is shown. It is for the person: no event carries it. */
export class MpinOtpEvent extends MpinIdentityEvent {
  constructor(userId: string) {
    super('mpin-otp', userId);
  }
}

/** Something went wrong and was shown; `code` is one of docs/errors.md, or `UNEXPECTED`. */
export class MpinErrorEvent extends Event {
  readonly code: Problem['code'];

  constructor(code: Problem['code']) {
    super('mpin-error', reach);
    this.code = code;
  }
}

/** Another screen is shown; `state` is its name (docs/machine.md). */
export class MpinStateEvent extends Event {
  readonly state: StateName;

  constructor(state: StateName) {
    super('mpin-state', reach);
    this.state = state;
  }
}

/** The dialog was closed, by the person, by the page, or because what it was for is done. */
export class MpinClosedEvent extends Event {
  constructor() {
    super('mpin-closed', reach);
  }
}

/** The event of what the machine tells the page. */
export function eventOf(tell: Exclude<PageTell, { readonly type: 'quick-code-made' }>): Event {
  switch (tell.type) {
    case 'signed-in': return new MpinSignedInEvent(tell.userId, tell.token);
    case 'password-made': return new MpinOtpEvent(tell.userId);
    case 'signed-out': return new MpinSignedOutEvent(tell.userId);
    case 'registered': return new MpinRegisteredEvent(tell.userId);
    case 'locked': return new MpinLockedEvent(tell.userId);
    case 'removed': return new MpinRemovedEvent(tell.userId);
    case 'selected': return new MpinSelectedEvent(tell.userId);
    case 'error': return new MpinErrorEvent(tell.code);
  }
}

/** The elements' events by name. */
export interface MpinEventMap {
  'mpin-signed-in': MpinSignedInEvent;
  'mpin-signed-out': MpinSignedOutEvent;
  'mpin-registered': MpinRegisteredEvent;
  'mpin-locked': MpinLockedEvent;
  'mpin-removed': MpinRemovedEvent;
  'mpin-selected': MpinSelectedEvent;
  'mpin-otp': MpinOtpEvent;
  'mpin-error': MpinErrorEvent;
  'mpin-state': MpinStateEvent;
  'mpin-closed': MpinClosedEvent;
  /** Of `<mpin-otp>` alone, where it does not bubble. */
  'mpin-retry': Event;
  'mpin-expired': Event;
}

declare global {
  // The platform's maps are how addEventListener learns its events' types.
  interface HTMLElementEventMap extends MpinEventMap {}
  interface GlobalEventHandlersEventMap extends MpinEventMap {}
}
