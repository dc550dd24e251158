import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const root = new URL('../../', import.meta.url);
const { exports, customElements: manifest, 'web-types': webTypes } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  exports: Record<string, string | { types: string; default: string }>; customElements: string; 'web-types': string;
};

describe('every entry point of the package', () => {
  for (const [name, target] of Object.entries(exports)) {
    const { types, default: module } = typeof target === 'string' ? { types: target, default: target } : target;
    it(`${name} is there, with its types`, () => {
      for (const path of [types, module]) assert.ok(existsSync(new URL(path, root)), path);
    });
    if (module.endsWith('.js')) {
      it(`${name} can be imported on a server`, async () => {
        const imported = import(new URL(module, root).href);
        // Its users bring React, an optional peer, which is not installed here; all that is ours is found before that.
        if (name === './react') await assert.rejects(imported, /Cannot find package 'react'/);
        else await imported;
        assert.equal(typeof globalThis.document, 'undefined');
      });
    }
  }

  it('is described for editors, each element with its attributes', () => {
    const { modules } = JSON.parse(readFileSync(new URL(manifest, root), 'utf8')) as { modules: { declarations?: { tagName?: string; attributes?: { name: string; description: string }[] }[] }[] };
    const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName !== undefined);
    const pad = elements.find(({ tagName }) => tagName === 'mpin-pinpad');
    assert.ok(pad?.attributes?.some(({ name, description }) => name === 'user-id' && description !== ''));
    const types = JSON.parse(readFileSync(new URL(webTypes, root), 'utf8')) as { contributions: { html: { elements: { name: string; slots: object[] }[] } } };
    assert.deepEqual(types.contributions.html.elements.map(({ name }) => name).sort(), elements.map(({ tagName }) => tagName).sort());
    for (const file of ['html', 'css']) assert.equal((JSON.parse(readFileSync(new URL(`dist/vscode.${file}-custom-data.json`, root), 'utf8')) as { version: number }).version, 1.1);
  });
});
