import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PICTURES, pictureOf } from './looks-stage.ts';

const escape = (text: string): string => text.replace(/[<>&"]/gu, (character) => `&#${character.codePointAt(0)};`);

/** Writes a page per sheet with the pictures of every screen side by side, and one that leads to all of them. */
export async function writeSheets(sheets: readonly string[], screens: readonly string[]): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const page = (title: string, body: string): string => `<!doctype html><meta charset="utf-8"><title>${title}</title><style>
    body { font: 13px system-ui; display: flex; flex-wrap: wrap; gap: 12px; } h1 { inline-size: 100%; font-size: 16px; margin: 0; } figure { margin: 0; inline-size: 240px; } img { inline-size: 100%; border: 1px solid #8888; }
  </style><h1>${title}</h1>${body}`;
  for (const sheet of sheets) {
    const pictures = screens.map((screen) => `<figure><img src="${sheet}/${pictureOf(screen)}" alt=""><figcaption>${escape(screen)}</figcaption></figure>`);
    await writeFile(join(PICTURES, `${sheet}.html`), page(sheet, pictures.join('')));
  }
  await writeFile(join(PICTURES, 'index.html'), page('Every screen', sheets.map((sheet) => `<a href="${sheet}.html">${sheet}</a>`).join('')));
}
