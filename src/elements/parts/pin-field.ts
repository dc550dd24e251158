import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { SecretEntry } from '../../client/secret-entry.ts';
import type { SignInTexts } from '../texts/texts.ts';
import { asciiDigits } from './digits.ts';

/** The element that a field is drawn in. */
export type FieldHost = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Stands for a digit in the field's own text. */
const MASK = '\u2022';

/**
 * The PIN's real field, over its drawn dots.
 *
 * It is one native input, so that paste, hardware keyboards and assistive technology work as everywhere; `type=password`, so that
 * screen readers treat it as protected; `inputmode=none`, because the keypad is on the screen. But no digit stays in it: what would be
 * inserted goes to the entry before the browser inserts it, and the field's text is as many masks as there are digits. Where a browser
 * gives no chance before (autofill, input methods), the text is taken and masked in the same event.
 *
 * @csspart slots - The dots, with the field over them.
 * @csspart dot - One dot.
 * @csspart filled - A dot whose digit was typed.
 * @csspart pin - The PIN's field, which is not seen.
 */
export class PinField implements ReactiveController {
  readonly #host: FieldHost;
  readonly #entry: SecretEntry;

  constructor(host: FieldHost, entry: SecretEntry) {
    this.#host = host;
    this.#entry = entry;
    host.addController(this);
  }

  /** The field has as many masks as there are digits, whatever the browser made of it in between. */
  hostUpdated(): void {
    const field = this.#host.renderRoot.querySelector<HTMLInputElement>('#pin');
    const masks = MASK.repeat(this.#entry.length);
    if (field && field.value !== masks) field.value = masks;
  }

  /** Dots and field for a PIN of `total` digits; `deviceKeyboard` where the keypad has made room for it. */
  render(texts: SignInTexts, total: number, length: number, invalid: boolean, deviceKeyboard = false): TemplateResult {
    return html`<div class="slots" part="slots" dir="ltr">
      ${Array.from({ length: total }, (_, i) => html`<i class=${i < length ? 'on' : ''} part=${i < length ? 'dot filled' : 'dot'}></i>`)}
      <input id="pin" part="pin" data-focus type="password" inputmode=${deviceKeyboard ? 'numeric' : 'none'} autocomplete="off" autocapitalize="off" spellcheck="false" translate="no"
        data-1p-ignore data-bwignore data-lpignore="true" aria-label=${texts.pinLabel(total)} aria-describedby="purpose message advice" aria-invalid=${invalid ? 'true' : nothing}
        @beforeinput=${this.#onBeforeInput} @input=${this.#onInput} @copy=${refuse} @cut=${refuse} @dragstart=${refuse}>
    </div>`;
  }

  readonly #onBeforeInput = (event: InputEvent): void => {
    if (!event.cancelable) return;
    event.preventDefault();
    if (event.inputType.startsWith('delete')) this.#delete(event);
    else this.#insert(event);
  };

  #insert(event: InputEvent): void {
    const digits = asciiDigits(event.data ?? event.dataTransfer?.getData('text/plain') ?? '');
    const whole = event.inputType === 'insertFromPaste' || event.inputType === 'insertFromDrop' || event.inputType === 'insertReplacementText';
    if (whole && digits !== '') this.#entry.replace(digits);
    else this.#entry.push(digits);
  }

  #delete(event: InputEvent): void {
    const { selectionStart, selectionEnd, value } = event.target as HTMLInputElement;
    const all = selectionStart === 0 && selectionEnd === value.length && value.length > 1;
    if (event.inputType === 'deleteContentBackward' && !all) this.#entry.pop();
    else this.#entry.clear();
  }

  /** What came in without asking: masks that are left stand for digits that stay, anything else is new. */
  readonly #onInput = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    const text = field.value;
    const masks = text.split(MASK).length - 1;
    const digits = asciiDigits(text);
    field.value = MASK.repeat(masks);
    if (masks === 0) this.#entry.replace(digits);
    else {
      while (this.#entry.limit > 0 && this.#entry.length > masks) this.#entry.pop();
      this.#entry.push(digits);
    }
    field.value = MASK.repeat(this.#entry.length);
  };
}

/** There is nothing worth copying, and nothing to drag away. */
const refuse = (event: Event): void => event.preventDefault();
