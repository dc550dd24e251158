import { LitElement } from 'lit';
import type { PropertyDeclaration, PropertyDeclarations } from 'lit';
import type { RunnerClient } from '../client/runner-tasks.ts';
import type { Texts } from './texts/texts.ts';
import { words } from './words.ts';

/** `true` or `false`; without its attribute the project decides. */
const choice: PropertyDeclaration<boolean | undefined> = { converter: { fromAttribute: (value) => (value === null ? undefined : value !== 'false') } };

/** What a page sets on a PIN-pad: its attributes, and the properties that follow them. What comes of them is the element's. */
export abstract class MpinAttributes extends LitElement {
  static readonly formAssociated = true;

  static override properties: PropertyDeclarations = {
    server: words, project: words, userId: { ...words, attribute: 'user-id' }, signInNonce: { ...words, attribute: 'sign-in-nonce' }, accessId: { ...words, attribute: 'access-id' }, clientId: { ...words, attribute: 'client-id' }, flow: words, theme: words,
    mode: { reflect: true, converter: { fromAttribute: (value) => value ?? '', toAttribute: (value) => (value === 'dialog' ? value : null) } }, withSignOut: { type: Boolean, attribute: 'with-sign-out' }, autoSubmit: { type: Boolean, attribute: 'auto-submit' },
    ways: words, firstScreen: { ...words, attribute: 'first-screen' }, addIdentities: { ...choice, attribute: 'add-identities' },
    askDeviceName: { ...choice, attribute: 'ask-device-name' }, scramble: { type: Boolean }, deviceKeyboard: { type: Boolean, attribute: 'device-keyboard' }, texts: { attribute: false }, client: { attribute: false },
  };

  /** The platform's base URL. */
  declare server: string;
  /** The project id; needed only where a server has several. */
  declare project: string;
  /** Who is to sign in or to be set up; nobody is asked for an address then. */
  declare userId: string;
  /** Comes back in the signed token, so that the site knows its own request. */
  declare signInNonce: string;
  /** The public name of a session that the sign-in completes: whoever started it learns who signed in, and this page gets no token. With flow `phone`: another device's request. */
  declare accessId: string;
  /** With flow `otp`, and with `phone` where they are offered: the application that one-time passwords are for. */
  declare clientId: string;
  /** What the element is for: `browser`, signing in; `phone`, signing other devices in; `otp`, one-time passwords; `identities`, the list of those on this device. */
  declare flow: string;
  /** The ways to sign in to offer, in this order; those of the project unless given. */
  declare ways: string;
  /** What is shown first where somebody is set up: `auto` (their PIN), `home` (the choice of ways) or `identities`; the project decides unless given. */
  declare firstScreen: string;
  /** Whether identities may be added beside those on this device; the project decides unless given. */
  declare addIdentities: boolean | undefined;
  /** Whether to ask what this device is to be called; the project decides unless given. */
  declare askDeviceName: boolean | undefined;
  /** `light`, `dark`, or `auto` as the system says. */
  declare theme: 'light' | 'dark' | 'auto';
  /** `inline`, where the element stands; or `dialog`, shown by `showModal()`, `signIn()` and `confirm()` alone. */
  declare mode: 'inline' | 'dialog';
  /** Offers "Sign out" after signing in. */
  declare withSignOut: boolean;
  /** Submits the PIN by its last digit, and says so beforehand. */
  declare autoSubmit: boolean;
  /** Digits at random places, anew for each prompt, with a switch back; the reading order stays. */
  declare scramble: boolean;
  /** Offers the device's own keyboard in place of the keys. */
  declare deviceKeyboard: boolean;
  /** The site's own words in place of ours. */
  declare texts: Partial<Texts> | undefined;
  /** A client to use instead of making one: for tests and playgrounds. */
  declare client: RunnerClient | undefined;

  constructor() {
    super();
    this.server = '';
    this.project = '';
    this.userId = '';
    this.signInNonce = '';
    this.accessId = '';
    this.clientId = '';
    this.flow = 'browser';
    this.ways = '';
    this.firstScreen = '';
    this.theme = 'auto';
    this.mode = 'inline';
    this.withSignOut = false;
    this.autoSubmit = false;
    this.scramble = false;
    this.deviceKeyboard = false;
  }

  /** The name under which a form posts the signed token once somebody has signed in; nothing is posted without one. */
  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  set name(name: string) {
    this.setAttribute('name', name);
  }
}
