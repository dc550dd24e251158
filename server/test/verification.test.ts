import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { register, someone } from './support/device.ts';
import { context, outcome, request } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** Another code than this one. */
function otherDigits(code: string): string {
  return code === '000000' ? '000001' : '000000';
}

describe('proving an address by link', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform({ frozen: true }); });
  after(() => platform.close());

  const ask = (userId: string, extra: object = {}) => platform.post('/verification/email', { userId, projectId: platform.project.projectId, deviceName: 'Laptop', ...extra });

  it('mails a link of the configured URL, whatever the headers of the request say', async () => {
    const userId = someone();
    await request(`${platform.url}/verification/email`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-host': 'evil.example' }, body: JSON.stringify({ userId, projectId: platform.project.projectId, deviceName: 'Laptop' }),
    });
    const { url } = await platform.mailbox.takeLink(userId);
    assert.ok(url.startsWith(`${platform.url}/verification/confirmation?code=`));
  });

  it('takes a link code once, and shows how to go on where the link was opened', async () => {
    const userId = someone();
    await ask(userId);
    const { code, url } = await platform.mailbox.takeLink(userId);
    assert.equal((await request(url)).status, 200);
    const confirm = () => platform.post('/verification/confirmation', { userId, code });
    const first = await confirm();
    assert.equal(outcome(first), '200');
    assert.equal(Number(first.body['expireTime']) - Math.floor(platform.core.now() / 1000) <= 90, true);
    assert.equal(outcome(await confirm()), '401 UNSUCCESSFUL_VERIFICATION');
    assert.equal((await request(url)).status, 410);
  });

  it('refuses a code with another person\'s address', async () => {
    const userId = someone();
    await ask(userId);
    const { code } = await platform.mailbox.takeLink(userId);
    assert.equal(outcome(await platform.post('/verification/confirmation', { userId: someone(), code })), '401 UNSUCCESSFUL_VERIFICATION');
  });

  it('names project and session of an expired code', async () => {
    const userId = someone();
    const { body: session } = await platform.post('/rps/v2/session', { projectId: platform.project.projectId });
    await ask(userId, { accessId: session['accessId'] });
    const { code } = await platform.mailbox.takeLink(userId);
    platform.advance(3601);
    const answer = await platform.post('/verification/confirmation', { userId, code });
    assert.equal(outcome(answer), '401 UNSUCCESSFUL_VERIFICATION');
    assert.equal(context(answer)['projectId'], platform.project.projectId);
    assert.equal(context(answer)['accessId'], session['accessId']);
  });

  it('waits 10 s, then 1 min, then 10 min between mails, and begins anew once one was answered', async () => {
    const userId = someone();
    for (const wait of [10, 60, 600, 600]) {
      const sent = await ask(userId);
      const now = Math.floor(platform.core.now() / 1000);
      assert.ok(Math.abs(Number(sent.body['backoff']) - now - wait) <= 1, `${wait}`);
      assert.ok(Math.abs(Number(sent.body['nowMs']) / 1000 - now) <= 2);
      platform.advance(wait - 2);
      const early = await ask(userId);
      assert.equal(outcome(early), '429 REQUEST_BACKOFF');
      assert.ok(Number(early.headers.get('retry-after')) >= 1);
      platform.advance(3);
    }
    for (let i = 0; i < 3; i += 1) await platform.mailbox.takeLink(userId);
    const { code } = await platform.mailbox.takeLink(userId);
    assert.equal(outcome(await platform.post('/verification/confirmation', { userId, code })), '200');
    const again = await ask(userId);
    assert.ok(Math.abs(Number(again.body['backoff']) - Math.floor(platform.core.now() / 1000) - 10) <= 1);
  });

  it('sends one of two mails asked for at once', async () => {
    const userId = someone();
    const outcomes = (await Promise.all([ask(userId), ask(userId), ask(userId)])).map(outcome).sort();
    assert.deepEqual(outcomes, ['200', '429 REQUEST_BACKOFF', '429 REQUEST_BACKOFF']);
  });

  it('sends twenty mails a day to one user at most', async () => {
    const userId = someone();
    for (let i = 0; i < 20; i += 1) {
      assert.equal(outcome(await ask(userId)), '200', String(i));
      platform.advance(3601);
    }
    assert.equal(outcome(await ask(userId)), '429 REQUEST_BACKOFF');
    platform.advance(86_400);
    assert.equal(outcome(await ask(userId)), '200');
  });

  it('answers alike for people with and without a device', async () => {
    const { userId } = await register(platform, '1234');
    platform.advance(3601);
    const [known, unknown] = [await ask(userId), await ask(someone())];
    assert.deepEqual([known.status, Object.keys(known.body), known.body['method']], [unknown.status, Object.keys(unknown.body), unknown.body['method']]);
  });

  for (const userId of ['a@b@c', 'Name <a@example.com>', 'a@example.com,b@example.com', 'a@example.com\r\nBcc: b@example.com', '"quoted"@example.com', 'no-at-sign', 'a@', '@example.com']) {
    it(`refuses to mail to ${JSON.stringify(userId)}`, async () => {
      const answer = await ask(userId);
      assert.deepEqual([outcome(answer), context(answer)['params']], ['400 INVALID_REQUEST_PARAMETERS', 'userId']);
    });
  }
});

