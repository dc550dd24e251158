import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** A labelled field of a form. */
export interface TextFieldOptions {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** What is wrong with it, in words. */
  readonly error: string | undefined;
  readonly autocomplete: string;
  readonly inputmode: 'email' | 'text';
  /** The screen's focus begins here. */
  readonly focus: boolean;
  readonly readonly: boolean;
}

/**
 * Label, input and, below it, what is wrong.
 *
 * @csspart field - Label, input and what is wrong.
 * @csspart input - A field to fill in.
 * @csspart error - What is wrong with a field.
 */
export const textField = (options: TextFieldOptions): TemplateResult => {
  const { name, label, value, error, autocomplete, inputmode, focus, readonly } = options;
  return html`<div class="field" part="field"><label for=${name}>${label}</label>
    <input id=${name} name=${name} class="input" part="input" ?data-focus=${focus} dir="auto" autocomplete=${autocomplete} inputmode=${inputmode} autocapitalize=${inputmode === 'email' ? 'off' : 'words'}
      spellcheck="false" .value=${value} ?readonly=${readonly} aria-invalid=${error === undefined ? nothing : 'true'} aria-describedby=${error === undefined ? nothing : `${name}-error`}>
    ${error === undefined ? nothing : html`<p class="error" part="error" id="${name}-error">${error}</p>`}</div>`;
};
