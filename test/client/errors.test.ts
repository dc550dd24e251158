import assert from 'node:assert/strict';
import { it } from 'node:test';
import { MpinError } from '../../src/errors.ts';

it('errors of another copy of the library on the same page are known, and nothing else is taken for one', async () => {
  const other = (await import(new URL('../../src/errors.ts?copy', import.meta.url).href)) as { MpinError: typeof MpinError };
  assert.notEqual(other.MpinError, MpinError);
  assert.ok(new other.MpinError('OFFLINE', 'no connection') instanceof MpinError);
  assert.ok(new MpinError('OFFLINE', 'no connection') instanceof other.MpinError);
  for (const something of [new Error('no'), new TypeError('no'), { name: 'MpinError' }, undefined]) assert.equal(something instanceof MpinError, false);
});
