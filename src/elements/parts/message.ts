import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from './frame.ts';
import { icon } from './icons.ts';
import type { Strokes } from './icons.ts';

/** What a screen says that has nothing to fill in. */
export interface Message {
  /** The round picture. */
  readonly picture: Strokes;
  readonly look?: 'bad' | 'plain';
  readonly title: string;
  /** Paragraphs. */
  readonly says: readonly unknown[];
  /** The ways on. */
  readonly ways: unknown;
  /** It asks something that is not easily undone (WAI-ARIA APG, "Alert and Message Dialogs"). */
  readonly asks?: boolean;
}

/**
 * Picture, heading and paragraphs in the middle, the ways on below.
 *
 * @csspart badge - The round picture of a screen that has nothing to fill in.
 * @csspart text - A paragraph.
 */
export const message = ({ picture, look, title, says, ways, asks = false }: Message): TemplateResult => html`
  <div class="screen" part="screen" role=${asks ? 'alertdialog' : nothing} aria-labelledby=${asks ? 'title' : nothing} aria-describedby=${asks ? 'says' : nothing}>
    <span class="fill"></span>
    <span class="badge ${look ?? ''}" part="badge">${icon(picture, 32)}</span>
    ${heading(title, { middle: true })}
    <div class="says" id="says">${says.map((text) => html`<p class="middle" part="text">${text}</p>`)}</div>
    <span class="fill"></span>
    ${ways}
  </div>`;
