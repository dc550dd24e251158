import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseAddressRange } from '../src/radius/address-ranges.ts';
import { encodeAttribute } from '../src/radius/attributes.ts';
import { checkAccountingAuthenticator, checkChap, checkMessageAuthenticator, revealPassword, signedReply } from '../src/radius/authenticators.ts';
import { createDuplicates } from '../src/radius/duplicates.ts';
import { decodePacket, encodePacket, MalformedPacket } from '../src/radius/packet.ts';
import { buildRequest, hidePassword, SECRET } from './support/radius.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
/** The secret of all examples in the RFCs. */
const RFC_SECRET = 'xyzzy5461';
const integer = (type: number, value: string) => ({ type, value: hex(value) });

describe('the examples of the RFCs', () => {
  it('RFC 2865 section 7.1: a PAP password and the answer', () => {
    const request = decodePacket(hex('01 00 00 38 0f 40 3f 94 73 97 80 57 bd 83 d5 cb 98 f4 22 7a 01 06 6e 65 6d 6f 02 12 0d be 70 8d 93 d4 13 ce 31 96 e4 3f 78 2a 0a ee 04 06 c0 a8 01 10 05 06 00 00 00 03'));
    assert.deepEqual([request.code, request.identifier, request.attributes.map(({ type }) => type)], [1, 0, [1, 2, 4, 5]]);
    assert.equal(request.attributes[0]?.value.toString(), 'nemo');
    assert.equal(revealPassword(request.attributes[1]?.value ?? Buffer.alloc(0), request.authenticator, RFC_SECRET)?.toString(), 'arctangent');
    const reply = signedReply(2, request, [integer(6, '00000001'), integer(15, '00000000'), integer(14, 'c0a80103')], RFC_SECRET, false);
    assert.equal(reply.toString('hex'), '0200002686fe220e7624ba2a1005f6bf9b55e0b20606000000010f06000000000e06c0a80103');
  });

  it('RFC 2865 section 7.2: a CHAP password and the answer', () => {
    const request = decodePacket(hex('01 01 00 47 2a ee 86 f0 8d 0d 55 96 9c a5 97 8e 0d 33 67 a2 01 08 66 6c 6f 70 73 79 03 13 16 e9 75 57 c3 16 18 58 95 f2 93 ff 63 44 07 72 75 04 06 c0 a8 01 10 05 06 00 00 00 14 06 06 00 00 00 02 07 06 00 00 00 01'));
    const response = request.attributes[1]?.value ?? Buffer.alloc(17);
    assert.equal(checkChap(response, request.authenticator, 'arctangent'), true);
    assert.equal(checkChap(response, request.authenticator, 'arctangens'), false);
    const reply = signedReply(2, request, [integer(6, '00000002'), integer(7, '00000001'), integer(8, 'fffffffe'), integer(10, '00000002'), integer(13, '00000001'), integer(12, '000005dc')], RFC_SECRET, false);
    assert.equal(reply.toString('hex'), '0201003815efbc7dab26cfa3dc34d9c03c8601a40606000000020706000000010806fffffffe0a06000000020d06000000010c06000005dc');
  });

  it('RFC 5997 section 6: signs of life on both ports', () => {
    const examples = [
      ['0c da 00 26 8a 54 f4 68 6f b3 94 c5 28 66 e3 02 18 5d 06 23 50 12 5a 66 5e 2e 1e 84 11 f3 e2 43 82 20 97 c8 4f a3', 2, '02da0014ef0d552a4bf2d693ec2b6fe8b5411d66'],
      ['0c b3 00 26 92 5f 6b 66 dd 5f ed 57 1f cb 1d b7 ad 38 82 60 50 12 e8 d6 ea bd a9 10 87 5c d9 1f da de 26 36 78 58', 5, '05b300140f6f92145f107e2f504e860a4860669c'],
    ] as const;
    for (const [bytes, code, reply] of examples) {
      const request = decodePacket(hex(bytes));
      assert.equal(checkMessageAuthenticator(request, RFC_SECRET), 'valid');
      assert.equal(checkMessageAuthenticator(request, `${RFC_SECRET}!`), 'wrong');
      assert.equal(signedReply(code, request, [], RFC_SECRET, false).toString('hex'), reply);
    }
  });
});

