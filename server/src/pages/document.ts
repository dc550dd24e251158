import { createHash } from 'node:crypto';
import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import { direction } from '../text/languages.ts';
import type { Language } from '../text/languages.ts';
import { oneLine } from '../text/untrusted.ts';
import { brandPath } from './brand.ts';
import { logoImage, ownWords } from './look.ts';
import type { Look } from './look.ts';
import { stylesheet } from './stylesheet.ts';

export { stylesheet };

/** Where the platform serves {@link stylesheet}; named by its content, so that it may be cached for ever. */
export const stylesheetPath = `/pages/${createHash('sha256').update(stylesheet).digest('hex').slice(0, 12)}.css`;

const icons = {
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  tick: 'M5 13l5 5L19 7',
  cross: 'M6 6l12 12M18 6L6 18',
  device: 'M5 5h14v10H5zM3 19h18',
} as const;

export type Icon = keyof typeof icons;

/** A decorative icon, hidden from assistive technology. */
export function icon(name: Icon, size: number): Html {
  return html`<svg width="${size}" height="${size}" viewBox="0 0 24 24" aria-hidden="true"><path d="${icons[name]}"/></svg>`;
}

/** What a page is made of. */
export interface PageOptions {
  readonly language: Language;
  readonly title: string;
  readonly look: Look;
  readonly content: Html;
  /** A page that only says how something ended. */
  readonly message?: boolean;
  /** `card` unless given; `bare` for what brings its own card, `wide` for lists. */
  readonly layout?: 'card' | 'bare' | 'wide';
  /** Paths of our own scripts; the page's headers must let them run. */
  readonly scripts?: readonly string[];
  /** Where the page goes on to by itself, at once. */
  readonly goTo?: string;
  /** More of the page's head. */
  readonly head?: Html;
  /** Another place of {@link stylesheet}, for a page that is kept. */
  readonly stylesheet?: string;
}

/** A whole page around `content`, with the project's name above it. */
export function page(options: PageOptions): string {
  const { language, title, content, look } = options;
  const project = oneLine(look.projectName);
  const footer = ownWords(look, language, 'pageFooter');
  return html`<!doctype html>
<html lang="${language}" dir="${direction(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${project}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${options.stylesheet ?? stylesheetPath}">
${look.brand === undefined ? undefined : html`<link rel="stylesheet" href="${brandPath(look.brand)}">`}
${options.head}
${options.goTo === undefined ? undefined : html`<meta http-equiv="refresh" content="0;url=${options.goTo}">`}
${(options.scripts ?? []).map((path) => html`<script type="module" src="${path}"></script>`)}
</head>
<body>
<main class="${options.message === true ? 'card message' : options.layout ?? 'card'}">
<div class="top">${logoImage(look.logo) ?? html`<span class="mark">${icon('lock', 18)}</span>`}<bdi>${project}</bdi></div>
${content}
${footer === undefined ? undefined : html`<p class="contact">${footer}</p>`}
</main>
</body>
</html>
`.toString();
}
