import { LitElement } from 'lit';
import type { PropertyDeclaration, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { MpinClient } from '../client/index.ts';
import { Runner } from '../client/runner.ts';
import type { PageTell } from '../client/runner.ts';
import type { Handover, RunnerClient } from '../client/runner-tasks.ts';
import { SecretEntry } from '../client/secret-entry.ts';
import { initialState, transition } from '../machine/index.ts';
import type { PersonEvent, State, StateName } from '../machine/index.ts';
import { FocusController } from './controllers/focus.ts';
import { ScreensController } from './controllers/screens.ts';
import { TextsController } from './controllers/texts.ts';
import { brokenClient, missingInPage } from './environment.ts';
import {
  MpinErrorEvent, MpinLockedEvent, MpinRegisteredEvent, MpinSignedInEvent, MpinSignedOutEvent, MpinStateEvent,
} from './events.ts';
import { announce, ensureLiveRegions } from './live-region.ts';
import { asciiDigits } from './parts/digits.ts';
import { frame } from './parts/frame.ts';
import { KeypadController } from './parts/keypad.ts';
import { PinField } from './parts/pin-field.ts';
import { controlStyles } from './styles/controls.ts';
import { frameStyles } from './styles/frame.ts';
import { keypadStyles } from './styles/keypad.ts';
import { tokens } from './styles/tokens.ts';
import type { Texts } from './texts/texts.ts';
import { takeVisit } from './visit.ts';

/** A text: without its attribute it is empty, as before the attribute was set, and never the `null` that Lit would make of it. */
const words: PropertyDeclaration<string> = { converter: { fromAttribute: (value) => value ?? '' } };

/**
 * Signs people in with a PIN: sets an identity up with an e-mail address, asks for the PIN, and says what happened.
 *
 * @element mpin-pinpad
 * @attr {string} activation-token - An activation token from the site's own verification; read and removed at once. Needs `user-id`.
 * @attr {string} lang - The language of the texts (BCP 47); the nearest ancestor's unless given.
 *
 * @event {MpinSignedInEvent} mpin-signed-in - Somebody signed in: `userId`, and the signed `token` for the site's server.
 * @event {MpinSignedOutEvent} mpin-signed-out - "Sign out" was pressed: the page ends its session.
 * @event {MpinRegisteredEvent} mpin-registered - An identity was set up on this device.
 * @event {MpinLockedEvent} mpin-locked - The last attempt was used up.
 * @event {MpinRemovedEvent} mpin-removed - An identity was removed from this device.
 * @event {MpinErrorEvent} mpin-error - Something went wrong and was shown; `code` says what.
 * @event {MpinStateEvent} mpin-state - Another screen is shown; `state` is its name.
 *
 * @slot logo - The site's logo, at most 44 px high, in place of the lock.
 *
 * @csspart frame - The card. @csspart header - Its first line. @csspart mark - The lock. @csspart service - The project's name.
 * @csspart icon-button - Back and menu. @csspart content - What changes. @csspart screen - One screen. @csspart form - A screen with fields.
 * @csspart title - The heading. @csspart text - A paragraph. @csspart button - A button; `primary` or `soft`. @csspart link - A button that looks like a link.
 * @csspart field - Label, input and error. @csspart input - A field; also `code`. @csspart error - What is wrong with it.
 * @csspart note - The note below an explanation. @csspart match-number - The number to recognise. @csspart badge - The round picture.
 * @csspart lead - The line above the heading. @csspart below - The line below the button. @csspart identity - Who signs in.
 * @csspart pin-area - Dots and message. @csspart slots - The dots. @csspart dot - One dot; also `filled`. @csspart pin - The PIN's field.
 * @csspart message - The message line. @csspart keypad - The keys. @csspart key - One key; also `digit`, `clear`, `delete`.
 * @csspart list - The identities. @csspart identity-row - One of them. @csspart option - A large choice. @csspart tile - Its picture. @csspart support - The code for support.
 *
 * @cssproperty [--mpin-accent=#2f5bea] - Primary button, links, focus.
 * @cssproperty [--mpin-on-accent=#fff] - Text on the accent.
 * @cssproperty [--mpin-surface=#fff] - The card.
 * @cssproperty [--mpin-surface-2=#f4f5f8] - Keys and chips.
 * @cssproperty [--mpin-surface-3=#e1e4ec] - What is pressed.
 * @cssproperty [--mpin-line=#dde0e8] - Decorative borders.
 * @cssproperty [--mpin-field-line=#868d9d] - Borders of fields; 3:1 against the card.
 * @cssproperty [--mpin-text=#14171f] - Text.
 * @cssproperty [--mpin-muted=#5b6272] - Secondary text.
 * @cssproperty [--mpin-danger=#c2281d] - Errors.
 * @cssproperty [--mpin-danger-tint=#fdeceb] - Behind errors.
 * @cssproperty [--mpin-ok=#12794a] - Success.
 * @cssproperty [--mpin-ok-tint=#e7f5ee] - Behind success.
 * @cssproperty [--mpin-focus=var(--mpin-accent)] - The focus ring.
 * @cssproperty [--mpin-shadow] - The card's shadow.
 * @cssproperty [--mpin-radius=24px] - The card's corners.
 * @cssproperty [--mpin-control-radius=16px] - Corners of buttons, fields and notes.
 * @cssproperty [--mpin-key-radius=50%] - Corners of the keys.
 * @cssproperty [--mpin-key-size=72px] - The keys, 56 to 96 px; less where the card is narrow.
 * @cssproperty [--mpin-key-gap=14px] - Between the keys.
 * @cssproperty [--mpin-padding=24px] - Inside the card, at its sides.
 * @cssproperty [--mpin-width=360px] - The widest the card becomes; 280 to 420 px look right.
 * @cssproperty [--mpin-height=732px] - The least height of every screen.
 * @cssproperty [--mpin-duration=160ms] - How long things take to move.
 * @cssproperty [--mpin-font=system-ui] - The typeface.
 *
 * @cssstate (name) - The name of the machine's state: `:state(enter-pin)`, `:state(locked)` and so on (docs/machine.md).
 */
export class MpinPinpad extends LitElement {
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
    server: words, project: words, userId: { ...words, attribute: 'user-id' }, signInNonce: { ...words, attribute: 'sign-in-nonce' }, flow: words, theme: words,
    withSignOut: { type: Boolean, attribute: 'with-sign-out' }, texts: { attribute: false }, client: { attribute: false },
  };

  /** The platform's base URL. */
  declare server: string;
  /** The project id; needed only where a server has several. */
  declare project: string;
  /** Who is to sign in or to be set up; nobody is asked for an address then. */
  declare userId: string;
  /** Comes back in the signed token, so that the site knows its own request. */
  declare signInNonce: string;
  /** How the flow begins: `browser`. */
  declare flow: string;
  /** `light`, `dark`, or `auto` as the system says. */
  declare theme: 'light' | 'dark' | 'auto';
  /** Offers "Sign out" after signing in. */
  declare withSignOut: boolean;
  /** The site's own words in place of ours. */
  declare texts: Partial<Texts> | undefined;
  /** A client to use instead of making one: for tests and playgrounds. */
  declare client: RunnerClient | undefined;

  readonly #entry = new SecretEntry();
  readonly #texts = new TextsController(this);
  readonly #focus = new FocusController(this);
  readonly #keypad = new KeypadController(this, this.#entry);
  readonly #pin = new PinField(this, this.#entry);
  readonly #screens = new ScreensController(this, this.#entry, this.#texts, () => this.#onLost());
  readonly #internals = this.attachInternals();
  #handover: Handover = {};
  #runner: Runner | undefined;
  #shown: State = initialState;

  constructor() {
    super();
    this.server = '';
    this.project = '';
    this.userId = '';
    this.signInNonce = '';
    this.flow = 'browser';
    this.theme = 'auto';
    this.withSignOut = false;
  }

  /** The name of the machine's state. */
  get state(): StateName {
    return (this.#runner?.state ?? initialState).name;
  }

  override connectedCallback(): void {
    // Before anything else: a token must not stay where other scripts look (docs/security.md).
    this.#handover = { ...takeVisit(), ...this.#handover };
    super.connectedCallback();
    ensureLiveRegions();
    addEventListener('online', this.#onAwake);
    document.addEventListener('visibilitychange', this.#onAwake);
    if (this.hasUpdated && this.#runner === undefined) this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onAwake);
    document.removeEventListener('visibilitychange', this.#onAwake);
    // An element that is only moved within the page comes back at once and keeps its place.
    queueMicrotask(() => { if (!this.isConnected) this.#stop(); });
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (name === 'activation-token') this.#takeToken(value);
    else if (name === 'lang') this.#texts.refresh();
    else super.attributeChangedCallback(name, before, value);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const other = changed.has('server') || changed.has('project') || changed.has('client') || changed.has('userId');
    if (this.#runner === undefined || other) this.#start();
    this.#follow();
  }

  /** Moves focus to the field or heading of the screen that is shown. */
  override focus(): void {
    this.#focus.take();
  }

  /** Begins anew, as after a reload. */
  restart(): void {
    this.#start();
  }

  protected override render(): TemplateResult {
    const state = this.#runner?.state ?? initialState;
    const view = {
      state, texts: this.#texts.with(this.texts), send: this.#send, keypad: this.#keypad, pin: this.#pin, withSignOut: this.withSignOut,
    };
    return frame(view, this.#screens.draw(view), this.#onKeydown);
  }

  #start(): void {
    this.#stop();
    this.#runner = new Runner({
      client: this.#makeClient(), transition, initialState, secrets: this.#entry, ways: ['browser'], deviceName: '',
      handover: { ...this.#handover, ...(this.userId && { userId: this.userId }) },
      nonce: () => this.signInNonce || undefined,
      lang: () => this.#texts.lang,
      onNobody: () => this.#screens.load(),
      onState: this.#onState,
      onTell: this.#onTell,
    });
    this.#handover = {};
    this.#runner.start();
  }

  #stop(): void {
    this.#runner?.stop();
    this.#runner = undefined;
  }

  #makeClient(): RunnerClient {
    if (this.client !== undefined) return this.client;
    const missing = missingInPage();
    if (missing !== undefined) return brokenClient(missing);
    try {
      return new MpinClient({ server: this.server, ...(this.project && { project: this.project }) });
    } catch (error) {
      return brokenClient(error);
    }
  }

  #takeToken(token: string | null): void {
    if (token === null) return;
    this.removeAttribute('activation-token');
    this.#handover = { ...this.#handover, activationToken: token };
    if (this.#runner !== undefined) this.#start();
  }

  /** What follows a render: focus first, because where it went decides what is said. */
  #follow(): void {
    const previous = this.#shown;
    const state = this.#runner?.state ?? initialState;
    const texts = this.#texts.with(this.texts);
    if (state === previous || !this.#screens.has(state, texts)) return;
    this.#shown = state;
    const moved = this.#focus.follow(previous, state);
    const news = this.#screens.announcementOf(previous, state, texts, moved);
    if (news !== undefined) announce(news.text, news.urgency);
  }

  readonly #send = (event: PersonEvent): void => this.#runner?.send(event);

  readonly #onState = (state: State, previous: State): void => {
    this.requestUpdate();
    if (state.name === previous.name && this.#internals.states.has(state.name)) return;
    this.#internals.states.delete(previous.name);
    this.#internals.states.add(state.name);
    this.dispatchEvent(new MpinStateEvent(state.name));
  };

  readonly #onTell = (tell: PageTell): void => {
    switch (tell.type) {
      case 'signed-in': this.dispatchEvent(new MpinSignedInEvent(tell.userId, tell.token)); break;
      case 'signed-out': this.dispatchEvent(new MpinSignedOutEvent(tell.userId)); break;
      case 'registered': this.dispatchEvent(new MpinRegisteredEvent(tell.userId)); break;
      case 'locked': this.dispatchEvent(new MpinLockedEvent(tell.userId)); break;
      case 'error': this.dispatchEvent(new MpinErrorEvent(tell.code)); break;
    }
  };

  /** Screens that cannot be fetched are a lost connection, whatever the state. */
  #onLost(): void {
    this.dispatchEvent(new MpinErrorEvent('OFFLINE'));
    announce(this.#texts.with(this.texts).troubles.offline?.join('. ') ?? '', 'assertive');
  }

  readonly #onAwake = (): void => {
    if (document.visibilityState !== 'visible') return;
    this.#screens.retry();
    this.#runner?.send({ type: 'awake' });
  };

  /** Digits, Backspace, Delete, Escape and Enter work anywhere in a pad; other fields and buttons keep their own keys. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || this.#entry.limit === 0) return;
    const target = event.target as HTMLElement;
    if (target.id === 'code') return;
    const digits = event.key.length === 1 ? asciiDigits(event.key) : '';
    if (digits !== '') this.#entry.push(digits);
    else if (event.key === 'Backspace') this.#entry.pop();
    else if (event.key === 'Delete' || event.key === 'Escape') this.#entry.clear();
    else if (event.key === 'Enter' && !(target instanceof HTMLButtonElement)) this.#send({ type: 'submit' });
    else return;
    event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mpin-pinpad': MpinPinpad;
  }
}