describe('packets', () => {
  it('survive being written and read', () => {
    const attributes = fc.array(fc.record({ type: fc.integer({ min: 1, max: 255 }), value: fc.uint8Array({ maxLength: 253 }).map((bytes) => Buffer.from(bytes)) }, { noNullPrototype: true }), { maxLength: 12 });
    fc.assert(fc.property(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), attributes, (code, identifier, list) => {
      const authenticator = randomBytes(16);
      const packet = decodePacket(Buffer.concat([encodePacket(code, identifier, authenticator, list), randomBytes(3)]));
      assert.deepEqual([packet.code, packet.identifier, packet.authenticator, packet.attributes], [code, identifier, authenticator, list]);
    }));
  });

  it('whatever the bytes, are read or refused as malformed', () => {
    const readOrRefuse = (bytes: Buffer): void => {
      try {
        const packet = decodePacket(bytes);
        checkMessageAuthenticator(packet, SECRET);
        checkAccountingAuthenticator(packet, SECRET);
      } catch (error) {
        assert.ok(error instanceof MalformedPacket, String(error));
      }
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => readOrRefuse(Buffer.from(bytes))));
    const good = buildRequest({ attributes: [[1, 'alice@example.com'], [2, hidePassword('123456', Buffer.alloc(16))], [33, 'proxy']] });
    fc.assert(fc.property(fc.integer({ min: 0, max: good.length - 1 }), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: good.length }), (at, byte, length) => {
      const changed = Buffer.from(good);
      changed[at] = byte;
      readOrRefuse(changed.subarray(0, length));
    }), { numRuns: 1000 });
  });

  it('are refused where a length cannot be true', () => {
    const header = (length: number, rest = ''): Buffer => hex(`0100${length.toString(16).padStart(4, '0')}${'00'.repeat(16)}${rest}`);
    for (const bytes of [Buffer.alloc(0), header(20).subarray(0, 19), header(19), header(21), header(4097, '01ff'.repeat(2050)), header(22, '0101'), header(22, '0103'), header(21, '01'), header(22, '0002')]) {
      assert.throws(() => decodePacket(bytes), MalformedPacket, bytes.toString('hex').slice(0, 60));
    }
    assert.throws(() => encodePacket(2, 0, Buffer.alloc(16), [{ type: 18, value: Buffer.alloc(254) }]), RangeError);
    assert.throws(() => encodePacket(2, 0, Buffer.alloc(16), Array.from({ length: 17 }, () => ({ type: 18, value: Buffer.alloc(250) }))), RangeError);
  });
});

describe('authenticators', () => {
  it('cover every byte of a request', () => {
    const request = buildRequest({ attributes: [[1, 'alice@example.com']] });
    for (let at = 0; at < request.length; at += 1) {
      const changed = Buffer.from(request);
      changed[at] = (changed[at] ?? 0) ^ 1;
      // The length field and the lengths of attributes may make it malformed; nothing may make it valid.
      let outcome: string;
      try {
        outcome = checkMessageAuthenticator(decodePacket(changed), SECRET);
      } catch (error) {
        assert.ok(error instanceof MalformedPacket);
        outcome = 'malformed';
      }
      assert.notEqual(outcome, 'valid', `byte ${at}`);
    }
  });

  it('are wrong where there are two, or one of another length, and absent where there is none', () => {
    const authenticator = randomBytes(16);
    const check = (...values: readonly Buffer[]): string => checkMessageAuthenticator(decodePacket(buildRequest({ authenticator, proved: false, attributes: values.map((value) => [80, value]) })), SECRET);
    assert.equal(check(), 'absent');
    assert.equal(check(Buffer.alloc(15)), 'wrong');
    assert.equal(check(Buffer.alloc(16)), 'wrong');
    const twice = buildRequest({ attributes: [[80, Buffer.alloc(16)]] });
    assert.equal(checkMessageAuthenticator(decodePacket(twice), SECRET), 'wrong');
  });

  it('hide passwords of every length that is allowed, and of no other', () => {
    fc.assert(fc.property(fc.string({ minLength: 0, maxLength: 128 }).filter((text) => !text.includes('\0') && /^[\x20-\x7e]*$/.test(text)), (password) => {
      const authenticator = randomBytes(16);
      assert.equal(revealPassword(hidePassword(password, authenticator), authenticator, SECRET)?.toString(), password);
    }));
    for (const length of [0, 1, 15, 17, 129, 144]) assert.equal(revealPassword(Buffer.alloc(length), Buffer.alloc(16), SECRET), undefined);
  });
});

