import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

/** Holds the import arrows of docs/architecture.md. */

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  from: string;
  /** Path from the root, or a package's name. */
  to: string;
  typeOnly: boolean;
}

function sources(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? sources(path) : path.endsWith('.ts') ? [path] : [];
  });
}

const STATEMENT = /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;

function importsIn(from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8');
  const statements = [...text.matchAll(STATEMENT)].map(([, type, specifier = '']) => ({ specifier, typeOnly: type !== undefined }));
  const dynamic = [...text.matchAll(DYNAMIC)].map(([, specifier = '']) => ({ specifier, typeOnly: false }));
  return [...statements, ...dynamic].map(({ specifier, typeOnly }) => ({ from, to: target(from, specifier), typeOnly }));
}

function target(from: string, specifier: string): string {
  return specifier.startsWith('.') ? relative(root, resolve(root, dirname(from), specifier)) : specifier;
}

const library = sources('src').flatMap(importsIn);
const platform = sources('server/src').flatMap(importsIn);
const inFolder = (path: string, ...folders: string[]): boolean => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
const shown = (imports: Import[]): string[] => imports.map(({ from, to }) => `${from} → ${to}`);

/** Layers of the library from the top; a value may be imported from lower ones alone. */
const layers = ['src/elements', 'src/machine', 'src/client', 'src/storage', 'src/protocol'];
const leaves = ['src/errors.ts', 'src/version.ts', 'src/access-number.ts', 'src/user-id.ts'];

describe('the arrows of docs/architecture.md', () => {
  it('are looked for where the code is', () => {
    assert.ok(library.length > 50, `${library.length} imports found`);
    assert.ok(platform.length > 50, `${platform.length} imports found`);
    const known = importsIn('src/verify/verifier.ts');
    assert.ok(known.some(({ to, typeOnly }) => to === 'src/verify/replay.ts' && !typeOnly));
    assert.ok(known.some(({ to, typeOnly }) => to === 'src/verify/options.ts' && typeOnly));
    assert.ok(known.some(({ to }) => to === 'jose'));
  });

  it('point downwards in the library', () => {
    const upwards = library.filter(({ from, to, typeOnly }) => {
      const fromLayer = layers.findIndex((layer) => inFolder(from, layer));
      const toLayer = layers.findIndex((layer) => inFolder(to, layer));
      return !typeOnly && fromLayer !== -1 && toLayer !== -1 && toLayer < fromLayer;
    });
    assert.deepEqual(shown(upwards), []);
  });

  it('let nothing out of the leaves', () => {
    assert.deepEqual(shown(library.filter(({ from }) => leaves.includes(from))), []);
  });

  it('keep the protocol free of everything of ours', () => {
    assert.deepEqual(shown(library.filter(({ from, to }) => inFolder(from, 'src/protocol') && to.startsWith('src/') && !inFolder(to, 'src/protocol', ...leaves))), []);
  });

  it('let the machine import types only', () => {
    assert.deepEqual(shown(library.filter(({ from, to, typeOnly }) => inFolder(from, 'src/machine') && !typeOnly && !inFolder(to, 'src/machine', ...leaves))), []);
  });

  it('let the client import no value of the machine', () => {
    assert.deepEqual(shown(library.filter(({ from, to, typeOnly }) => inFolder(from, 'src/client') && !typeOnly && inFolder(to, 'src/machine'))), []);
  });

  it('keep the elements from the protocol and from fetch', () => {
    assert.deepEqual(shown(library.filter(({ from, to }) => inFolder(from, 'src/elements') && inFolder(to, 'src/protocol'))), []);
    const fetching = sources('src/elements').filter((path) => /(?<![.\w])fetch\(|\b(?:window|globalThis|self)\.fetch\b/.test(readFileSync(join(root, path), 'utf8')));
    assert.deepEqual(fetching, []);
  });

  it('keep the verifier apart, and its library out of all else', () => {
    assert.deepEqual(shown(library.filter(({ from, to }) => inFolder(from, 'src/verify') && to.startsWith('src/') && !inFolder(to, 'src/verify', ...leaves))), []);
    assert.deepEqual(shown(library.filter(({ from, to }) => !inFolder(from, 'src/verify') && (to === 'jose' || inFolder(to, 'src/verify')))), []);
  });

  it('keep the kit for tests, and the wrapper for React, out of all else', () => {
    for (const folder of ['src/testing', 'src/react']) {
      assert.ok(library.some(({ from }) => inFolder(from, folder)), folder);
      assert.deepEqual(shown(library.filter(({ from, to }) => !inFolder(from, folder) && inFolder(to, folder))), []);
    }
    assert.deepEqual(shown(library.filter(({ from, to }) => inFolder(from, 'src/testing') && inFolder(to, 'src/elements', 'src/machine', 'src/verify'))), []);
    assert.deepEqual(shown(library.filter(({ from, to }) => !inFolder(from, 'src/react') && to === 'react')), []);
  });

  it('keep the pairing from everything that a browser loads', () => {
    const forBrowsers = reachable('src/protocol/browser.ts');
    const forServers = [...reachable('src/protocol/server.ts')].filter((path) => !forBrowsers.has(path));
    for (const path of ['src/protocol/pairing.ts', 'src/protocol/miller.ts', 'src/protocol/trust-authority.ts']) assert.ok(forServers.includes(path), path);
    const reached = reachable('src/elements/define.ts', 'src/react/index.ts', 'src/client/index.ts', 'src/machine/index.ts', 'src/storage/index.ts', 'src/index.ts');
    assert.deepEqual(forServers.filter((path) => reached.has(path)), []);
  });

  it('keep the library from the platform, and let the platform in through one file', () => {
    assert.deepEqual(shown(library.filter(({ to }) => inFolder(to, 'server'))), []);
    assert.deepEqual(shown(platform.filter(({ from, to }) => from !== 'server/src/protocol.ts' && (inFolder(to, 'src') || to.startsWith('mpin-pinpad')))), []);
  });

  it('keep the trust authorities from the platform\'s core and routes', () => {
    const across = platform.filter(({ from, to }) => inFolder(from, 'server/src/core', 'server/src/http') && inFolder(to, 'server/src/trust-authority'));
    assert.deepEqual(shown(across), []);
  });

  it('keep mails, pages and their texts from the rest of the platform', () => {
    const outside = platform.filter(({ from, to }) => inFolder(from, 'server/src/mail', 'server/src/pages', 'server/src/text') && to.startsWith('server/src/')
      && !inFolder(to, 'server/src/mail', 'server/src/pages', 'server/src/text', 'server/src/dev-inbox/inbox.ts'));
    assert.deepEqual(shown(outside), []);
  });
});

/** Files that values are imported from, directly or not, starting at `entries`. */
function reachable(...entries: string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path) || !existsSync(join(root, path))) return;
    seen.add(path);
    for (const { from, to, typeOnly } of library) if (from === path && !typeOnly) visit(to);
  };
  entries.forEach(visit);
  return seen;
}
