import { svg } from 'lit';
import { path } from './icons.ts';

/** Strokes of the icons that only setting up and the lists show. */
export const next = path('m9.5 6 6 6-6 6');
export const add = path('M12 5v14M5 12h14');
export const pencil = path('M4.5 19.5h3.4L19 8.4 15.6 5 4.5 16.1ZM13.2 7.4l3.4 3.4');
export const bin = path('M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.5 10.5v5.5M13.5 10.5v5.5');
export const laptop = svg`<rect x="5" y="5" width="14" height="10" rx="1.5"/><path d="M3 19h18"/>`;
export const phone = svg`<rect x="7.5" y="3" width="9" height="18" rx="2"/><path d="M11 18h2"/>`;
export const key = svg`<circle cx="8" cy="15" r="4"/><path d="m11 12 8-8M16 7l2.5 2.5"/>`;