describe('attributes of clients', () => {
  it('are encoded by name', () => {
    const encoded = (name: string, value: string): string => {
      const attribute = encodeAttribute(name, value);
      return `${attribute.type}:${attribute.value.toString('hex')}`;
    };
    assert.equal(encoded('Filter-Id', 'staff'), '11:7374616666');
    assert.equal(encoded('Session-Timeout', '3600'), '27:00000e10');
    assert.equal(encoded('Framed-IP-Address', '192.0.2.7'), '8:c0000207');
    assert.equal(encoded('Vendor-9-1', 'shell:priv-lvl=15'), `26:000000090113${Buffer.from('shell:priv-lvl=15').toString('hex')}`);
  });

  it('are refused with what would be right', () => {
    assert.throws(() => encodeAttribute('User-Password', 'x'), /known are Service-Type/);
    assert.throws(() => encodeAttribute('Session-Timeout', '-1'), /number from 0 to 4294967295/);
    assert.throws(() => encodeAttribute('Session-Timeout', '4294967296'), /number from 0 to 4294967295/);
    assert.throws(() => encodeAttribute('Framed-IP-Address', '::1'), /IPv4/);
    assert.throws(() => encodeAttribute('Class', ''), /1 to 253/);
    assert.throws(() => encodeAttribute('Class', 'x'.repeat(254)), /1 to 253/);
    assert.throws(() => encodeAttribute('Vendor-99999999-1', 'x'), /24 bits/);
    assert.throws(() => encodeAttribute('Vendor-9-1', 'x'.repeat(248)), /1 to 247/);
  });
});

describe('address ranges', () => {
  it('hold what they should, in both families', () => {
    assert.ok(parseAddressRange('192.0.2.7').holds('192.0.2.7'));
    assert.ok(!parseAddressRange('192.0.2.7').holds('192.0.2.8'));
    assert.ok(parseAddressRange('10.1.0.0/16').holds('10.1.255.255'));
    assert.ok(!parseAddressRange('10.1.0.0/16').holds('10.2.0.0'));
    assert.ok(parseAddressRange('2001:db8::/32').holds('2001:db8:ffff::1'));
    assert.ok(!parseAddressRange('2001:db8::/32').holds('2001:db9::1'));
    assert.ok(!parseAddressRange('2001:db8::/32').holds('10.1.0.1'));
    assert.equal(parseAddressRange('2001:DB8:0:0::0001').text, '2001:db8::1');
    assert.equal(parseAddressRange('10.0.0.0/32').text, '10.0.0.0');
  });

  it('are refused where they are none', () => {
    for (const text of ['', 'gateway', '10.0.0', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/8/8', '10.0.0.0/', '::/129', 'fe80::1%eth0', '0x7f.1']) {
      assert.throws(() => parseAddressRange(text), /must be an IP address or a range/, text);
    }
  });
});

describe('duplicates', () => {
  const packet = (identifier: number, authenticator = Buffer.alloc(16, identifier)) => decodePacket(buildRequest({ identifier, authenticator, proved: false }));

  it('get the answer of the first, until it is forgotten', () => {
    let time = 0;
    const duplicates = createDuplicates(() => time);
    const reply = Buffer.from('reply');
    const first = duplicates.claim('a', packet(1));
    assert.ok('settle' in first);
    assert.deepEqual(duplicates.claim('a', packet(1)), { again: undefined });
    first.settle(reply);
    assert.deepEqual(duplicates.claim('a', packet(1)), { again: reply });
    assert.ok('settle' in duplicates.claim('b', packet(1)));
    assert.ok('settle' in duplicates.claim('a', packet(2)));
    time = 30_000;
    assert.ok('settle' in duplicates.claim('a', packet(1)));
  });

  it('are not what comes under the same identifier with another authenticator', () => {
    const duplicates = createDuplicates(() => 0);
    const first = duplicates.claim('a', packet(1));
    assert.ok('settle' in duplicates.claim('a', packet(1, Buffer.alloc(16, 9))));
    assert.ok('settle' in first);
    first.settle(undefined);
    assert.deepEqual(duplicates.claim('a', packet(1, Buffer.alloc(16, 9))), { again: undefined });
  });

  it('of a request that was dropped are tried again', () => {
    const duplicates = createDuplicates(() => 0);
    const first = duplicates.claim('a', packet(1));
    assert.ok('settle' in first);
    first.settle(undefined);
    assert.ok('settle' in duplicates.claim('a', packet(1)));
  });
});
