import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { SecretEntry } from '../../client/secret-entry.ts';
import { Fetched } from '../controllers/fetched.ts';
import type { SignInTexts } from '../texts/texts.ts';
import { adopt } from './adopt.ts';
import { backspace, icon } from './icons.ts';
import type { KeypadOptions } from './keypad-options.ts';

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

/** The element that a keypad is drawn in. */
export type KeypadHost = ReactiveControllerHost & KeypadWishes & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * The keypad: a group of native buttons that is one stop in the tab order, with arrows inside (WAI-ARIA APG, "Keyboard Interface",
 * roving tabindex). Keys listen to `click`, so that screen readers, switches and voice reach them, and hand their digit to the entry at
 * once: rendering has no part in it, so no tap can be lost to it.
 *
 * It owns which key is the tab stop. It does not own the digits that were typed, and does not know what they are for. Other places for
 * the digits, and the device's keyboard in place of the keys, are fetched where a page wants them; where they cannot be, the usual
 * keypad serves as well.
 *
 * @csspart keypad - The group of the keys.
 * @csspart key - One key.
 * @csspart digit - A key with a digit.
 * @csspart clear - The key that takes all digits back.
 * @csspart delete - The key that takes the last digit back.
 */
export class KeypadController implements ReactiveController {
  readonly #host: KeypadHost;
  readonly #entry: SecretEntry;
  readonly #options: Fetched<KeypadOptions>;
  #stop: Key = '1';

  constructor(host: KeypadHost, entry: SecretEntry) {
    this.#host = host;
    this.#entry = entry;
    this.#options = new Fetched(
      () => import('./keypad-options.ts').then(({ KeypadOptions: Options, keypadOptionStyles }) => {
        adopt(host.renderRoot as ShadowRoot, keypadOptionStyles);
        return new Options(host, entry, KEYS);
      }),
      () => host.requestUpdate(),
      () => undefined,
    );
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = '1';
    this.#options.retry();
  }

  hostUpdate(): void {
    if (this.#host.scramble === true || this.#host.deviceKeyboard === true) this.#options.load();
  }

  /** Whether the person chose the device's own keyboard, and it is offered. */
  get folded(): boolean {
    return this.#options.part?.folded === true;
  }

  /** The twelve keys. A resting keypad stays where it is and takes nothing. */
  render(texts: SignInTexts, resting: boolean): TemplateResult {
    return html`<div class="keys ${resting ? 'resting' : ''}" part="keypad" role="group" dir="ltr" aria-label=${texts.keypad} translate="no" ?hidden=${this.folded}
      @click=${this.#onClick} @keydown=${this.#onKeydown} @focusin=${this.#onFocus}>${KEYS.map((key) => this.#key(key, texts, resting))}</div>
      ${this.#options.part?.render(texts)}`;
  }

  #key(key: Key, texts: SignInTexts, resting: boolean): TemplateResult {
    const word = key.length > 1;
    return html`<button type="button" class="key ${word ? 'plain' : ''} ${this.#options.part?.placeOf(key) ?? ''}" part=${key === 'clear' ? 'key clear' : key === 'delete' ? 'key delete' : 'key digit'} data-key=${key}
      tabindex=${key === this.#stop ? '0' : '-1'} aria-disabled=${resting ? 'true' : 'false'} aria-label=${key === 'delete' ? texts.deleteDigit : nothing}>${
      key === 'delete' ? icon(backspace, 26) : key === 'clear' ? texts.clear : key}</button>`;
  }

  readonly #onClick = (event: Event): void => {
    const key = keyOf(event);
    if (key === 'clear') this.#entry.clear();
    else if (key === 'delete') this.#entry.pop();
    else if (key !== undefined) this.#entry.push(key);
  };

  readonly #onFocus = (event: Event): void => {
    const key = keyOf(event);
    if (key === undefined) return;
    if (key !== this.#stop) {
      this.#stop = key;
      this.#host.requestUpdate();
    }
    if ((event.target as Element).matches(':focus-visible')) this.#options.part?.walked();
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
