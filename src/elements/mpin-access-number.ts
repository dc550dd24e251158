import { LitElement, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { memoryStorage, MpinClient } from '../client/index.ts';
import { CountdownController, systemClock } from './access-number/countdown.ts';
import type { Clock } from './access-number/countdown.ts';
import { PhoneRequestController } from './access-number/request.ts';
import type { PhoneClient, PhoneView } from './access-number/request.ts';
import { accessNumberStyles } from './access-number/styles.ts';
import { alone, numberScreen, spelt, waits, within, wordsOf } from './access-number/view.ts';
import { TextsController } from './controllers/texts.ts';
import { defineOnce } from './define-once.ts';
import { MpinErrorEvent, MpinSignedInEvent, MpinSignedOutEvent } from './events.ts';
import { announce, ensureLiveRegions } from './live-region.ts';
import { controlStyles } from './styles/controls.ts';
import { frameStyles } from './styles/frame.ts';
import { qrStyles } from './styles/qr.ts';
import { tokens } from './styles/tokens.ts';
import { texts as english } from './texts/en/common.ts';
import { loadPhoneTexts } from './texts/load-phone.ts';
import { loadSignIn } from './texts/load-sign-in.ts';
import type { PhoneTexts } from './texts/phone-texts.ts';
import type { CommonTexts, OwnTexts } from './texts/texts.ts';
import { copyText } from './parts/clipboard.ts';
import { QrCode } from './parts/qr-code.ts';
import { plainText } from './parts/rich-text.ts';
import { words } from './words.ts';

/** So long after somebody was last here numbers are no longer renewed by themselves. */
const PATIENCE_MS = 600_000;
/** Seconds that are said aloud besides the first and the last: enough to act upon, and no more than can be borne. */
const SAID: readonly number[] = [30, 20];
const INPUT = ['pointerdown', 'keydown', 'pointermove'] as const;

/**
 * Signs people in by their phone, with nothing typed and nothing left here: a number and a QR code that the phone answers, counted down
 * by the server's clock and renewed by itself.
 *
 * @element mpin-access-number
 * @attr {string} lang - The language of the texts (BCP 47); the nearest ancestor's unless given.
 *
 * @event {MpinSignedInEvent} mpin-signed-in - Somebody signed in: `userId`, and the signed `token` for the site's server.
 * @event {MpinSignedOutEvent} mpin-signed-out - The phone ended the sign-in, or "Not you?" was pressed: the page ends its session.
 * @event {MpinErrorEvent} mpin-error - Something went wrong and was shown; `code` says what.
 *
 * @slot logo - The site's logo, at most 44 px high, in place of the lock.
 */
export class MpinAccessNumber extends LitElement {
  static override styles = [tokens, frameStyles, controlStyles, qrStyles, accessNumberStyles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Registers the element, once: a second copy of the script, or a second call, changes nothing. */
  static define(tag = 'mpin-access-number', registry: CustomElementRegistry = customElements): typeof MpinAccessNumber {
    return defineOnce(MpinAccessNumber, tag, registry);
  }

  static override properties: PropertyDeclarations = {
    server: words, project: words, signInNonce: { ...words, attribute: 'sign-in-nonce' }, accessId: { ...words, attribute: 'access-id' }, theme: words, bare: { type: Boolean, reflect: true },
    texts: { attribute: false }, client: { attribute: false }, clock: { attribute: false }, phone: { state: true }, copied: { state: true },
  };

  /** The platform's base URL. */
  declare server: string;
  /** The project id; needed only where a server has several. */
  declare project: string;
  /** Comes back in the signed token, so that the site knows its own request. */
  declare signInNonce: string;
  /** The public name of a session that somebody else started and waits for: its code and number are shown, and this page learns nothing. */
  declare accessId: string;
  /** `light`, `dark`, or `auto` as the system says. */
  declare theme: 'light' | 'dark' | 'auto';
  /** Without frame and header, as a part of another element. */
  declare bare: boolean;
  /** The site's own words in place of ours. */
  declare texts: (Partial<PhoneTexts> & OwnTexts) | undefined;
  /** A client to use instead of making one. */
  declare client: PhoneClient | undefined;
  /** Another clock than the system's: for tests. */
  declare clock: Clock;
  declare private phone: PhoneTexts | undefined;
  declare private copied: boolean;

  readonly #texts = new TextsController<CommonTexts>(this, english, loadSignIn);
  readonly #countdown = new CountdownController(this, () => this.clock, (seconds) => this.#onSecond(seconds));
  readonly #wait = new CountdownController(this, () => this.clock, () => undefined);
  readonly #request = new PhoneRequestController(this, {
    client: () => this.client ?? new MpinClient({ server: this.server, ...(this.project !== '' && { project: this.project }), storage: memoryStorage(), deviceOn: (browser, platform) => this.#texts.with(this.texts).deviceOn(browser, platform) }),
    clock: () => this.clock,
    nonce: () => this.signInNonce,
    accessId: () => this.accessId,
    mayRenew: () => this.clock.now() - this.#lastInput < PATIENCE_MS,
    onChange: (view, before) => this.#onChange(view, before),
  });
  readonly #qr = new QrCode(this);
  #lastInput = 0;
  #lang = '';
  #begun = false;

  constructor() {
    super();
    this.server = '';
    this.project = '';
    this.signInNonce = '';
    this.accessId = '';
    this.theme = 'auto';
    this.bare = false;
    this.clock = systemClock;
    this.copied = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureLiveRegions();
    this.#onInput();
    for (const type of INPUT) addEventListener(type, this.#onInput, { capture: true, passive: true });
    if (this.hasUpdated) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of INPUT) removeEventListener(type, this.#onInput, { capture: true });
    this.#begun = false;
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (name === 'lang') this.#texts.refresh();
    else super.attributeChangedCallback(name, before, value);
  }

  protected override willUpdate(): void {
    if (this.#lang === this.#texts.lang) return;
    const lang = this.#texts.lang;
    this.#lang = lang;
    void loadPhoneTexts(lang).then((texts) => { if (this.#lang === lang) this.phone = texts; });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const other = changed.has('server') || changed.has('project') || changed.has('client') || changed.has('signInNonce') || changed.has('accessId');
    if (other && this.#begun) this.renew();
    else this.#begin();
  }

  /** Shows another number at once; one that is on no page asks for none until it is put on one. */
  renew(): void {
    if (!this.isConnected) return;
    this.#begun = true;
    this.#onInput();
    this.#request.renew();
  }

  protected override render(): TemplateResult | typeof nothing {
    const phone = this.#words;
    if (phone === undefined) return nothing;
    const { view } = this.#request;
    const texts = this.#texts.with(this.texts);
    const screen = numberScreen({
      view, phone, texts, qr: this.#qr, seconds: this.#countdown.seconds, waitSeconds: this.#wait.seconds, copied: this.copied,
      renew: () => this.renew(), copy: () => void this.#copy(), refuse: () => void this.#refuse(),
    });
    return this.bare ? within(texts, screen) : alone(view.service, texts, screen);
  }

  get #words(): PhoneTexts | undefined {
    return this.phone && { ...this.phone, ...this.texts };
  }

  #begin(): void {
    if (this.#begun || this.phone === undefined) return;
    this.renew();
  }

  #onChange(view: PhoneView, before: PhoneView): void {
    const { request, signedIn, halt, status } = view;
    if (request !== before.request) this.#onRequest(view, before);
    if (status !== before.status && status !== 'waiting') this.#say(status === 'scanned' ? this.#words?.scanned : this.#words?.authenticating);
    if (signedIn !== undefined && before.signedIn === undefined) {
      this.#countdown.until(undefined);
      this.#say(plainText(this.#words?.phoneSignedInAs ?? '', { userId: signedIn.userId }));
      this.dispatchEvent(new MpinSignedInEvent(signedIn.userId, signedIn.token));
    }
    if (halt !== before.halt) this.#onHalt(view, before);
  }

  #onRequest({ request }: PhoneView, before: PhoneView): void {
    this.copied = false;
    // Without a number there is no ring, and nothing to say of one.
    if (request?.accessNumber === undefined) return this.#countdown.until(undefined);
    this.#countdown.until(request.expiresAtMs);
    const digits = spelt(request.accessNumber);
    this.#say(before.request === undefined ? this.#words?.numberShown(digits, this.#countdown.seconds) : this.#words?.numberRenewed(digits));
  }

  #onHalt({ halt }: PhoneView, before: PhoneView): void {
    this.#wait.until(waits(halt) ? halt.problem.retryAt * 1000 : undefined);
    if (halt === undefined) return;
    this.#countdown.until(undefined);
    const phone = this.#words;
    if (phone) this.#say(wordsOf(halt, phone, this.#texts.with(this.texts)).join(' '));
    if (halt === 'signed-out' && before.signedIn) this.dispatchEvent(new MpinSignedOutEvent(before.signedIn.userId));
    if (typeof halt === 'object') this.dispatchEvent(new MpinErrorEvent(halt.problem.code));
  }

  #onSecond(seconds: number): void {
    if (SAID.includes(seconds)) this.#say(this.#words?.secondsLeft(seconds));
    if (seconds === 0) this.#say(this.#words?.numberExpired);
  }

  #say(text: string | undefined): void {
    if (text !== undefined && !document.hidden) announce(text, 'polite');
  }

  async #copy(): Promise<void> {
    this.copied = await copyText(this.#request.view.request?.accessNumber ?? '', this.renderRoot.querySelector('.number'));
    if (this.copied) this.#say(this.#words?.copied);
  }

  async #refuse(): Promise<void> {
    const userId = await this.#request.refuse();
    if (userId !== undefined) this.dispatchEvent(new MpinSignedOutEvent(userId));
  }

  readonly #onInput = (): void => {
    this.#lastInput = this.clock.now();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mpin-access-number': MpinAccessNumber;
  }
}
