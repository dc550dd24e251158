import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { checkDigit, isAccessNumber } from '../../src/access-number.ts';
import { drawAccessNumber, issueAccessNumber, resolveAccessNumber } from '../src/core/access-numbers.ts';
import { findIdentity } from '../src/core/identities.ts';
import type { Identity } from '../src/core/identities.ts';
import { sha256 } from '../src/keys/secrets.ts';
import { register, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { context, outcome } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { openNumbered, resolve } from './support/phone.ts';
import { SITE, startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

describe('the digits of an access number', () => {
  it('carry a check digit', () => {
    for (const number of ['1111116', '9876545', '0000019', '0000426', '3141594', '2718286', '5000009']) assert.ok(isAccessNumber(number), number);
    for (const text of ['1111117', '111111', '11111166', '111111a', '١١١١١١٦', '', '1234560']) assert.ok(!isAccessNumber(text), text);
  });

  it('show one wrong digit, and two that changed places', () => {
    for (let i = 0; i < 500; i += 1) {
      const number = drawAccessNumber();
      const at = randomInt(7);
      const wrong = number.slice(0, at) + String((Number(number[at]) + randomInt(1, 10)) % 10) + number.slice(at + 1);
      assert.ok(!isAccessNumber(wrong), `${number} became ${wrong}`);
      const other = randomInt(7);
      const digits = [...number];
      [digits[at], digits[other]] = [digits[other] ?? '', digits[at] ?? ''];
      assert.ok(digits.join('') === number || !isAccessNumber(digits.join('')), `${number} became ${digits.join('')}`);
    }
  });

  it('leave as many numbers as the documentation says', () => {
    const bodies = Array.from({ length: 1_000_000 }, (_, index) => String(index).padStart(6, '0'));
    const valid = bodies.filter((body) => checkDigit(body) !== undefined && !['000000', '123456', '999999'].includes(body));
    assert.equal(valid.length, 818_182);
  });
});

describe('an access number', () => {
  let platform: TestPlatform;
  let phone: DeviceIdentity;
  before(async () => {
    platform = await startPlatform({ frozen: true });
    phone = await register(platform, '1234');
  });
  after(() => platform.close());

  /** The counters of misses begin anew with the hour. */
  const nextHour = (): void => platform.advance(3601);
  const unused = async (): Promise<string> => {
    for (;;) {
      const number = drawAccessNumber();
      const row = await platform.core.db.queries.selectFrom('access_numbers').select('number_digest').where('number_digest', '=', platform.core.hasher.digest('accessNumber', number)).executeTakeFirst();
      if (row === undefined) return number;
    }
  };

  it('comes with its times by the server\'s clock, and leads a registered identity to the session, and to nobody\'s name', async () => {
    const { answer, accessNumber, accessId } = await openNumbered(platform);
    const { nowMs, expiresAtMs } = answer.body as { nowMs: number; expiresAtMs: number };
    assert.deepEqual([nowMs, expiresAtMs], [platform.core.now(), platform.core.now() + 99_000]);
    assert.ok(isAccessNumber(accessNumber));
    const resolved = await resolve(platform, phone, accessNumber);
    assert.deepEqual(resolved.body, { accessId });
  });

  it('is refused to strangers, to the capability of another, and to revoked identities, without a word about the number', async () => {
    const { accessNumber } = await openNumbered(platform);
    const stranger = { ...phone, id: { ...phone.id, mpinId: randomBytes(40).toString('hex') } };
    const other = await register(platform, '1234');
    assert.equal(outcome(await resolve(platform, stranger, accessNumber)), '401 UNSUCCESSFUL_AUTHENTICATION');
    assert.equal(outcome(await resolve(platform, { ...phone, capability: other.capability }, accessNumber)), '401 UNSUCCESSFUL_AUTHENTICATION');
    for (let i = 0; i < 3; i += 1) await signIn(platform, other, '9999');
    assert.equal(outcome(await resolve(platform, other, accessNumber)), '410 REVOKED_MPINID');
  });

  it('takes neither a user id nor a hash along, which its finder would see', async () => {
    for (const extra of [{ userId: 'ada@mail.example' }, { hash: 'ab' }]) {
      const answer = await platform.post('/rps/v2/session', { projectId: platform.project.projectId, accessNumber: true, ...extra });
      assert.deepEqual([outcome(answer), context(answer)['params']], ['400 INVALID_REQUEST_PARAMETERS', Object.keys(extra)[0]]);
    }
  });

  it('ends at second 99, not before', async () => {
    nextHour();
    const { accessNumber, webOTT } = await openNumbered(platform);
    platform.advance(98.999);
    assert.equal(outcome(await resolve(platform, phone, accessNumber)), '200');
    assert.equal((await platform.post('/rps/v2/access', { webOTT })).body['status'], 'new');
    platform.advance(0.001);
    const late = await resolve(platform, phone, accessNumber);
    assert.deepEqual([outcome(late), context(late)['triesLeft']], ['404 INVALID_ACCESS_NUMBER', '4']);
    assert.equal((await platform.post('/rps/v2/access', { webOTT })).body['status'], 'expired');
  });

  it('belongs to its project', async () => {
    nextHour();
    const elsewhere = await platform.addProject({ name: 'Other', origins: ['https://other.example'] });
    const { accessNumber } = await openNumbered({ ...platform, project: elsewhere });
    assert.equal(outcome(await resolve(platform, phone, accessNumber)), '404 INVALID_ACCESS_NUMBER');
  });

  it('is asked for by pages of the project alone', async () => {
    nextHour();
    const { accessNumber } = await openNumbered(platform);
    assert.equal(outcome(await resolve(platform, phone, accessNumber, { origin: 'https://evil.example' })), '403 ORIGIN_NOT_ALLOWED');
    assert.equal(outcome(await resolve(platform, phone, accessNumber, { origin: SITE })), '200');
  });

  it('of wrong form is told so and no miss', async () => {
    nextHour();
    const { accessNumber } = await openNumbered(platform);
    for (let i = 0; i < 10; i += 1) {
      const answer = await resolve(platform, phone, '1111117');
      assert.deepEqual([outcome(answer), context(answer)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'accessNumber']);
    }
    assert.equal(outcome(await resolve(platform, phone, accessNumber)), '200');
  });

  it('may be missed five times an hour', async () => {
    nextHour();
    const { accessNumber } = await openNumbered(platform);
    const left: unknown[] = [];
    for (let i = 0; i < 5; i += 1) left.push(context(await resolve(platform, phone, await unused()))['triesLeft']);
    assert.deepEqual(left, ['4', '3', '2', '1', '0']);
    const blocked = await resolve(platform, phone, accessNumber);
    assert.deepEqual([outcome(blocked), Number(context(blocked)['backoff'])], ['429 REQUEST_BACKOFF', Math.ceil(platform.core.now() / 1000) + 3600]);
    nextHour();
    assert.equal(outcome(await resolve(platform, phone, (await openNumbered(platform)).accessNumber)), '200');
  });

  it('is not used up by hits', async () => {
    nextHour();
    for (let i = 0; i < 8; i += 1) assert.equal(outcome(await resolve(platform, phone, (await openNumbered(platform)).accessNumber)), '200');
  });

  it('is given to a session that was opened without one, which outlives it, as often as it is asked for', async () => {
    nextHour();
    const { projectId } = platform.project;
    const { body: { webOTT, accessId } } = await platform.post('/rps/v2/session', { projectId });
    const ask = async (): Promise<Answer> => platform.post('/rps/v2/session', { projectId, accessNumber: true, accessId });
    const [first, second] = [await ask(), await ask()];
    assert.deepEqual([first.body['webOTT'], first.body['accessId'], first.body['expiresAtMs']], ['', accessId, platform.core.now() + 99_000]);
    assert.ok(String(first.body['qrURL']).endsWith(`/mobile-login/#${String(accessId)}`));
    for (const { body } of [first, second]) assert.deepEqual((await resolve(platform, phone, String(body['accessNumber']))).body, { accessId });
    platform.advance(99);
    assert.equal(outcome(await resolve(platform, phone, String(first.body['accessNumber']))), '404 INVALID_ACCESS_NUMBER');
    assert.equal((await platform.post('/rps/v2/access', { webOTT })).body['status'], 'new');
    assert.deepEqual((await resolve(platform, phone, String((await ask()).body['accessNumber']))).body, { accessId });
    platform.advance(platform.core.config.sessionSeconds - 99 - 10);
    assert.equal((await ask()).body['expiresAtMs'], platform.core.now() + 10_000, 'never longer than the session');
    platform.advance(10);
    assert.deepEqual([outcome(await ask()), context(await ask())['params']], ['400 INVALID_REQUEST_PARAMETERS', 'accessId']);
  });

  it('is not given to a session for one user or for signing, whose finder would see that, nor to one of another project or that is over', async () => {
    const { projectId } = platform.project;
    const open = async (extra: object): Promise<string> => String((await platform.post('/rps/v2/session', { projectId, ...extra })).body['accessId']);
    for (const extra of [{ userId: 'ada@mail.example' }, { hash: 'ab' }]) {
      const answer = await platform.post('/rps/v2/session', { projectId, accessNumber: true, accessId: await open(extra) });
      assert.deepEqual([outcome(answer), 'accessNumber' in answer.body, 'expiresAtMs' in answer.body], ['200', false, false]);
    }
    const elsewhere = await platform.addProject({ name: 'Third', origins: ['https://third.example'] });
    assert.equal(outcome(await platform.post('/rps/v2/session', { projectId: elsewhere.projectId, accessNumber: true, accessId: await open({}) })), '400 INVALID_REQUEST_PARAMETERS');
    const over = await open({});
    await platform.post('/rps/v2/codeStatus', { wid: over, status: 'abort' });
    assert.equal(outcome(await platform.post('/rps/v2/session', { projectId, accessNumber: true, accessId: over })), '400 INVALID_REQUEST_PARAMETERS');
  });

  it('is drawn again while another session has it, and given anew when that is over', async () => {
    const draws = [['1111116'], ['1111116', '1111116', '9876545']];
    const issue = (numbers: string[]): Promise<string> => platform.core.db.transaction((queries) => issueAccessNumber(platform.core, queries, {
      accessId: 'x', accessDigest: 'none', projectId: platform.project.projectId, expiresAt: platform.core.now() + 99_000,
    }, () => numbers.shift() ?? 'none'));
    assert.equal(await issue(draws[0] ?? []), '1111116');
    assert.equal(await issue(draws[1] ?? []), '9876545');
    await assert.rejects(issue(Array.from({ length: 16 }, () => '1111116')), { code: 'REQUEST_BACKOFF' });
    platform.advance(99);
    assert.equal(await issue(['1111116']), '1111116');
  });

  it('is no secret that the database keeps in the clear', async () => {
    const { accessNumber, accessId } = await openNumbered(platform);
    const rows = JSON.stringify(await platform.core.db.queries.selectFrom('access_numbers').selectAll().execute());
    assert.ok(!rows.includes(accessNumber) && !rows.includes(accessId));
    assert.ok(!platform.logs().includes(accessNumber));
  });
});

describe('ten thousand guesses', () => {
  let platform: TestPlatform;
  let phone: DeviceIdentity;
  before(async () => {
    platform = await startPlatform({ frozen: true });
    phone = await register(platform, '1234');
  });
  after(() => platform.close());

  /** Further identities of the same project, as many as an attacker with a mail domain would register. */
  async function army(size: number): Promise<Identity[]> {
    const model = await findIdentity(platform.core, phone.id.mpinId);
    assert.ok(model !== undefined);
    const clones = Array.from({ length: size }, () => {
      const mpinId = randomBytes(40);
      return { ...model, id: sha256(mpinId), mpin_id: mpinId.toString('hex'), public_key: randomBytes(128).toString('hex') };
    });
    for (const clone of clones) await platform.core.db.queries.insertInto('identities').values(clone).execute();
    return clones;
  }

  it('look at five numbers for one identity, and at three hundred for all of a project, however many come at once', async () => {
    const { accessNumber } = await openNumbered(platform);
    const [one, ...others] = await army(101);
    assert.ok(one !== undefined);
    const guess = async (identity: Identity): Promise<string> => {
      let number = drawAccessNumber();
      while (number === accessNumber) number = drawAccessNumber();
      return resolveAccessNumber(platform.core, identity, number).then(() => 'hit', (error: { code: string }) => error.code);
    };
    /** Fifty at a time. */
    const guesses = async (count: number, by: (index: number) => Identity): Promise<string[]> => {
      const outcomes: string[] = [];
      while (outcomes.length < count) outcomes.push(...await Promise.all(Array.from({ length: 50 }, (_, index) => guess(by(outcomes.length + index)))));
      return outcomes;
    };
    const alone = await guesses(5000, () => one);
    assert.equal(alone.filter((code) => code === 'INVALID_ACCESS_NUMBER').length, 5);
    assert.equal(alone.filter((code) => code === 'REQUEST_BACKOFF').length, 4995);
    const together = await guesses(5000, (index) => others[index % others.length] ?? one);
    assert.equal(together.filter((code) => code === 'INVALID_ACCESS_NUMBER').length, 295);
    assert.equal(together.filter((code) => code === 'REQUEST_BACKOFF').length, 4705);
    const [another] = others;
    assert.ok(another !== undefined);
    assert.equal(await resolveAccessNumber(platform.core, another, accessNumber).then(() => 'hit', (error: { code: string }) => error.code), 'REQUEST_BACKOFF');
  });
});
