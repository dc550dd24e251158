import { svg } from 'lit';
import { path } from './icons.ts';

/** Strokes of the icons that only setting up and the lists show. */
export const next = path('m9.5 6 6 6-6 6');
export const add = path('M12 5v14M5 12h14');
export const laptop = svg`<rect x="5" y="5" width="14" height="10" rx="1.5"/><path d="M3 19h18"/>`;
export const phone = svg`<rect x="7.5" y="3" width="9" height="18" rx="2"/><path d="M11 18h2"/>`;
