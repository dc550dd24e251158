import { LitElement, nothing } from 'lit';
import type { PropertyDeclaration, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { PageTell } from '../client/runner.ts';
import type { Proved, RunnerClient } from '../client/runner-tasks.ts';
import { SecretEntry } from '../client/secret-entry.ts';
import { MpinError } from '../errors.ts';
import { initialState } from '../machine/index.ts';
import type { State, StateName } from '../machine/index.ts';
import type { DialogController } from './controllers/dialog.ts';
import { FocusController } from './controllers/focus.ts';
import { MachineController } from './controllers/machine.ts';
import { Requests } from './controllers/requests.ts';
import { ScreensController } from './controllers/screens.ts';
import { TextsController } from './controllers/texts.ts';
import { eventOf, MpinClosedEvent, MpinErrorEvent, MpinStateEvent } from './events.ts';
import { announce, ensureLiveRegions } from './live-region.ts';
import { frame } from './parts/frame.ts';
import { KeypadController } from './parts/keypad.ts';
import { padKeys } from './parts/keys.ts';
import { PinField } from './parts/pin-field.ts';
import type { PreparedPurpose } from './purpose-of.ts';
import type { ConfirmRequest, SignedDocument, SignedIn, SigningRequest, WaitOptions } from './requests.ts';
import { controlStyles } from './styles/controls.ts';
import { frameStyles } from './styles/frame.ts';
import { keypadStyles } from './styles/keypad.ts';
import { tokens } from './styles/tokens.ts';
import type { Texts, TextsAtHand } from './texts/texts.ts';
import { takeVisit } from './visit.ts';

/** A text: without its attribute it is empty, as before the attribute was set, and never the `null` that Lit would make of it. */
const words: PropertyDeclaration<string> = { converter: { fromAttribute: (value) => value ?? '' } };

/** `true` or `false`; without its attribute the project decides. */
const choice: PropertyDeclaration<boolean | undefined> = { converter: { fromAttribute: (value) => (value === null ? undefined : value !== 'false') } };

/**
 * Signs people in with a PIN: sets an identity up with an e-mail address, asks for the PIN, and says what happened. What stands between its
 * tags without a slot is shown until the script is there.
 *
 * @element mpin-pinpad
 * @attr {string} activation-token - An activation token from the site's own verification; read and removed at once. Needs `user-id`.
 * @attr {string} lang - The language of the texts (BCP 47); the nearest ancestor's unless given.
 *
 * @event {MpinSignedInEvent} mpin-signed-in - Somebody signed in: `userId`, and the signed `token` for the site's server.
 * @event {MpinSignedOutEvent} mpin-signed-out - "Sign out" was pressed, here or on the phone: the page ends its session.
 * @event {MpinRegisteredEvent} mpin-registered - An identity was set up on this device.
 * @event {MpinLockedEvent} mpin-locked - The last attempt was used up.
 * @event {MpinRemovedEvent} mpin-removed - An identity was removed from this device.
 * @event {MpinOtpEvent} mpin-otp - A one-time password was made and is shown; no event carries it.
 * @event {MpinErrorEvent} mpin-error - Something went wrong and was shown; `code` says what.
 * @event {MpinStateEvent} mpin-state - Another screen is shown; `state` is its name.
 * @event {MpinClosedEvent} mpin-closed - The dialog was closed.
 *
 * @slot logo - The site's logo, at most 44 px high, in place of the lock.
 * @slot header - The site's words above every screen.
 * @slot help - The site's help, shown where somebody cannot go on alone: troubles, and a locked identity.
 * @slot footer - The site's words below every screen.
 */
export class MpinPinpad extends LitElement {
  static readonly formAssociated = true;

  static override styles = [tokens, frameStyles, controlStyles, keypadStyles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'activation-token'];
  }

  /** Registers the element, once: a second copy of the script, or a second call, changes nothing. */
  static define(tag = 'mpin-pinpad', registry: CustomElementRegistry = customElements): typeof MpinPinpad {
    // A constructor belongs to one name in one registry, so every further name needs a class of its own.
    if (registry.get(tag) === undefined) registry.define(tag, MpinPinpad.#defined ? class extends MpinPinpad {} : MpinPinpad);
    MpinPinpad.#defined = true;
    return MpinPinpad;
  }

  static #defined = false;

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

  readonly #entry = new SecretEntry();
  readonly #texts = new TextsController(this);
  readonly #focus = new FocusController(this);
  readonly #keypad = new KeypadController(this, this.#entry);
  readonly #pin = new PinField(this, this.#entry);
  readonly #screens = new ScreensController(this, this.#entry, this.#texts, { onLoaded: (others) => this.#machine.learn(others), onFailure: () => this.#onLost() });
  readonly #machine = new MachineController(this, this.#entry, {
    lang: () => this.#texts.lang,
    onNobody: () => this.#screens.load(),
    onState: (state, previous) => this.#onState(state, previous),
    onTell: (tell) => this.#onTell(tell),
  });
  readonly #requests = new Requests();
  readonly #internals = this.attachInternals();
  #dialog: DialogController | undefined;
  #purpose: PreparedPurpose | undefined;
  #yield: Proved = {};
  #shown: State = initialState;

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

  /** The name of the machine's state. */
  get state(): StateName {
    return this.#machine.state.name;
  }

  /** The name under which a form posts the signed token once somebody has signed in; nothing is posted without one. */
  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  set name(name: string) {
    this.setAttribute('name', name);
  }

  override connectedCallback(): void {
    // Before anything else: a token must not stay where other scripts look (docs/security.md).
    this.#machine.keep(takeVisit());
    super.connectedCallback();
    ensureLiveRegions();
    addEventListener('online', this.#onAwake);
    document.addEventListener('visibilitychange', this.#onAwake);
    if (this.hasUpdated) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onAwake);
    document.removeEventListener('visibilitychange', this.#onAwake);
    // An element that is only moved within the page comes back at once and keeps its place.
    queueMicrotask(() => { if (!this.isConnected) this.#end('The element was removed from the page.'); });
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (name === 'activation-token') this.#takeToken(value);
    else if (name === 'lang') this.#texts.refresh();
    else super.attributeChangedCallback(name, before, value);
  }

  formResetCallback(): void {
    this.restart();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const other = changed.has('server') || changed.has('project') || changed.has('client') || changed.has('userId') || changed.has('flow') || changed.has('clientId') || (this.flow === 'phone' && changed.has('accessId'));
    if (this.#machine.running && other) this.#start();
    else this.#begin();
    if (changed.has('mode') && this.mode === 'dialog') void this.#loadDialog();
    this.#follow();
  }

  /** Moves focus to the field or heading of the screen that is shown, or that is on its way. */
  override focus(): void {
    this.#focus.take();
  }

  /** Begins anew, as after a reload. A promise of `signIn()` or `confirm()` is given up. */
  restart(): void {
    this.#requests.abort('The element began anew.');
    this.#purpose = undefined;
    if (this.#isShown) this.#start();
  }

  /**
   * Waits until somebody has signed in. In mode `dialog` it opens the dialog, which closes when they have.
   *
   * @throws MpinError ABORTED, when the person gives up, the element is removed, or another call takes the place of this one
   */
  signIn({ signal }: WaitOptions = {}): Promise<SignedIn> {
    return this.#ask<SignedIn>(undefined, signal);
  }

  /**
   * Asks somebody to confirm something with their PIN, and waits until they have. What it is stays on the screen. With a document, or its
   * hash, the PIN signs it, after the person has seen and agreed to it; else it yields a sign-in token. `mpin-signed-in` is not fired.
   *
   * @throws MpinError INVALID_ARGUMENT; ABORTED, as `signIn()`
   */
  confirm(request: SigningRequest): Promise<SignedDocument>;
  confirm(request: ConfirmRequest): Promise<SignedIn>;
  async confirm(request: ConfirmRequest): Promise<SignedIn | SignedDocument> {
    const { purposeOf } = await import('./purpose-of.ts');
    return this.#ask<SignedIn | SignedDocument>(await purposeOf(request, this.#texts.lang), request.signal);
  }

  /**
   * Says that the site does not let in who has just signed in. The identity stays on this device.
   *
   * @param reason - for the person, in their language; a text of ours unless given
   */
  refuse(reason?: string): void {
    this.#machine.send({ type: 'refused', ...(reason !== undefined && { reason }) });
  }

  /** Opens the element as a modal dialog: the page is inert, Escape closes it, and focus goes back to where it was. */
  async showModal(): Promise<void> {
    this.mode = 'dialog';
    await (await this.#loadDialog()).show();
  }

  /** Gives up what `signIn()` or `confirm()` asked for, and closes the dialog. */
  close(): void {
    const confirmed = this.#purpose !== undefined;
    this.#requests.abort('It was closed.');
    this.#purpose = undefined;
    if (this.mode === 'dialog') this.#dialog?.close();
    else if (confirmed) this.#start();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.mode === 'dialog' && this.#dialog === undefined) return nothing;
    const view = {
      state: this.#machine.state, texts: this.#words, send: this.#machine.send, keypad: this.#keypad, pin: this.#pin, withSignOut: this.withSignOut,
      autoSubmit: this.autoSubmit, ...this.#yield, forget: this.#forget,
      byPhone: { client: this.#machine.client, nonce: this.signInNonce, theme: this.theme, accessId: this.accessId, onSignedIn: this.#machine.signedInByPhone }, purpose: this.#purpose, close: this.mode === 'dialog' || (this.#purpose && this.#requests.open) ? this.#onClose : undefined,
    };
    const card = frame(view, this.#screens.draw(view), this.#onKeydown);
    return this.mode === 'dialog' && this.#dialog ? this.#dialog.wrap(card) : card;
  }

  get #words(): TextsAtHand {
    return this.#texts.with(this.texts);
  }

  /** Nothing runs in a dialog that is closed. */
  get #isShown(): boolean {
    return this.mode !== 'dialog' || this.#dialog?.open === true;
  }

  #begin(): void {
    if (!this.#machine.running && this.#isShown) this.#start();
  }

  #start(): void {
    this.#internals.setFormValue(null);
    this.#machine.start(this.#purpose);
  }

  #end(why: string): void {
    this.#machine.stop();
    this.#forget();
    this.#requests.abort(why);
    this.#purpose = undefined;
  }

  #ask<Result>(purpose: PreparedPurpose | undefined, signal: AbortSignal | undefined): Promise<Result> {
    if (!this.isConnected) return Promise.reject(new MpinError('ABORTED', 'The element is not on a page.'));
    const asked = this.#requests.ask<Result>(signal, this.#onClose);
    const anew = purpose !== undefined || this.#purpose !== undefined || this.state === 'signed-in';
    this.#purpose = purpose;
    if (anew && this.#isShown) this.#start();
    if (this.mode === 'dialog') void this.showModal();
    this.requestUpdate();
    return asked;
  }

  async #loadDialog(): Promise<DialogController> {
    const { DialogController: Dialog } = await import('./controllers/dialog.ts');
    this.#dialog ??= new Dialog(this, () => {
      this.#end('The dialog was closed.');
      this.requestUpdate();
      this.dispatchEvent(new MpinClosedEvent());
    });
    this.requestUpdate();
    return this.#dialog;
  }

  #takeToken(token: string | null): void {
    if (token === null) return;
    this.removeAttribute('activation-token');
    this.#machine.keep({ activationToken: token });
    if (this.#machine.running) this.#start();
  }

  /** What follows a render: focus first, because where it went decides what is said. */
  #follow(): void {
    const previous = this.#shown;
    const { state } = this.#machine;
    if (state === previous || !this.#screens.has(state, this.#words)) return;
    this.#shown = state;
    const moved = this.#focus.follow(previous, state);
    const news = this.#screens.announcementOf(previous, state, this.#words, moved);
    if (news !== undefined) announce(news.text, news.urgency);
  }

  #onState(state: State, previous: State): void {
    this.requestUpdate();
    if (this.autoSubmit && state.name === 'enter-pin' && previous.name === 'enter-pin' && state.length > previous.length && state.length === state.identity.pinLength) {
      this.#machine.send({ type: 'submit' });
    }
    if (state.name !== 'otp' && state.name !== 'add-device') this.#yield = {};
    if (state.name === previous.name && this.#internals.states.has(state.name)) return;
    this.#internals.states.delete(previous.name);
    this.#internals.states.add(state.name);
    this.dispatchEvent(new MpinStateEvent(state.name));
  }

  /** A confirmation belongs to the program that asked for it: a page must not take it for somebody signing in. */
  #onTell(tell: PageTell): void {
    if (tell.type === 'password-made' || tell.type === 'quick-code-made') this.#yield = tell;
    if (tell.type === 'quick-code-made') return;
    if (tell.type !== 'signed-in') this.dispatchEvent(eventOf(tell));
    else {
      const { type: _type, ...result } = tell;
      if (this.#purpose === undefined) {
        // The second value keeps the token out of the state that browsers store to restore forms.
        this.#internals.setFormValue(tell.token ?? null, '');
        this.dispatchEvent(eventOf(tell));
      }
      this.#requests.fulfil(result);
      if (this.mode === 'dialog') void this.updateComplete.then(() => this.#dialog?.close());
    }
  }

  /** Screens that cannot be fetched are a lost connection, whatever the state. */
  #onLost(): void {
    this.dispatchEvent(new MpinErrorEvent('OFFLINE'));
    announce(this.#words.troubles.offline?.join('. ') ?? '', 'assertive');
  }

  readonly #forget = (): void => { this.#yield = {}; };

  readonly #onClose = (): void => this.close();

  readonly #onKeydown = padKeys(this.#entry, () => this.#machine.send({ type: 'submit' }));

  readonly #onAwake = (): void => {
    if (document.visibilityState !== 'visible') return;
    this.#screens.retry();
    this.#machine.send({ type: 'awake' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mpin-pinpad': MpinPinpad;
  }
}
