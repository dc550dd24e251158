import { textUpon } from '../text/colours.ts';
import type { Brand } from '../text/colours.ts';
import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import { direction } from '../text/languages.ts';
import type { Language } from '../text/languages.ts';

/** What a mail says, in the order in which it says it. */
export interface Letter {
  project: string;
  /** Without it, the platform's own colours. */
  brand?: Brand | undefined;
  /** Stands above all else where the project has one. */
  greeting?: string | undefined;
  intro: string;
  link?: { label: string; url: string };
  code?: { line: string; digits: string };
  /** Device, time, validity. */
  facts: string[];
  notes: string[];
  /** Whom to ask, where the project says so. */
  footer?: string | undefined;
}

/** The platform's own colours. */
const PLATFORM: Brand = { light: '#2f5bea', dark: '#8ea8ff' };

/** The plain text part: one thought a paragraph, the link and the code on lines of their own. */
export function renderText(letter: Letter): string {
  const paragraphs = [
    letter.project,
    letter.greeting,
    letter.intro,
    letter.link === undefined ? undefined : `${letter.link.label}:\n${letter.link.url}`,
    letter.code?.line,
    letter.facts.join('\n'),
    ...letter.notes,
    letter.footer,
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== undefined && paragraph !== '').join('\n\n')}\n`;
}

/**
 * The HTML part. Mail programs drop linked style sheets and many drop `<style>`, so what must hold stands in `style`
 * attributes, and the sheet only adds the dark colours. Nothing is fetched: no images, no fonts.
 */
export function renderHtml(letter: Letter, language: Language): string {
  const { dark } = letter.brand ?? PLATFORM;
  return html`<!doctype html>
<html lang="${language}" dir="${direction(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${letter.project}</title>
<style>
@media (prefers-color-scheme: dark) {
  .page { background: #0c0e12 !important; }
  .card { background: #171a21 !important; border-color: #2c313c !important; color: #eef0f5 !important; }
  .soft { background: #1f232c !important; color: #eef0f5 !important; }
  .muted { color: #a2a9b8 !important; }
  .button { background: ${dark} !important; color: ${textUpon(dark)} !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:24px 12px;background:#eef0f4;font:16px/1.5 system-ui,'Segoe UI',Roboto,sans-serif">
<div class="card" style="max-width:480px;margin:0 auto;padding:28px;border:1px solid #dde0e8;border-radius:24px;background:#ffffff;color:#14171f">
<p style="margin:0 0 20px;font-weight:600">${letter.project}</p>
${letter.greeting === undefined ? undefined : html`<p style="margin:0 0 20px">${letter.greeting}</p>
`}<p style="margin:0 0 20px">${letter.intro}</p>
${link(letter)}${code(letter)}
<p style="margin:0 0 20px">${letter.facts.map((fact, index) => html`${index === 0 ? undefined : html`<br>`}<bdi>${fact}</bdi>`)}</p>
${letter.notes.map((note) => html`<p class="muted" style="margin:12px 0 0;color:#5b6272;font-size:14px">${note}</p>`)}${letter.footer === undefined ? undefined : html`
<p class="muted" style="margin:20px 0 0;color:#5b6272;font-size:14px">${letter.footer}</p>`}
</div>
</body>
</html>
`.toString();
}

function link(letter: Letter): Html | undefined {
  if (letter.link === undefined) return undefined;
  const { label, url } = letter.link;
  const { light } = letter.brand ?? PLATFORM;
  return html`<p style="margin:0 0 20px"><a class="button" href="${url}" style="display:inline-block;padding:14px 24px;border-radius:16px;background:${light};color:${textUpon(light)};font-weight:600;text-decoration:none">${label}</a></p>`;
}

function code(letter: Letter): Html | undefined {
  if (letter.code === undefined) return undefined;
  const { line, digits } = letter.code;
  const words = line.slice(0, line.length - digits.length).trim();
  return html`<p style="margin:0 0 8px">${words}</p>
<p class="soft" dir="ltr" style="margin:0 0 20px;padding:16px;border-radius:18px;background:#f4f5f8;text-align:center;font:600 32px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:4px">${digits}</p>`;
}
