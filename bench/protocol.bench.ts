/**
 * How fast the mathematics is, as ratios to milagro-crypto-js doing the same in the same run:
 * `node --import tsx bench/protocol.bench.ts [--json]`. Times are medians of interleaved rounds, so that a busy
 * machine slows both sides alike.
 */
import { MiraclClient, MiraclServer, round } from './milagro-roles.ts';
import { measure, type Measured } from './measure.ts';
import { pinSpread, scalarSpread } from './secret-spread.ts';
import { describeSpread } from './spread.ts';
import {
  combineShares, createChallenge, createKeyPair, extractPin, hashIdentity, mapIdentity, Proof, validatePublicKey, Verifier,
} from '../src/protocol/index.ts';

const PIN = '738291';
const { id, shares, token, serverSecret, privateKey } = round(PIN);
const a = mapIdentity(hashIdentity(id));

function proof(): { u: string; y: string; v: string } {
  const made = new Proof(id, token);
  const y = createChallenge();
  made.prepare(y);
  return { u: made.u, y, v: made.finish(PIN) };
}

const theirs = { client: new MiraclClient(id, token, PIN), server: new MiraclServer(id, serverSecret) };
const sample = proof();
const warm = new Verifier(serverSecret);
const cold = new Verifier(serverSecret, { keptKeys: 0 });
const batch = Array.from({ length: 8 }, () => ({ id, a, ...proof() }));

function prepared(): Proof {
  const made = new Proof(id, token);
  made.prepare(createChallenge());
  return made;
}

const rows: Measured[] = [
  measure('last digit to V', { setUp: prepared, ours: (made) => made.finish(PIN), theirs: () => theirs.client.passes(sample.y) }),
  measure('pass 1 and pass 2, all of it', { setUp: () => undefined, ours: proof, theirs: () => theirs.client.passes(sample.y) }),
  measure('server check, key and A kept', {
    setUp: () => undefined,
    ours: () => warm.verifyProof({ id, a, ...sample }),
    theirs: () => theirs.server.check(sample),
  }),
  measure('server check, nothing kept', {
    setUp: () => undefined,
    ours: () => cold.verifyProof({ id, ...sample }),
    theirs: () => theirs.server.check(sample),
  }),
  measure('server check, one of a batch of 8', {
    setUp: () => undefined,
    ours: () => warm.verifyBatch(batch),
    theirs: () => theirs.server.check(sample),
    share: batch.length,
  }),
  measure('registration, client', {
    setUp: () => undefined,
    ours: () => {
      createKeyPair();
      return extractPin(combineShares(privateKey, ...shares), id, PIN);
    },
    theirs: () => theirs.client.register(privateKey, shares),
  }),
];
const registration = measure('registration, server (key check)', {
  setUp: () => undefined, ours: () => validatePublicKey(id.publicKey, serverSecret),
});

const finish = pinSpread(id, token, ['0000', '000000', '0001', '111111', '123456', '999999']);
const multiplication = scalarSpread(id);

console.table([...rows, registration].map(({ name, oursMs, theirsMs }) => ({
  operation: name,
  'ours, ms': oursMs.toFixed(3),
  'milagro-crypto-js, ms': theirsMs?.toFixed(3) ?? '',
  'times faster': theirsMs === undefined ? '' : (theirsMs / oursMs).toFixed(1),
})));
console.log(`finish() by PIN: ${describeSpread(finish)}`);
console.log(`multiplication by scalar: ${describeSpread(multiplication)}`);
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ rows: [...rows, registration], finish, multiplication }));
}
