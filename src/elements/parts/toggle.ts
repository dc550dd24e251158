import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { once } from './buttons.ts';

/**
 * A switch for something that is on or off here and now.
 *
 * @csspart toggle - A switch in the line below the keys.
 */
export const toggle = (label: string, on: boolean, act: (event: Event) => void): TemplateResult =>
  html`<button type="button" class="toggle" part="toggle" aria-pressed=${on ? 'true' : 'false'} @click=${once(act)}>${label}</button>`;
