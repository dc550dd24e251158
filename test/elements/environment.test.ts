import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { missingInPage } from '../../src/elements/environment.ts';
import { indexedDbRecords } from '../../src/storage/indexed-db.ts';

/** Gives this process a global that it has not, or has otherwise; returns what undoes it. */
function replace(name: string, property: PropertyDescriptor): () => void {
  const own = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { configurable: true, ...property });
  return () => {
    if (own === undefined) Reflect.deleteProperty(globalThis, name);
    else Object.defineProperty(globalThis, name, own);
  };
}

const refused = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };

describe('a page that lacks something', () => {
  let secure = (): void => undefined;
  let undo = (): void => undefined;
  before(() => { secure = replace('isSecureContext', { value: true }); });
  after(() => secure());
  afterEach(() => undo());

  it('is told that storage is blocked, also where reading its name throws', () => {
    for (const property of [{ value: undefined }, { value: null }, { get: refused }]) {
      undo = replace('indexedDB', property);
      assert.equal(missingInPage()?.code, 'STORAGE_BLOCKED');
      undo();
    }
    undo = replace('indexedDB', { value: {} });
    assert.equal(missingInPage(), undefined);
  });

  it('hears of its own changes where there is no channel to other tabs, or none is given', () => {
    for (const property of [{ value: undefined }, { get: refused }]) {
      undo = replace('BroadcastChannel', property);
      assert.doesNotThrow(() => indexedDbRecords('test').subscribe(() => undefined));
      undo();
    }
  });
});
