import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import type { SecretEntry } from '../../client/secret-entry.ts';
import type { SetUpTexts } from '../texts/texts.ts';
import { asciiDigits } from './digits.ts';
import type { FieldHost } from './pin-field.ts';

/**
 * The field for a mailed code: one input for all digits, so that pasting and autofill work (WCAG 3.3.8, failure F109), visible, because
 * it is compared with the mail. The digits are also in the entry, from which the client gets them.
 */
export class CodeField implements ReactiveController {
  readonly #host: FieldHost;
  readonly #entry: SecretEntry;

  constructor(host: FieldHost, entry: SecretEntry) {
    this.#host = host;
    this.#entry = entry;
    host.addController(this);
  }

  /** After a wrong code the entry is empty, and so is the field. */
  hostUpdated(): void {
    const field = this.#host.renderRoot.querySelector<HTMLInputElement>('#code');
    if (field && this.#entry.length === 0) field.value = '';
  }

  /**
   * Field and label.
   *
   * @csspart code - The field for the digits of a mail; also `input`.
   */
  render(texts: SetUpTexts, invalid: boolean, busy: boolean): TemplateResult {
    return html`<div class="field" part="field"><label for="code">${texts.codeLabel}</label>
      <input id="code" class="input code" part="input code" data-focus dir="ltr" inputmode="numeric" autocomplete="one-time-code" autocapitalize="off" spellcheck="false"
        translate="no" aria-describedby="note" aria-invalid=${invalid ? 'true' : nothing} ?readonly=${busy} @input=${this.#onInput}></div>`;
  }

  readonly #onInput = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    const digits = asciiDigits(field.value).slice(0, this.#entry.limit);
    field.value = digits;
    this.#entry.replace(digits);
  };
}
