import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isEasyPin } from '../../src/client/easy-pin.ts';
import { SecretEntry } from '../../src/client/secret-entry.ts';

const entry = (limit = 4): SecretEntry => {
  const made = new SecretEntry();
  made.isEasy = isEasyPin;
  made.open(limit);
  return made;
};

describe('SecretEntry', () => {
  it('takes digits up to its limit, tells lengths, and gives the digits once', () => {
    const made = entry();
    const lengths: number[] = [];
    made.listener = (length) => lengths.push(length);
    made.push('1');
    made.push('2x3');
    made.push('45');
    assert.deepEqual([made.length, lengths], [4, [1, 3, 4]]);
    assert.equal(made.take(), '1234');
    assert.equal(made.length, 0);
    assert.equal(made.take(), '');
  });

  it('holds the longest code that discovery may announce', () => {
    const made = entry(12);
    made.push('123456789012');
    assert.equal(made.take(), '123456789012');
  });

  it('takes digits back, one or all, and replaces them', () => {
    const made = entry();
    made.push('123');
    made.pop();
    made.push('9');
    made.replace('56');
    assert.equal(made.length, 2);
    made.clear();
    made.pop();
    made.push('7');
    assert.equal(made.take(), '7');
  });

  it('takes nothing before it is opened or after it is sealed, and keeps what it has', () => {
    const made = new SecretEntry();
    made.push('12');
    assert.equal(made.length, 0);
    made.open(4);
    made.push('1234');
    made.seal();
    made.pop();
    made.clear();
    made.replace('9');
    assert.equal(made.take(), '1234');
    assert.throws(() => made.open(0), RangeError);
    assert.throws(() => made.open(13), RangeError);
  });

  it('compares with the PIN that was set aside, which another opening does not forget', () => {
    const made = entry();
    made.push('2468');
    made.keep();
    made.open(4);
    made.push('2467');
    assert.equal(made.matchesKept(), false);
    made.replace('2468');
    assert.equal(made.matchesKept(), true);
    made.wipe();
    made.open(4);
    made.push('2468');
    assert.equal(made.matchesKept(), false);
  });

  it('does not take a shorter PIN for the same', () => {
    const made = entry(6);
    made.push('00000');
    made.keep();
    made.replace('0000');
    assert.equal(made.matchesKept(), false);
  });

  it('names an easy PIN once; a second one is named on its own', () => {
    const made = entry();
    const judge = (pin: string) => {
      made.open(4);
      made.push(pin);
      return made.judge();
    };
    assert.deepEqual(['2468', '1234', '1234', '0000', '1234'].map(judge), ['fine', 'easy', 'fine', 'easy', 'easy']);
  });

  it('calls an easy PIN easy however often it is chosen, where such PINs are refused', () => {
    const made = entry();
    made.open(4);
    made.push('1234');
    assert.deepEqual([made.judge(true), made.judge(true), made.judge()], ['easy', 'easy', 'fine']);
    made.replace('2468');
    assert.equal(made.judge(true), 'fine');
  });

  it('overwrites its digits when it forgets them', () => {
    const buffers: Uint8Array[] = [];
    const original = globalThis.Uint8Array;
    globalThis.Uint8Array = class extends original {
      constructor(...given: ConstructorParameters<typeof Uint8Array>) {
        super(...given);
        buffers.push(this);
      }
    };
    const made = entry();
    globalThis.Uint8Array = original;
    made.open(4);
    made.push('1234');
    made.judge();
    made.keep();
    assert.ok(buffers.length > 0 && buffers.every((buffer) => buffer.some((byte) => byte !== 0)));
    made.wipe();
    assert.ok(buffers.every((buffer) => buffer.every((byte) => byte === 0)));
  });

  it('shows no digit to whoever prints it', () => {
    const made = entry();
    made.push('7531');
    assert.doesNotMatch(JSON.stringify(made) + String(made) + Object.values(made).join(), /[7531]{2}/u);
  });
});

describe('isEasyPin', () => {
  for (const pin of ['0000', '1111', '1234', '4321', '7890', '9012', '0987', '1212', '121212', '123123', '123456', '654321', '2580', '1984', '2024', '3112', '1231', '311299', '199012', '121990', '11111']) {
    it(`names ${pin}`, () => assert.equal(isEasyPin(pin), true));
  }
  for (const pin of ['2468', '4096', '8305', '7394', '1357', '92746', '829461', '5683']) {
    it(`lets ${pin} pass`, () => assert.equal(isEasyPin(pin), false));
  }
  it('names a small part of all PINs', () => {
    const easy = Array.from({ length: 10_000 }, (_, i) => String(i).padStart(4, '0')).filter(isEasyPin).length;
    assert.ok(easy > 500 && easy < 1100, `${easy} of 10000`);
  });
  it('answers for every PIN', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9]{4,6}$/u), (pin) => typeof isEasyPin(pin) === 'boolean'));
  });
});
