import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { register, signIn, someone } from './support/device.ts';
import { outcome, request } from './support/http.ts';
import type { Answer } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

interface Started {
  readonly webOTT: string;
  readonly accessId: string;
  readonly userId: string;
  readonly number: string;
  readonly url: string;
  readonly code: string;
  readonly cookie: string;
}

describe('a confirmation handed over to whoever started it', () => {
  let platform: TestPlatform;
  before(async () => { platform = await startPlatform(); });
  after(() => platform.close());

  /** What our own client does, on a page of the platform's own origin (`own`) or of a site. */
  async function start(options: { own?: boolean; userId?: string } = {}): Promise<Started> {
    const userId = options.userId ?? someone();
    const headers: Record<string, string> = options.own === true ? { origin: platform.url } : {};
    const session = await platform.post('/rps/v2/session', { projectId: platform.project.projectId, userId }, headers);
    const { webOTT, accessId } = session.body as { webOTT: string; accessId: string };
    const mail = await platform.post('/verification/email', { userId, projectId: platform.project.projectId, deviceName: 'Firefox on Linux', accessId, handOver: true, lang: 'de' });
    assert.equal(mail.status, 200, mail.text);
    const { url, code } = await platform.mailbox.takeLink(userId);
    return { webOTT, accessId, userId, number: String(mail.body['matchNumber']), url, code, cookie: (session.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  }

  const access = async ({ webOTT }: Started, activation = false): Promise<Readonly<Record<string, unknown>>> =>
    (await platform.post('/rps/v2/access', { webOTT, ...(activation ? { activation } : {}) })).body;
  const state = async (started: Started): Promise<unknown> => ((await access(started))['verification'] as { state: string }).state;

  function decide({ code, userId }: Started, decision: string, number?: string, cookie = ''): Promise<Answer> {
    const form = new URLSearchParams({ code, user_id: userId, decision, ...(number === undefined ? {} : { number }) });
    return request(`${platform.url}/verification/confirmation/decision`, {
      method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null', cookie }, body: form.toString(),
    });
  }
  const numbersOn = (page: Answer): string[] => [...page.text.matchAll(/name="number" value="(\d\d)"/g)].map((match) => match[1] ?? '');

  it('shows who asks and changes nothing, however often it is opened', async () => {
    const started = await start();
    for (let i = 0; i < 2; i += 1) {
      const page = await request(started.url);
      assert.equal(page.status, 200);
      assert.match(page.text, /lang="de"/);
      assert.ok(page.text.includes(started.userId.split('@')[0] ?? 'none'));
      assert.match(page.text, /Firefox on Linux/);
      assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
      assert.equal(page.headers.get('cache-control'), 'no-store');
      assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
    }
    assert.equal(await state(started), 'sent');
    assert.equal((await access(started, true))['activation'], undefined);
  });

  it('gives the activation to the starter alone, again until the first sign-in, each time a new one', async () => {
    const started = await start();
    const page = await request(started.url);
    assert.equal(numbersOn(page).length, 3);
    assert.ok(numbersOn(page).includes(started.number));
    const confirmed = await decide(started, 'confirm', started.number);
    assert.equal(confirmed.status, 200);
    assert.doesNotMatch(confirmed.text, new RegExp(started.code));
    const first = (await access(started, true))['activation'] as { actToken: string; userId: string };
    const second = (await access(started, true))['activation'] as { actToken: string; userId: string };
    assert.equal(second.userId, started.userId);
    await assert.rejects(register(platform, '1234', { userId: started.userId, activationToken: first.actToken }), /INVALID_ACTIVATION_TOKEN/);
    const abandoned = await register(platform, '1234', { userId: started.userId, activationToken: second.actToken });
    const third = (await access(started, true))['activation'] as { actToken: string };
    const identity = await register(platform, '1234', { userId: started.userId, activationToken: third.actToken });
    assert.equal(outcome(await signIn(platform, abandoned, '1234')), '410 REVOKED_MPINID');
    assert.equal(outcome(await signIn(platform, identity, '1234')), '200');
    assert.equal((await access(started, true))['activation'], undefined);
  });

  it('refuses the request for good when a wrong number is chosen', async () => {
    const started = await start();
    const wrong = numbersOn(await request(started.url)).find((number) => number !== started.number);
    assert.equal((await decide(started, 'confirm', wrong)).status, 200);
    assert.equal(await state(started), 'cancelled');
    await decide(started, 'confirm', started.number);
    assert.equal(await state(started), 'cancelled');
  });

  it('asks again when no number was chosen', async () => {
    const started = await start();
    assert.equal(numbersOn(await decide(started, 'confirm')).length, 3);
    assert.equal(await state(started), 'sent');
  });

  it('asks for no number in the browser that started, which only the platform\'s own pages can mark', async () => {
    const started = await start({ own: true });
    assert.match(started.cookie, /^mpin-browser=/);
    assert.deepEqual(numbersOn(await request(started.url, { headers: { cookie: started.cookie } })), []);
    assert.equal(numbersOn(await request(started.url)).length, 3);
    await decide(started, 'confirm', undefined, started.cookie);
    assert.equal(await state(started), 'confirmed');
    assert.equal((await start()).cookie, '');
  });

  it('can be cancelled, which the starter sees', async () => {
    const started = await start();
    await decide(started, 'cancel');
    assert.equal(await state(started), 'cancelled');
  });

  it('expires with its link', async () => {
    const started = await start();
    platform.advance(3601);
    assert.equal((await request(started.url)).status, 410);
    assert.equal((await decide(started, 'confirm', started.number)).status, 410);
    assert.equal((await access(started))['status'], 'expired');
  });

  it('keeps its number when the mail is sent again, and takes either link', async () => {
    const started = await start();
    platform.advance(11);
    const again = await platform.post('/verification/email', { userId: started.userId, projectId: platform.project.projectId, deviceName: 'x', accessId: started.accessId, handOver: true });
    assert.equal(again.body['matchNumber'], started.number);
    await platform.mailbox.takeLink(started.userId);
    await decide(started, 'confirm', started.number);
    assert.equal(await state(started), 'confirmed');
  });

  it('refuses the link code elsewhere than on the page, and another user in the same session', async () => {
    const started = await start();
    assert.equal(outcome(await platform.post('/verification/confirmation', { userId: started.userId, code: started.code })), '401 UNSUCCESSFUL_VERIFICATION');
    const other = await platform.post('/verification/email', { userId: someone(), projectId: platform.project.projectId, deviceName: 'x', accessId: started.accessId, handOver: true });
    assert.deepEqual([outcome(other), (other.body['context'] as { params: string }).params], ['400 INVALID_REQUEST_PARAMETERS', 'userId']);
    assert.equal(await state(started), 'sent');
  });

  it('tells a person who has a device already', async () => {
    const { userId } = await register(platform, '1234');
    platform.advance(3601);
    const fresh = await start();
    const known = await start({ userId });
    assert.doesNotMatch((await request(fresh.url)).text, /class="note"/);
    assert.match((await request(known.url)).text, /class="note"/);
  });
});
