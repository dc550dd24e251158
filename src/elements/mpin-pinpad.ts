import type { nothing, PropertyValues, TemplateResult } from 'lit';
import { offline } from '../client/later.ts';
import type { PageTell } from '../client/runner.ts';
import { SecretEntry } from '../client/secret-entry.ts';
import { MpinError } from '../errors.ts';
import { initialState } from '../machine/index.ts';
import type { State, StateName } from '../machine/index.ts';
import { awake } from './controllers/awake.ts';
import { FocusController } from './controllers/focus.ts';
import { MachineController } from './controllers/machine.ts';
import { Modal } from './controllers/modal.ts';
import { Outcome } from './controllers/outcome.ts';
import { Requests } from './controllers/requests.ts';
import { ScreensController } from './controllers/screens.ts';
import { TextsController } from './controllers/texts.ts';
import { defineOnce } from './define-once.ts';
import { MpinClosedEvent, MpinErrorEvent } from './events.ts';
import { announce, ensureLiveRegions, forget } from './live-region.ts';
import { MpinAttributes } from './mpin-attributes.ts';
import { frame } from './parts/frame.ts';
import { KeypadController } from './parts/keypad.ts';
import { padKeys } from './parts/keys.ts';
import { PinField } from './parts/pin-field.ts';
import type { PreparedPurpose } from './purpose-of.ts';
import type { ConfirmRequest, SignedDocument, SignedIn, SigningRequest, WaitOptions } from './requests.ts';
import { controlStyles } from './styles/controls.ts';
import { frameStyles } from './styles/frame.ts';
import { keypadStyles } from './styles/keypad.ts';
import { padStyles } from './styles/pad.ts';
import { tokens } from './styles/tokens.ts';
import { texts as english } from './texts/en/sign-in.ts';
import { loadSignIn } from './texts/load-sign-in.ts';
import type { TextsAtHand } from './texts/texts.ts';
import { takeVisit } from './visit.ts';

