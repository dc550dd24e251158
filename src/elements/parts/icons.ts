import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';

/** Strokes on a 24-unit square. */
export const lock = svg`<rect x="5" y="11" width="14" height="9.5" rx="2.5"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`;
export const menu = path('M5 7h14M5 12h14M5 17h14');
export const back = path('m14.5 5-7 7 7 7');
export const down = path('m7 10 5 5 5-5');
export const check = path('m5 12.5 5 5L19.5 7');
export const cross = path('m6.5 6.5 11 11M17.5 6.5l-11 11');
export const backspace = path('M20 6H9.5L4 12l5.5 6H20a1 1 0 0 0 1-1V7a1 1 0 0 0-1-1ZM11.5 9.5l5 5M16.5 9.5l-5 5');
export const alert = svg`<circle cx="12" cy="12" r="9"/><path d="M12 7.5v5.5M12 16.4v.1"/>`;
export const mail = svg`<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="m4 7.5 8 6 8-6"/>`;
export const cloud = path('M7 18.5a4.5 4.5 0 0 1-.6-8.96 6 6 0 0 1 11.4 1.5A3.8 3.8 0 0 1 17.2 18.5M4 4l16 16');
export const clock = svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>`;

/** An icon of strokes that make one path. */
export function path(strokes: string): TemplateResult<2> {
  return svg`<path d=${strokes}/>`;
}

/**
 * A decorative icon; its meaning is always said by text beside it or by the control's name.
 *
 * @param mirrored - it points along the line of text, and turns round where that line runs from right to left
 */
export const icon = (strokes: TemplateResult<2>, size = 22, mirrored = false): TemplateResult => html`<svg
  class=${mirrored ? 'mirrored' : ''} width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor"
  stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${strokes}</svg>`;
