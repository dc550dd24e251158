import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** What a button may be besides its label and its action. */
export interface ButtonOptions {
  /** It is doing what it was pressed for. */
  readonly busy?: boolean;
  /** It cannot be pressed now. It stays focusable, so that nobody loses their place. */
  readonly off?: boolean;
  readonly submits?: boolean;
  /** It takes something away. */
  readonly danger?: boolean;
}

/**
 * A click handler that acts once: the second half of a double click falls on whatever has come to that place in between, and nobody
 * means that. Keys of the keypad are the exception, as equal digits follow each other.
 */
export const once = (act: (event: MouseEvent) => void) => (event: MouseEvent): void => {
  if (event.detail > 1) event.preventDefault();
  else act(event);
};

const button = (part: 'button primary' | 'button soft' | 'link', look: string, label: unknown, act: () => void, { busy = false, off = false, submits = false, danger = false }: ButtonOptions): TemplateResult => html`<button
  class="${look} ${danger ? 'danger' : ''}" part=${part} type=${submits ? 'submit' : 'button'} aria-disabled=${busy || off ? 'true' : nothing} aria-busy=${busy ? 'true' : nothing}
  @click=${busy || off ? (event: Event) => event.preventDefault() : once(act)}>${busy ? html`<span class="spinner"></span>` : nothing}${label}</button>`;

const nothingMore = (): void => undefined;

/**
 * The one thing to do next.
 *
 * @csspart button - A button; also `primary` or `soft`.
 * @csspart primary - The button for the one thing to do next.
 */
export const primaryButton = (label: unknown, act: () => void, options: ButtonOptions = {}): TemplateResult => button('button primary', 'button', label, act, options);

/** The one thing to do next in a form: the form's submit event acts. */
export const submitButton = (label: unknown, options: ButtonOptions = {}): TemplateResult =>
  button('button primary', 'button', label, nothingMore, { ...options, submits: true });

/**
 * A second thing of the same weight.
 *
 * @csspart soft - The button for a second thing of the same weight.
 */
export const softButton = (label: unknown, act: () => void, options: ButtonOptions = {}): TemplateResult => button('button soft', 'button soft', label, act, options);

/**
 * Something else that can be done here.
 *
 * @csspart link - A button that looks like a link.
 */
export const linkButton = (label: unknown, act: () => void, options: ButtonOptions = {}): TemplateResult => button('link', 'link', label, act, options);
