import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import type { SecretEntry } from '../../client/secret-entry.ts';
import type { SignInTexts } from '../texts/texts.ts';
import type { KeypadHost } from './keypad.ts';
import { shuffledPlaces } from './shuffle.ts';
import { toggle } from './toggle.ts';

export { keypadOptionStyles } from '../styles/keypad-options.ts';

/**
 * What few pages want of a keypad, and what is therefore fetched for them alone: digits at random places, and the device's own keyboard in
 * place of the keys, each with a switch below the keys.
 *
 * It owns where the digits stand, and whether the device's keyboard takes their place.
 *
 * @csspart keypad-options - The line of switches below the keys, where the page offers any.
 */
export class KeypadOptions implements ReactiveController {
  readonly #host: KeypadHost;
  readonly #entry: SecretEntry;
  readonly #keys: readonly string[];
  #places: ReadonlyMap<string, number> | undefined;
  /** The prompt that the places are for; or at which they came too late, when somebody was typing already. */
  #prompt: number | undefined;
  /** A person, or their keyboard, asked for the usual order. */
  #usual = false;
  #folded = false;

  /** @param keys - in reading order */
  constructor(host: KeypadHost, entry: SecretEntry, keys: readonly string[]) {
    this.#host = host;
    this.#entry = entry;
    this.#keys = keys;
    this.#prompt = entry.length > 0 ? entry.prompt : undefined;
    host.addController(this);
  }

  /** Digits change places once for each prompt: never while somebody types, unless they ask for it. */
  hostUpdate(): void {
    if (this.#host.scramble !== true || this.#usual) {
      this.#places = undefined;
      this.#prompt = undefined;
    } else if (this.#prompt !== this.#entry.prompt) {
      this.#places = shuffledPlaces(this.#keys);
      this.#prompt = this.#entry.prompt;
    }
  }

  /** Whether the person chose the device's own keyboard, and it is offered. */
  get folded(): boolean {
    return this.#folded && this.#host.deviceKeyboard === true;
  }

  /** The class that puts a key in its place; undefined for its usual one. */
  placeOf(key: string): string | undefined {
    return this.#places && `at-${this.#places.get(key)}`;
  }

  /** Somebody walks the keys with a keyboard: arrows follow the reading order, so they get the keys in it. */
  walked(): void {
    if (this.#places !== undefined) this.#set(() => { this.#usual = true; });
  }

  /** The switches. */
  render(texts: SignInTexts): TemplateResult | typeof nothing {
    const { scramble = false, deviceKeyboard = false } = this.#host;
    if (!scramble && !deviceKeyboard) return nothing;
    return html`<div class="keypad-options" part="keypad-options">
      ${scramble && !this.folded ? toggle(texts.shuffledKeys, !this.#usual, () => this.#set(() => { this.#usual = !this.#usual; })) : nothing}
      ${deviceKeyboard ? toggle(texts.deviceKeyboard, this.#folded, (event) => this.#fold(event)) : nothing}
    </div>`;
  }

  /** The device's keyboard comes with focus, and only while the browser handles the person's own click. */
  #fold(event: Event): void {
    this.#set(() => { this.#folded = !this.#folded; });
    const field = ((event.currentTarget as Element).getRootNode() as ShadowRoot).querySelector<HTMLInputElement>('#pin');
    if (field === null || !this.#folded) return;
    field.inputMode = 'numeric';
    field.focus();
  }

  #set(change: () => void): void {
    change();
    this.#host.requestUpdate();
  }
}
