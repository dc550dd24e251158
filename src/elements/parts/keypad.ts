import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { SecretEntry } from '../../client/secret-entry.ts';
import type { SignInTexts } from '../texts/texts.ts';
import { backspace, icon } from './icons.ts';
import { shuffledPlaces } from './shuffle.ts';
import { toggle } from './toggle.ts';

/** The keys in reading order, row by row. */
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'clear', '0', 'delete'] as const;
const COLUMNS = 3;

type Key = (typeof KEYS)[number];

/** How far an arrow moves; never mirrored, as the digits are not. */
const MOVES: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS };

/** What a page may want of the keypad; an element that has no such attributes wants nothing of it. */
export interface KeypadWishes {
  /** Digits at random places, anew for each prompt. */
  readonly scramble?: boolean;
  /** Offers the device's own keyboard in place of the keys. */
  readonly deviceKeyboard?: boolean;
}

/**
 * The keypad: a group of native buttons that is one stop in the tab order, with arrows inside (WAI-ARIA APG, "Keyboard Interface",
 * roving tabindex). Keys listen to `click`, so that screen readers, switches and voice reach them, and hand their digit to the entry at
 * once: rendering has no part in it, so no tap can be lost to it.
 *
 * It owns which key is the tab stop, where the digits stand, and whether the device's keyboard takes their place. It does not own the
 * digits that were typed, and does not know what they are for.
 *
 * @csspart keypad - The group of the keys.
 * @csspart key - One key.
 * @csspart digit - A key with a digit.
 * @csspart clear - The key that takes all digits back.
 * @csspart delete - The key that takes the last digit back.
 * @csspart keypad-options - The line of switches below the keys, where the page offers any.
 */
export class KeypadController implements ReactiveController {
  readonly #host: ReactiveControllerHost & KeypadWishes;
  readonly #entry: SecretEntry;
  #stop: Key = '1';
  #places: ReadonlyMap<string, number> | undefined;
  #prompt = 0;
  /** A person, or their keyboard, asked for the usual order. */
  #usual = false;
  #folded = false;

  constructor(host: ReactiveControllerHost & KeypadWishes, entry: SecretEntry) {
    this.#host = host;
    this.#entry = entry;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = '1';
  }

  /** Digits change places once for each prompt: never while somebody types. */
  hostUpdate(): void {
    const { scramble = false } = this.#host;
    if (!scramble || this.#usual) this.#places = undefined;
    else if (this.#places === undefined || this.#prompt !== this.#entry.prompt) this.#places = shuffledPlaces(KEYS);
    this.#prompt = this.#entry.prompt;
  }

  /** Whether the person chose the device's own keyboard, and it is offered. */
  get folded(): boolean {
    return this.#folded && this.#host.deviceKeyboard === true;
  }

  /** The twelve keys. A resting keypad stays where it is and takes nothing. */
  render(texts: SignInTexts, resting: boolean): TemplateResult {
    return html`<div class="keys ${resting ? 'resting' : ''}" part="keypad" role="group" dir="ltr" aria-label=${texts.keypad} translate="no" ?hidden=${this.folded}
      @click=${this.#onClick} @keydown=${this.#onKeydown} @focusin=${this.#onFocus}>${KEYS.map((key) => this.#key(key, texts, resting))}</div>
      ${this.#options(texts)}`;
  }

  #key(key: Key, texts: SignInTexts, resting: boolean): TemplateResult {
    const stop = key === this.#stop ? '0' : '-1';
    const disabled = resting ? 'true' : 'false';
    const place = this.#places === undefined ? '' : ` at-${this.#places.get(key)}`;
    if (key === 'clear') return html`<button type="button" class="key plain${place}" part="key clear" data-key=${key} tabindex=${stop} aria-disabled=${disabled}>${texts.clear}</button>`;
    if (key === 'delete') {
      return html`<button type="button" class="key plain${place}" part="key delete" data-key=${key} tabindex=${stop} aria-disabled=${disabled} aria-label=${texts.deleteDigit}>${icon(backspace, 26)}</button>`;
    }
    return html`<button type="button" class="key${place}" part="key digit" data-key=${key} tabindex=${stop} aria-disabled=${disabled}>${key}</button>`;
  }

  #options(texts: SignInTexts): TemplateResult | typeof nothing {
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

  readonly #onClick = (event: Event): void => {
    const key = keyOf(event);
    if (key === 'clear') this.#entry.clear();
    else if (key === 'delete') this.#entry.pop();
    else if (key !== undefined) this.#entry.push(key);
  };

  /** Arrows follow the reading order, so that whoever walks the keys with a keyboard gets them in it. */
  readonly #onFocus = (event: Event): void => {
    const key = keyOf(event);
    if (key === undefined) return;
    const walks = this.#places !== undefined && (event.target as Element).matches(':focus-visible');
    if (key === this.#stop && !walks) return;
    this.#set(() => {
      this.#stop = key;
      this.#usual ||= walks;
    });
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const from = keyOf(event);
    if (from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = target(KEYS.indexOf(from), event.key);
    if (next === undefined) return;
    event.preventDefault();
    (event.currentTarget as Element).querySelectorAll<HTMLElement>('[data-key]')[next]?.focus();
  };
}

/** The key an event came from. */
const keyOf = (event: Event): Key | undefined =>
  (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset['key'] as Key | undefined;

/** Where an arrow, Home or End leads from a key; undefined where it leads nowhere. */
function target(index: number, pressed: string): number | undefined {
  const row = index - (index % COLUMNS);
  if (pressed === 'Home') return row;
  if (pressed === 'End') return row + COLUMNS - 1;
  const move = MOVES[pressed];
  if (move === undefined) return undefined;
  const next = index + move;
  const sameRow = next >= row && next < row + COLUMNS;
  return (Math.abs(move) === 1 ? sameRow : next >= 0 && next < KEYS.length) ? next : index;
}
