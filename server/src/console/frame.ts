import { permits } from '../core/administration.ts';
import type { Permission, Role } from '../core/administration.ts';
import { CONSOLE_PROJECT } from '../core/projects.ts';
import type { Project } from '../core/projects.ts';
import { icon, page, stylesheetPath } from '../pages/document.ts';
import { pageHeaders } from '../pages/headers.ts';
import { breakable } from '../text/breakable.ts';
import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import { direction } from '../text/languages.ts';
import { oneLine } from '../text/untrusted.ts';
import type { Note } from './notes.ts';
import { code, form } from './parts.ts';
import type { FormKeys } from './parts.ts';
import { consoleStylesheetPath } from './stylesheet.ts';
import { consoleCatalogue, consoleLanguage } from './texts/texts.ts';
import type { ConsoleTexts } from './texts/texts.ts';

/** The headers of every page of the console. */
export const consoleHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders, 'cross-origin-opener-policy': 'same-origin', 'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Who looks at a page, and where they are. */
export interface Visit extends FormKeys {
  /** BCP 47, as the browser prefers. */
  readonly lang: string;
  readonly userId: string;
  readonly texts: ConsoleTexts;
  /** The project that the page is about, and the visitor's role in it. */
  readonly place?: { readonly project: Project; readonly role: Role } | undefined;
}

/** What a page says. */
export interface PageContent {
  readonly title: string;
  readonly content: Html;
  /** 200 unless given. */
  readonly status?: number;
}

/** The sections of a project: their paths below the project's, what one needs to see them, and whether the console's own project has them. */
const SECTIONS: readonly { readonly name: keyof ConsoleTexts['nav']; readonly path: string; readonly permission: Permission; readonly ofConsole: boolean }[] = [
  { name: 'overview', path: '', permission: 'overview', ofConsole: true },
  { name: 'devices', path: '/devices', permission: 'devices', ofConsole: true },
  { name: 'audit', path: '/audit', permission: 'audit', ofConsole: true },
  { name: 'usage', path: '/usage', permission: 'overview', ofConsole: true },
  { name: 'settings', path: '/settings', permission: 'settings', ofConsole: true },
  { name: 'wording', path: '/wording', permission: 'settings', ofConsole: true },
  { name: 'applications', path: '/applications', permission: 'applications', ofConsole: false },
  { name: 'serviceAccounts', path: '/service-accounts', permission: 'applications', ofConsole: false },
  { name: 'radius', path: '/radius', permission: 'applications', ofConsole: false },
  { name: 'webhooks', path: '/webhooks', permission: 'applications', ofConsole: false },
  { name: 'administrators', path: '/administrators', permission: 'administrators', ofConsole: true },
];

/** Path of a project's pages. */
export const projectPath = (id: string): string => `/console/projects/${id}`;

function sections({ texts, place }: Visit, path: string): Html | undefined {
  if (place === undefined) return undefined;
  const base = projectPath(place.project.id);
  const own = SECTIONS.filter(({ permission, ofConsole }) => permits(place.role, permission) && (ofConsole || place.project.id !== CONSOLE_PROJECT));
  const inside = (below: string): boolean => path === `${base}${below}` || (below !== '' && path.startsWith(`${base}${below}/`));
  return html`<nav class="project" aria-label="${texts.sections}"><ul>${own.map(({ name, path: below }) =>
    html`<li><a href="${base}${below}" ${inside(below) ? html`aria-current="page"` : undefined}>${texts.nav[name]}</a></li>`)}</ul></nav>`;
}

function noteView({ done, secrets = [] }: Note, texts: ConsoleTexts): Html {
  return html`<div role="status"><p class="done">${texts.done[done]}</p></div>${secrets.map(({ label, value }) =>
    html`<section class="secret" aria-label="${texts.secrets[label]}"><h2>${texts.secrets[label]}</h2>${code(value)}<p>${texts.secretOnce}</p></section>`)}`;
}

/** A whole page of the console. */
export function consolePage(visit: Visit, path: string, { title, content }: PageContent, note: Note | undefined): string {
  const { texts, place, userId } = visit;
  const language = consoleLanguage(visit.lang);
  const project = place === undefined ? undefined : oneLine(place.project.name);
  return html`<!doctype html>
<html lang="${language}" dir="${direction(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${project === undefined ? undefined : html`${project} · `}${texts.console}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylesheetPath}">
<link rel="stylesheet" href="${consoleStylesheetPath}">
</head>
<body class="console">
<a class="skip" href="#content">${texts.skip}</a>
<header><a class="brand" href="/console"><span class="mark">${icon('lock', 18)}</span><span>${texts.console}</span></a>
<div class="who"><span>${texts.signedInAs} <bdi>${breakable(userId)}</bdi></span>${form(visit, '/console/sign-out', html`<button class="plain" type="submit">${texts.signOut}</button>`)}</div></header>
${sections(visit, path)}
<main id="content">
${project === undefined ? undefined : html`<p class="where"><a href="/console">${texts.allProjects}</a><bdi>${project}</bdi><span>${texts.yourRole}: ${texts.roles[place?.role ?? 'auditor']}</span></p>`}
<h1>${title}</h1>
${note === undefined ? undefined : noteView(note, texts)}
${content}
</main>
</body>
</html>
`.toString();
}

/** A page that only says how something ended, for people who may not be signed in. */
export function consoleMessage(lang: string, kind: keyof ConsoleTexts['messages'], way: 'console' | 'sign-in' | 'none' = 'console'): string {
  const language = consoleLanguage(lang);
  const texts = consoleCatalogue[language];
  const { title, body } = texts.messages[kind];
  const content = html`<h1>${title}</h1><p>${body}</p>${way === 'none' ? undefined : html`<p><a href="/console">${way === 'console' ? texts.toConsole : texts.signIn}</a></p>`}`;
  return page({ language, title, look: { projectName: texts.console }, content });
}
