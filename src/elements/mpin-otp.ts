import { html, LitElement } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { language } from './controllers/texts.ts';
import { defineOnce } from './define-once.ts';
import { announce, ensureLiveRegions } from './live-region.ts';
import { primaryButton, softButton } from './parts/buttons.ts';
import { copyText } from './parts/clipboard.ts';
import { countdown } from './parts/rich-text.ts';
import { controlStyles } from './styles/controls.ts';
import { otpStyles } from './styles/otp.ts';
import { tokens } from './styles/tokens.ts';
import { english, loadOtpTexts } from './texts/otp.ts';
import type { OtpTexts } from './texts/otp.ts';

/** Seconds left that are said aloud; every one of them would drown everything else. */
const MILESTONES: readonly number[] = [30, 10];
const GROUP = 3;
const COPIED_MS = 2000;

/**
 * A one-time password with the time it still lives, for whoever has one to show: the PIN-pad, or a page of its own. The digits are a
 * property and no attribute; they are forgotten when they expire, and no event carries them.
 *
 * @element mpin-otp
 * @attr {string} lang - The language of the texts (BCP 47); the nearest ancestor's unless given.
 *
 * @event {Event} mpin-retry - "RETRY" was pressed: the page makes a new password. Does not bubble.
 * @event {Event} mpin-expired - The password has expired. Does not bubble.
 *
 * @csspart password - The digits. @csspart expired - What stands in their place afterwards. @csspart left - The time that is left.
 */
export class MpinOtp extends LitElement {
  static override styles = [tokens, controlStyles, otpStyles];

  /** Registers the element, once: a second copy of the script, or a second call, changes nothing. */
  static define(tag = 'mpin-otp', registry: CustomElementRegistry = customElements): typeof MpinOtp {
    return defineOnce(MpinOtp, tag, registry);
  }

  static override properties: PropertyDeclarations = { password: { attribute: false }, expiresAt: { attribute: false }, texts: { attribute: false }, copied: { state: true } };

  /** The digits; empty where there are none. */
  declare password: string;
  /** When they expire: Unix seconds of this device's clock; 0 where there are none. */
  declare expiresAt: number;
  /** The site's own words in place of ours. */
  declare texts: Partial<OtpTexts> | undefined;
  declare protected copied: boolean | undefined;

  #timer: ReturnType<typeof setTimeout> | undefined;
  #copiedTimer: ReturnType<typeof setTimeout> | undefined;
  /** Seconds that were left when the password came: the whole of the bar. */
  #whole = 1;
  #shown = 0;
  #lang = '';
  #spoken = english;

  constructor() {
    super();
    this.password = '';
    this.expiresAt = 0;
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (name === 'lang') this.requestUpdate();
    else super.attributeChangedCallback(name, before, value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureLiveRegions();
    document.addEventListener('visibilitychange', this.#tick);
    this.#tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#tick);
    clearTimeout(this.#timer);
    clearTimeout(this.#copiedTimer);
    this.copied = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('expiresAt')) return;
    this.#whole = Math.max(1, this.#left());
    this.#shown = this.#left();
    this.copied = undefined;
    this.#tick();
  }

  protected override render(): TemplateResult {
    const texts = this.#words;
    const seconds = this.#left();
    const expired = this.expiresAt > 0 && seconds === 0;
    return html`<div class="within" lang=${texts.$code} dir=${texts.$dir}>
      ${expired ? html`<p class="gone" part="expired"><b>${texts.otpExpired}</b> ${texts.otpExpiredHint}</p>` : this.#digits(texts)}
      <span class="fill"></span>
      <div class="left" part="left">
        <progress max=${this.#whole} .value=${seconds} aria-label=${texts.otpValidFor}></progress>
        <span class="time" role="timer">${texts.otpValidFor} <bdi>${countdown(seconds)}</bdi></span>
      </div>
      ${expired ? primaryButton(texts.otpRetry, this.#retry) : softButton(texts.otpRetry, this.#retry)}
    </div>`;
  }

  /** Grouped for the eye; read digit by digit; copied as they are. */
  #digits(texts: OtpTexts): TemplateResult {
    const groups = this.password.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? [];
    const label = this.copied === undefined ? texts.otpCopy : this.copied ? texts.otpCopied : texts.otpNotCopied;
    return html`
      <p class="digits" part="password" dir="ltr"><span class="visually-hidden">${[...this.password].join(' ')}</span>${groups.map((group) => html`<span aria-hidden="true">${group}</span>`)}</p>
      ${primaryButton(label, this.#copy, { off: this.password === '' })}`;
  }

  get #words(): OtpTexts {
    return { ...this.#spoken, ...this.texts };
  }

  /** Nothing is drawn in a language that it does not stay in: the first time waits for the texts. */
  protected override async scheduleUpdate(): Promise<void> {
    const lang = language(this);
    if (lang !== this.#lang) {
      this.#lang = lang;
      this.#spoken = await loadOtpTexts(lang)?.catch(() => undefined) ?? english;
    }
    await super.scheduleUpdate();
  }

  /** Whole seconds, rounded up: 0 means over. */
  #left(): number {
    return Math.max(0, Math.ceil(this.expiresAt - Date.now() / 1000));
  }

  /** Draws each second once, in step with the password's own end; a tab that was hidden, or a device that slept, catches up at once. */
  readonly #tick = (): void => {
    clearTimeout(this.#timer);
    const left = this.#left();
    if (left !== this.#shown) this.#passed(this.#shown, left);
    if (left === 0 || !this.isConnected) return;
    const untilNext = (this.expiresAt * 1000 - Date.now()) % 1000;
    this.#timer = setTimeout(this.#tick, untilNext < 1 ? 1000 : untilNext + 1);
  };

  #passed(before: number, left: number): void {
    this.#shown = left;
    this.requestUpdate();
    if (left === 0) this.#expire();
    else if (MILESTONES.some((milestone) => before > milestone && left <= milestone)) announce(this.#words.otpSecondsLeft(left), 'polite');
  }

  #expire(): void {
    this.password = '';
    announce(`${this.#words.otpExpired}. ${this.#words.otpExpiredHint}`, 'assertive');
    this.dispatchEvent(new Event('mpin-expired'));
  }

  readonly #retry = (): void => {
    this.dispatchEvent(new Event('mpin-retry'));
  };

  readonly #copy = (): void => void this.#toClipboard();

  async #toClipboard(): Promise<void> {
    const copied = await copyText(this.password, this.renderRoot.querySelector('.digits'));
    this.copied = copied;
    announce(copied ? this.#words.otpCopied : this.#words.otpNotCopied, 'polite');
    clearTimeout(this.#copiedTimer);
    this.#copiedTimer = setTimeout(() => { this.copied = undefined; }, COPIED_MS);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpin-otp': MpinOtp;
  }
}