/**
 * Signs people in with a PIN: sets an identity up with an e-mail address, asks for the PIN, and says what happened. What stands between its
 * tags without a slot is shown until the script is there.
 *
 * @element mpin-pinpad
 * @attr {string} activation-token - An activation token from the site's own verification; read and removed at once. Needs `user-id`.
 * @attr {boolean} autofocus - Focus begins in the first field of the first screen, on pages that are there for nothing else; never taken from another field.
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
export class MpinPinpad extends MpinAttributes {
  static override styles = [tokens, frameStyles, controlStyles, padStyles, keypadStyles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'activation-token'];
  }

  /** Registers the element, once: a second copy of the script, or a second call, changes nothing. */
  static define(tag = 'mpin-pinpad', registry: CustomElementRegistry = customElements): typeof MpinPinpad {
    return defineOnce(MpinPinpad, tag, registry);
  }

  readonly #entry = new SecretEntry();
  readonly #texts = new TextsController<TextsAtHand>(this, english, loadSignIn);
  readonly #focus = new FocusController(this);
  readonly #keypad = new KeypadController(this, this.#entry);
  readonly #pin = new PinField(this, this.#entry);
  readonly #screens = new ScreensController(this, this.#entry, this.#texts, { onLoaded: (others) => this.#machine.learn(others), onFailure: () => this.#onLost() });
  readonly #machine = new MachineController(this, this.#entry, {
    lang: () => this.#texts.lang,
    ready: () => this.#texts.ready,
    deviceOn: (browser, platform) => this.#words.deviceOn(browser, platform),
    onNobody: () => this.#screens.load(),
    onState: (state, previous) => this.#onState(state, previous),
    onTell: (tell) => this.#onTell(tell),
  });
  readonly #requests = new Requests();
  readonly #outcome = new Outcome(this);
  readonly #modal = new Modal(this, () => this.#onClosed());
  #shown: State = initialState;

  constructor() {
    super();
    this.addController(awake(() => {
      this.#screens.retry();
      this.#machine.send({ type: 'awake' });
    }));
  }

  /** The name of the machine's state. */
  get state(): StateName {
    return this.#machine.state.name;
  }

  override connectedCallback(): void {
    // Before anything else: a token must not stay where other scripts look (docs/security.md).
    this.#machine.keep(takeVisit());
    super.connectedCallback();
    ensureLiveRegions();
    if (this.hasUpdated) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
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
    // One that is to stand in the page is no dialog any more, open or not.
    if (!this.#modal.wanted) this.#modal.close();
    const other = changed.has('server') || changed.has('project') || changed.has('client') || changed.has('userId') || changed.has('flow') || changed.has('clientId') || (this.flow === 'phone' && changed.has('accessId'));
    if (this.#machine.running && other) this.#start();
    else this.#begin();
    if (changed.has('mode') && this.#modal.wanted) this.#modal.load().catch(() => undefined);
    this.#follow();
  }

  /** Moves focus to the field or heading of the screen that is shown, or that is on its way. */
  override focus(): void {
    this.#focus.take();
  }

  /** Begins anew, as after a reload. A promise of `signIn()` or `confirm()` is given up. */
  restart(): void {
    this.#requests.abort('The element began anew.');
    if (this.#modal.shown) this.#start();
  }

  /**
   * Waits until somebody has signed in. In mode `dialog` it opens the dialog, which closes when they have.
   *
   * @throws MpinError ABORTED, when the person gives up, the element is removed, or another call takes the place of this one; OFFLINE, when the dialog cannot be fetched
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
    const { purposeOf } = await import('./purpose-of.ts').catch(offline);
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

  /** Opens the element as a modal dialog: the page is inert, Escape closes it, and focus goes back to where it was. @throws MpinError OFFLINE */
  async showModal(): Promise<void> {
    this.mode = 'dialog';
    await this.#modal.show();
  }

  /** Gives up what `signIn()` or `confirm()` asked for, and closes the dialog. */
  close(): void {
    const confirmed = this.#requests.purpose !== undefined;
    this.#requests.abort('It was closed.');
    if (this.#modal.wanted) this.#modal.close();
    else if (confirmed) this.#start();
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.#modal.draw(() => {
      const { client, signedInByPhone: onSignedIn } = this.#machine;
      const { purpose, open } = this.#requests;
      const view = {
        state: this.#machine.state, texts: this.#words, send: this.#machine.send, keypad: this.#keypad, pin: this.#pin, withSignOut: this.withSignOut,
        autoSubmit: this.autoSubmit, ...this.#outcome.yielded, forget: this.#outcome.forget, purpose,
        byPhone: { client, nonce: this.signInNonce, theme: this.theme, accessId: this.accessId, onSignedIn },
        close: this.#modal.wanted || (purpose && open) ? this.#onClose : undefined,
      };
      return frame(view, this.#screens.draw(view), this.#onKeydown);
    });
  }

  get #words(): TextsAtHand {
    return this.#texts.with(this.texts);
  }

  #begin(): void {
    if (!this.#machine.running && this.#modal.shown) this.#start();
  }

  /** Nothing runs in an element that is on no page: it begins when it is put on one. */
  #start(): void {
    if (!this.isConnected) return;
    this.#outcome.clear();
    this.#machine.start(this.#requests.purpose);
  }

  #end(why: string): void {
    this.#machine.stop();
    this.#outcome.forget();
    this.#requests.abort(why);
  }

  #ask<Result>(purpose: PreparedPurpose | undefined, signal: AbortSignal | undefined): Promise<Result> {
    if (!this.isConnected) return Promise.reject(new MpinError('ABORTED', 'The element is not on a page.'));
    if (signal?.aborted) return Promise.reject(new MpinError('ABORTED', 'The signal was aborted before the call.'));
    const anew = purpose !== undefined || this.#requests.purpose !== undefined || this.state === 'signed-in';
    const asked = this.#requests.ask<Result>(purpose, signal, this.#onClose);
    if (anew && this.#modal.shown) this.#start();
    if (this.#modal.wanted) this.showModal().catch((error: unknown) => this.#requests.fail(error));
    this.requestUpdate();
    return asked;
  }

  #onClosed(): void {
    this.#end('The dialog was closed.');
    this.requestUpdate();
    this.dispatchEvent(new MpinClosedEvent());
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
    else if (previous.name !== state.name) forget();
  }

  #onState(state: State, previous: State): void {
    this.requestUpdate();
    if (this.autoSubmit && state.name === 'enter-pin' && previous.name === 'enter-pin' && state.length > previous.length && state.length === state.identity.pinLength) {
      this.#machine.send({ type: 'submit' });
    }
    this.#outcome.enter(state, previous);
  }

  #onTell(tell: PageTell): void {
    this.#outcome.tell(tell, this.#requests.purpose !== undefined);
    if (tell.type !== 'signed-in') return;
    const { type: _type, ...result } = tell;
    this.#requests.fulfil(result);
    if (this.#modal.wanted) void this.updateComplete.then(() => this.#modal.close());
  }

  /** Screens that cannot be fetched are a lost connection, whatever the state. */
  #onLost(): void {
    this.dispatchEvent(new MpinErrorEvent('OFFLINE'));
    announce(this.#words.troubles.offline?.join('. ') ?? '', 'assertive');
  }

  readonly #onClose = (): void => this.close();

  readonly #onKeydown = padKeys(this.#entry, () => this.#machine.send({ type: 'submit' }));
}

declare global {
  interface HTMLElementTagNameMap {
    'mpin-pinpad': MpinPinpad;
  }
}
