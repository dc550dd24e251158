import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Purpose } from './view.ts';

/**
 * What the PIN confirms, in the site's words. It stays above the dots as long as the PIN is asked for, and describes the PIN's field, so
 * that it is heard with it.
 *
 * @csspart purpose - What the PIN confirms.
 * @csspart reason - The site's words for it.
 * @csspart amount - How much it is about.
 */
export const purposeLine = ({ reason, amount }: Purpose): TemplateResult => html`<p class="purpose" part="purpose" id="purpose"><span part="reason">${reason}</span>
  ${amount === '' ? nothing : html`<bdi class="amount" part="amount">${amount}</bdi>`}</p>`;
