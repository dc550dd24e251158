import assert from 'node:assert/strict';
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
