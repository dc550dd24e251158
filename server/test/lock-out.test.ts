import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sha256 } from '../src/keys/secrets.ts';
import { addClient, authorizeUrl, consent, goOn, logIn, newBrowser, postLogin, provePin, readLoginPage } from './support/connect.ts';
import type { TestClient } from './support/connect.ts';
import { KIND } from './support/database.ts';
import { prove, register, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { context, outcome } from './support/http.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '9753';
const WRONG = '9754';
const REVOKED = '410 REVOKED_MPINID';

/** One device in two tabs: the log-in page of an application, and a site where somebody types wrong PINs. On PostgreSQL the tabs talk to two nodes. */
describe('a lock-out in one tab while another signs in to an application', () => {
  let platform: TestPlatform;
  let elsewhere: TestPlatform;
  let client: TestClient;
  before(async () => {
    const environment = { MPIN_PENDING_PASSES: '100' };
    platform = await startPlatform({ environment });
    elsewhere = KIND === 'postgres' ? await startPlatform({ environment, beside: platform }) : platform;
    client = await addClient(platform);
  });
  after(async () => {
    if (elsewhere !== platform) await elsewhere.close();
    await platform.close();
  });

  const idOf = ({ id }: DeviceIdentity): string => sha256(Buffer.from(id.mpinId, 'hex'));
  const openLogin = async (browser = newBrowser(platform)) => ({ browser, page: readLoginPage(await browser.open(authorizeUrl(platform, client, { state: 'tab' }))) });
  const proveFor = (accessId: string, identity: DeviceIdentity) => prove(platform, identity, PIN, { scope: 'oidc', accessId, headers: { origin: platform.url } });
  const check = (at: TestPlatform, authOTT: string) => at.post('/rps/v2/authenticate', { authOTT });

  /** What is written down about an identity. */
  async function written(identity: DeviceIdentity) {
    const { queries } = platform.core.db;
    const { state } = await queries.selectFrom('identities').select('state').where('id', '=', idOf(identity)).executeTakeFirstOrThrow();
    const strikes = await queries.selectFrom('strikes').select('state').where('identity_id', '=', idOf(identity)).execute();
    const events = await queries.selectFrom('audit').select('status').where('identity_id', '=', idOf(identity)).execute();
    return { state, strikes: strikes.map((strike) => strike.state), count: (status: string) => events.filter((event) => event.status === status).length };
  }

  async function lock(identity: DeviceIdentity): Promise<void> {
    for (const left of ['2', '1', '0']) assert.equal(context(await signIn(elsewhere, identity, WRONG))['attemptsLeft'], left);
  }

  it('a right PIN whose check ends after the lock-out signs nobody in, and every wrong one has counted once', async () => {
    const identity = await register(platform, PIN);
    const { browser, page } = await openLogin();
    const { checks } = platform.core;
    const { proof } = checks;
    let begun = (): void => {};
    let goes = (): void => {};
    const underWay = new Promise<void>((resolve) => { begun = resolve; });
    const held = new Promise<void>((resolve) => { goes = resolve; });
    const rightPin = await proveFor(page.accessId, identity);
    checks.proof = async (...parameters) => {
      checks.proof = proof;
      begun();
      await held;
      return proof(...parameters);
    };
    const right = check(platform, rightPin);
    await underWay;
    assert.equal(context(await signIn(elsewhere, identity, WRONG))['attemptsLeft'], '2');
    assert.equal(context(await signIn(elsewhere, identity, WRONG))['attemptsLeft'], '1');
    assert.equal(outcome(await signIn(elsewhere, identity, WRONG)), '429 REQUEST_BACKOFF', 'as many checks are under way as may still fail');
    platform.advance(31);
    if (elsewhere !== platform) elsewhere.advance(31);
    assert.equal(outcome(await signIn(elsewhere, identity, WRONG)), REVOKED, 'the check that has not ended in time counts');
    goes();
    assert.equal(outcome(await right), REVOKED);
    assert.equal((await postLogin(platform, browser, page)).status, 409);
    const { state, strikes, count } = await written(identity);
    assert.deepEqual([state, strikes, count('revoked'), count('authenticate_unfinished'), count('authenticate_success')], ['revoked', ['failed', 'failed', 'failed'], 1, 1, 0]);
  });

  it('whatever comes first, nothing is counted twice or lost, and whoever is locked out gets no code', async () => {
    for (let round = 0; round < 6; round += 1) {
      const identity = await register(platform, PIN);
      const { browser, page } = await openLogin();
      const rightPin = await proveFor(page.accessId, identity);
      const wrongPins = [];
      for (let i = 0; i < 6; i += 1) wrongPins.push(await prove(elsewhere, identity, WRONG));
      const [right, ...others] = await Promise.all([check(platform, rightPin), ...wrongPins.map((authOTT) => check(elsewhere, authOTT))]);
      const { state, strikes, count } = await written(identity);
      const failed = others.filter((answer) => context(answer)['attemptsLeft'] !== undefined).length;
      assert.ok(!strikes.includes('reserved'));
      assert.equal(count('authenticate_failure'), failed);
      assert.equal(state === 'revoked', strikes.length === 3);
      assert.equal(count('revoked'), state === 'revoked' ? 1 : 0);
      assert.equal(count('authenticate_success'), right.status === 200 ? 1 : 0);
      assert.equal((await postLogin(platform, browser, page)).status, right.status === 200 ? 200 : 409);
      if (right.status !== 200) continue;
      const at = await browser.open(await goOn(platform, browser, page));
      assert.equal(at.answer.text.includes('/consent"'), state === 'active');
    }
  });

  it('locked between the PIN and the way back, the browser is asked again and no code is made', async () => {
    const identity = await register(platform, PIN);
    const browser = newBrowser(platform);
    assert.ok((await logIn(platform, browser, authorizeUrl(platform, client), identity, PIN)).searchParams.has('code'));
    const page = readLoginPage(await browser.open(authorizeUrl(platform, client, { prompt: 'login', state: 'tab' })));
    const to = await provePin(platform, browser, page, identity, PIN);
    await lock(identity);
    readLoginPage(await browser.open(to));
  });

  it('locked before consent is given, too', async () => {
    const identity = await register(platform, PIN);
    const { browser, page } = await openLogin();
    const asked = await browser.open(await provePin(platform, browser, page, identity, PIN));
    assert.match(asked.answer.text, /\/consent"/);
    await lock(identity);
    readLoginPage(await browser.open(await consent(browser, asked)));
  });
});
