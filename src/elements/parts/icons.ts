import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** What a picture is drawn with, on a 24-unit square: the commands of an SVG path. */
export type Strokes = `${'M' | 'm'}${string}`;

export const lock = 'M7.5 11h9a2.5 2.5 0 0 1 2.5 2.5V18a2.5 2.5 0 0 1-2.5 2.5h-9A2.5 2.5 0 0 1 5 18v-4.5A2.5 2.5 0 0 1 7.5 11ZM8 11V8a4 4 0 0 1 8 0v3';
export const menu = 'M5 7h14M5 12h14M5 17h14';
export const back = 'm14.5 5-7 7 7 7';
export const down = 'm7 10 5 5 5-5';
export const check = 'm5 12.5 5 5L19.5 7';
export const cross = 'm6.5 6.5 11 11M17.5 6.5l-11 11';
export const backspace = 'M20 6H9.5L4 12l5.5 6H20a1 1 0 0 0 1-1V7a1 1 0 0 0-1-1ZM11.5 9.5l5 5M16.5 9.5l-5 5';
export const alert = 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM12 7.5v5.5M12 16.4v.1';
export const mail = 'M5.5 5.5h13a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2ZM4 7.5l8 6 8-6';
export const cloud = 'M7 18.5a4.5 4.5 0 0 1-.6-8.96 6 6 0 0 1 11.4 1.5A3.8 3.8 0 0 1 17.2 18.5M4 4l16 16';
export const clock = 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM12 7v5.2l3.4 2';

/**
 * A decorative icon; its meaning is always said by text beside it or by the control's name.
 *
 * @param mirrored - it points along the line of text, and turns round where that line runs from right to left
 */
export const icon = (strokes: Strokes, size = 22, mirrored = false): TemplateResult => html`<svg
  class=${mirrored ? 'mirrored' : ''} width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor"
  stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${strokes}></path></svg>`;
