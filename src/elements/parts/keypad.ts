import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { SecretEntry } from '../../client/secret-entry.ts';
import type { SignInTexts } from '../texts/texts.ts';
import { backspace, icon } from './icons.ts';

/** The keys in reading order, row by row. */
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'clear', '0', 'delete'] as const;
const COLUMNS = 3;

type Key = (typeof KEYS)[number];

/** How far an arrow moves; never mirrored, as the digits are not. */
const MOVES: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS };

/**
 * The keypad: a group of native buttons that is one stop in the tab order, with arrows inside (WAI-ARIA APG, "Keyboard Interface",
 * roving tabindex). Keys listen to `click`, so that screen readers, switches and voice reach them, and hand their digit to the entry at
 * once: rendering has no part in it, so no tap can be lost to it.
 *
 * It owns which key is the tab stop. It does not own the digits, and does not know what they are for.
 */
export class KeypadController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #entry: SecretEntry;
  #stop: Key = '1';

  constructor(host: ReactiveControllerHost, entry: SecretEntry) {
    this.#host = host;
    this.#entry = entry;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = '1';
  }

  /** The twelve keys. A resting keypad stays where it is and takes nothing. */
  render(texts: SignInTexts, resting: boolean): TemplateResult {
    return html`<div class="keys ${resting ? 'resting' : ''}" part="keypad" role="group" dir="ltr" aria-label=${texts.keypad} translate="no"
      @click=${this.#onClick} @keydown=${this.#onKeydown} @focusin=${this.#onFocus}>${KEYS.map((key) => this.#key(key, texts, resting))}</div>`;
  }

  #key(key: Key, texts: SignInTexts, resting: boolean): TemplateResult {
    const stop = key === this.#stop ? '0' : '-1';
    const disabled = resting ? 'true' : 'false';
    if (key === 'clear') return html`<button type="button" class="key plain" part="key clear" data-key=${key} tabindex=${stop} aria-disabled=${disabled}>${texts.clear}</button>`;
    if (key === 'delete') {
      return html`<button type="button" class="key plain" part="key delete" data-key=${key} tabindex=${stop} aria-disabled=${disabled} aria-label=${texts.deleteDigit}>${icon(backspace, 26)}</button>`;
    }
    return html`<button type="button" class="key" part="key digit" data-key=${key} tabindex=${stop} aria-disabled=${disabled}>${key}</button>`;
  }

  readonly #onClick = (event: Event): void => {
    const key = keyOf(event);
    if (key === 'clear') this.#entry.clear();
    else if (key === 'delete') this.#entry.pop();
    else if (key !== undefined) this.#entry.push(key);
  };

  readonly #onFocus = (event: Event): void => {
    const key = keyOf(event);
    if (key === undefined || key === this.#stop) return;
    this.#stop = key;
    this.#host.requestUpdate();
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
