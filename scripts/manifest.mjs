import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { analyze } from './lib/manifest/analyze.mjs';
import { withReference } from './lib/manifest/document.mjs';
import { vsCodeCss, vsCodeHtml, webTypes } from './lib/manifest/editors.mjs';
import { findings } from './lib/manifest/findings.mjs';
import { jsxTypes } from './lib/manifest/jsx.mjs';
import { inRoot } from './lib/paths.mjs';
import { main, PlainError } from './lib/run.mjs';

/**
 * Describes the built elements for editors, frameworks and readers, in dist/. `--check` also fails on what is not described and on a
 * reference that is out of date; `--docs` writes that reference.
 */
await main(async () => {
  const analysis = await analyze();
  const packageJson = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  write('dist/custom-elements.json', json(analysis.manifest));
  write('dist/vscode.html-custom-data.json', json(vsCodeHtml(analysis)));
  write('dist/vscode.css-custom-data.json', json(vsCodeCss(analysis)));
  write('dist/web-types.json', json(webTypes(analysis, packageJson)));
  write('dist/jsx/index.d.ts', jsxTypes(analysis));
  // Importing types for their effect imports a module too; there is nothing in it.
  write('dist/jsx/index.js', 'export {};\n');
  if (process.argv.includes('--docs')) write('docs/elements.md', withReference(documentation(), analysis));
  if (process.argv.includes('--check')) check(analysis);
});

function check(analysis) {
  const wrong = findings(analysis);
  if (wrong.length > 0) throw new PlainError(`not described:\n  ${wrong.join('\n  ')}`);
  if (documentation() !== withReference(documentation(), analysis)) throw new PlainError('docs/elements.md is out of date: node scripts/manifest.mjs --docs');
}

function documentation() {
  return readFileSync(inRoot('docs', 'elements.md'), 'utf8');
}

function json(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function write(path, text) {
  mkdirSync(dirname(inRoot(path)), { recursive: true });
  writeFileSync(inRoot(path), text);
}
