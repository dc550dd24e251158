import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

describe('on a server', () => {
  it('importing the library, with and without registration, does not throw and registers nothing', async () => {
    const [library, defined] = await Promise.all([import('../../src/index.ts'), import('../../src/elements/define.ts')]);
    assert.equal(library.MpinPinpad, defined.MpinPinpad);
    assert.equal(typeof document, 'undefined');
  });

  it('registering into a registry that is given works, twice', async () => {
    const { MpinPinpad } = await import('../../src/index.ts');
    const names = new Map<string, CustomElementConstructor>();
    const registry = { get: (name: string) => names.get(name), define: (name: string, element: CustomElementConstructor) => names.set(name, element) };
    MpinPinpad.define('my-pad', registry as unknown as CustomElementRegistry);
    MpinPinpad.define('my-pad', registry as unknown as CustomElementRegistry);
    assert.equal(names.size, 1);
  });
});

describe('what the element documents', () => {
  const source = (path: string): string => readFileSync(new URL(`../../src/elements/${path}`, import.meta.url), 'utf8');
  const element = source('mpin-pinpad.ts');
  const templates = ['parts/buttons', 'parts/code-field', 'parts/frame', 'parts/keypad', 'parts/message', 'parts/pin-field', 'parts/text-field', 'screens/add-identity', 'screens/confirm', 'screens/lists', 'screens/outcomes', 'screens/pad', 'screens/sign-in', 'screens/trouble']
    .map((name) => source(`${name}.ts`)).join('\n');
  const styles = ['tokens', 'frame', 'controls', 'keypad', 'set-up'].map((name) => source(`styles/${name}.ts`)).join('\n');

  it('is every custom property that the styles read, and no other, and at most 40', () => {
    const documented = [...element.matchAll(/@cssproperty \[(--mpin-[\w-]+)/gu)].map(([, name]) => name).sort();
    const used = [...new Set([...styles.matchAll(/var\((--mpin-[\w-]+)/gu)].map(([, name]) => name))].sort();
    assert.deepEqual(documented, used);
    assert.ok(documented.length <= 40);
  });

  it('is every part', () => {
    const parts = [...templates.matchAll(/part="([\w\- ]+)"/gu)].flatMap(([, names]) => (names ?? '').trim().split(/\s+/u));
    const documentation = element.slice(0, element.indexOf('@cssproperty'));
    for (const part of new Set(parts)) assert.match(documentation, new RegExp(`(?:@csspart |\`)${part}\\b`, 'u'), `the part ${part} is not documented`);
  });
});
