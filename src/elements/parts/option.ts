import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { once } from './buttons.ts';
import { icon } from './icons.ts';
import type { Strokes } from './icons.ts';
import { next } from './icons-set-up.ts';

/**
 * A large choice with its picture.
 *
 * @csspart option - A large choice.
 * @csspart tile - The picture of a choice.
 */
export const option = (picture: Strokes, label: string, act: () => void, hint = ''): TemplateResult => html`<button type="button" class="option" part="option" @click=${once(act)}>
  <span class="tile" part="tile">${icon(picture)}</span><span class="label">${label}${hint === '' ? nothing : html`<small>${hint}</small>`}</span>${icon(next, 18, true)}</button>`;