describe('proving an address by code', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform({ frozen: true, project: { verificationMethod: 'code' } }); });
  after(() => platform.close());

  const ask = (userId: string, extra: object = {}) => platform.post('/verification/email', { userId, projectId: platform.project.projectId, deviceName: 'Laptop', ...extra });
  const confirm = (userId: string, code: string, extra: object = {}) => platform.post('/verification/confirmation', { userId, code, ...extra });

  it('takes the digits once and says how many tries are left', async () => {
    const userId = someone();
    assert.equal((await ask(userId)).body['method'], 'code');
    const code = await platform.mailbox.takeDigits(userId);
    const wrong = await confirm(userId, otherDigits(code));
    assert.deepEqual([outcome(wrong), context(wrong)['triesLeft']], ['401 UNSUCCESSFUL_VERIFICATION', '4']);
    assert.equal(outcome(await confirm(userId, code)), '200');
    assert.equal(outcome(await confirm(userId, code)), '401 UNSUCCESSFUL_VERIFICATION');
  });

  it('ends a code after five wrong tries, however many run at once', async () => {
    const userId = someone();
    await ask(userId);
    const code = await platform.mailbox.takeDigits(userId);
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(userId, otherDigits(code))));
    assert.equal(answers.filter((answer) => context(answer)['triesLeft'] !== '0').length, 4);
    assert.equal(outcome(await confirm(userId, code)), '401 UNSUCCESSFUL_VERIFICATION');
  });

  it('does not let strangers use up the owner\'s tries', async () => {
    const userId = someone();
    const deviceTag = randomBytes(16).toString('hex');
    await ask(userId, { deviceTag });
    const code = await platform.mailbox.takeDigits(userId);
    for (let i = 0; i < 8; i += 1) await confirm(userId, otherDigits(code), { deviceTag: randomBytes(16).toString('hex') });
    assert.equal(outcome(await confirm(userId, code, { deviceTag: randomBytes(16).toString('hex') })), '401 UNSUCCESSFUL_VERIFICATION');
    assert.equal(outcome(await confirm(userId, code, { deviceTag })), '200');
  });

  it('tells strangers nothing: neither whether somebody asked, nor for which session', async () => {
    const userId = someone();
    const { body: session } = await platform.post('/rps/v2/session', { projectId: platform.project.projectId, userId });
    await ask(userId, { accessId: session['accessId'], deviceTag: randomBytes(16).toString('hex') });
    const code = await platform.mailbox.takeDigits(userId);
    const stranger = { deviceTag: randomBytes(16).toString('hex') };
    const told = async (asked: string, digits: string) => {
      const answer = await confirm(asked, digits, stranger);
      return [outcome(answer), Object.keys(context(answer))];
    };
    const nothing = ['401 UNSUCCESSFUL_VERIFICATION', ['requestID']];
    assert.deepEqual(await told(userId, otherDigits(code)), nothing);
    assert.deepEqual(await told(someone(), otherDigits(code)), nothing);
    platform.advance(601);
    assert.deepEqual(await told(userId, code), nothing);
  });

  it('counts other spellings of one mailbox together', async () => {
    const userId = someone();
    const [local = '', domain = ''] = userId.split('@');
    assert.equal(outcome(await ask(userId)), '200');
    for (const spelling of [`${local.toUpperCase()}@${domain.toUpperCase()}`, `${local}+x@${domain}`]) {
      assert.equal(outcome(await ask(spelling)), '429 REQUEST_BACKOFF', spelling);
    }
  });

  it('gives a handed-over request\'s activation to its starter alone', async () => {
    const userId = someone();
    const { body: session } = await platform.post('/rps/v2/session', { projectId: platform.project.projectId, userId });
    assert.equal((await ask(userId, { accessId: session['accessId'], handOver: true })).body['matchNumber'], undefined);
    const code = await platform.mailbox.takeDigits(userId);
    assert.equal(outcome(await confirm(userId, code)), '401 UNSUCCESSFUL_VERIFICATION');
    const other = await platform.post('/rps/v2/session', { projectId: platform.project.projectId, userId });
    assert.equal(outcome(await confirm(userId, code, { webOTT: other.body['webOTT'] })), '401 UNSUCCESSFUL_VERIFICATION');
    const confirmed = await confirm(userId, code, { webOTT: session['webOTT'] });
    assert.equal(outcome(confirmed), '200');
    assert.deepEqual(Object.keys(confirmed.body).sort(), ['accessId', 'projectId']);
    const { body: access } = await platform.post('/rps/v2/access', { webOTT: session['webOTT'], activation: true });
    const { actToken } = access['activation'] as { actToken: string };
    await register(platform, '1234', { userId, activationToken: actToken });
  });

  it('uses a link all the same for a person with a device, unless the request comes from it', async () => {
    const { userId, id } = await register({ ...platform, mailbox: { ...platform.mailbox, takeLink: async (to) => ({ url: '', userId: to, code: await platform.mailbox.takeDigits(to) }) } }, '1234');
    platform.advance(3601);
    assert.equal((await ask(userId, { mpinId: id.mpinId })).body['method'], 'code');
    platform.advance(3601);
    assert.equal((await ask(userId)).body['method'], 'link');
    platform.advance(3601);
    assert.equal((await ask(userId, { mpinId: 'abcd' })).body['method'], 'link');
  });

  it('mails ten codes a day to one user at most', async () => {
    const userId = someone();
    for (let i = 0; i < 10; i += 1) {
      assert.equal(outcome(await ask(userId)), '200', String(i));
      platform.advance(3601);
    }
    assert.equal(outcome(await ask(userId)), '429 REQUEST_BACKOFF');
  });

  it('says of an expired code whose it was', async () => {
    const userId = someone();
    await ask(userId);
    const code = await platform.mailbox.takeDigits(userId);
    platform.advance(601);
    const answer = await confirm(userId, code);
    assert.deepEqual([outcome(answer), context(answer)['projectId']], ['401 UNSUCCESSFUL_VERIFICATION', platform.project.projectId]);
  });
});
