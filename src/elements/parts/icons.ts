import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';

/** Strokes on a 24-unit square. */
const strokes = {
  lock: svg`<rect x="5" y="11" width="14" height="9.5" rx="2.5"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
  menu: svg`<path d="M5 7h14M5 12h14M5 17h14"/>`,
  back: svg`<path d="m14.5 5-7 7 7 7"/>`,
  next: svg`<path d="m9.5 6 6 6-6 6"/>`,
  down: svg`<path d="m7 10 5 5 5-5"/>`,
  add: svg`<path d="M12 5v14M5 12h14"/>`,
  check: svg`<path d="m5 12.5 5 5L19.5 7"/>`,
  cross: svg`<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>`,
  laptop: svg`<rect x="5" y="5" width="14" height="10" rx="1.5"/><path d="M3 19h18"/>`,
  phone: svg`<rect x="7.5" y="3" width="9" height="18" rx="2"/><path d="M11 18h2"/>`,
  backspace: svg`<path d="M20 6H9.5L4 12l5.5 6H20a1 1 0 0 0 1-1V7a1 1 0 0 0-1-1ZM11.5 9.5l5 5M16.5 9.5l-5 5"/>`,
  alert: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7.5v5.5M12 16.4v.1"/>`,
  mail: svg`<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="m4 7.5 8 6 8-6"/>`,
  cloud: svg`<path d="M7 18.5a4.5 4.5 0 0 1-.6-8.96 6 6 0 0 1 11.4 1.5A3.8 3.8 0 0 1 17.2 18.5M4 4l16 16"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>`,
} as const;

/** The name of an icon. */
export type IconName = keyof typeof strokes;

/** Icons that point along the line of text turn round where that line runs from right to left. */
const mirrored: ReadonlySet<IconName> = new Set<IconName>(['back', 'next']);

/** A decorative icon; its meaning is always said by text beside it or by the control's name. */
export const icon = (name: IconName, size = 22): TemplateResult => html`<svg
  class=${mirrored.has(name) ? 'mirrored' : ''} width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor"
  stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${strokes[name]}</svg>`;
