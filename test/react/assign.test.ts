import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assign } from '../../src/react/assign.ts';

/** Counts what is set. */
class Element {
  readonly changes: unknown[] = [];
  #texts: unknown;
  get texts(): unknown {
    return this.#texts;
  }
  set texts(value: unknown) {
    this.changes.push(value);
    this.#texts = value;
  }
}

it('a property is set where it changes, and taken back where it is given no more', () => {
  const element = new Element();
  const [some, others] = [{ texts: { login: 'Enter' } }, { texts: { login: 'Go' } }];
  assign(element, {}, some);
  assign(element, some, some);
  assign(element, some, others);
  assign(element, others, {});
  assign(element, {}, {});
  assert.deepEqual(element.changes, [some.texts, others.texts, undefined]);
});
