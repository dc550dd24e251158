import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { startPlatform, type TestPlatform } from '../../server/test/support/test-platform.ts';
import { memoryStorage, MpinClient, type IdentitySummary, type PhoneRequest, type PhoneSignIn, type PhoneSignInOptions, type PhoneStatus } from '../../src/client/index.ts';
import { failure, PIN, until, WRONG_PIN } from './support.ts';

/** As much of a page as the client looks at. */
class Page extends EventTarget {
  hidden = false;

  turn(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/** Clocks that are wrong by so much. */
const PC_AHEAD_MS = 7_200_000;
const PHONE_BEHIND_MS = -500_000;

describe('a page signed in by phone', () => {
  const page = new Page();
  const globals = globalThis as { document?: unknown; addEventListener?: unknown; removeEventListener?: unknown };
  let platform: TestPlatform;
  let phone: MpinClient;
  let pc: MpinClient;
  let identity: IdentitySummary;
  const asked: string[] = [];

  before(async () => {
    platform = await startPlatform({ frozen: true });
    const counting: typeof fetch = (input, init) => {
      asked.push(new URL(String(input)).pathname);
      return fetch(input, init);
    };
    pc = new MpinClient({ server: platform.url, storage: memoryStorage(), now: () => platform.core.now() + PC_AHEAD_MS, fetch: counting });
    phone = new MpinClient({ server: platform.url, storage: memoryStorage(), now: () => platform.core.now() + PHONE_BEHIND_MS });
    const pending = await phone.startRegistration({ userId: 'ada@example.com', deviceName: 'Phone' });
    const { code } = await platform.mailbox.takeLink(pending.userId);
    const form = new URLSearchParams({ code, user_id: pending.userId, decision: 'confirm', number: pending.matchNumber ?? '' });
    await fetch(`${platform.url}/verification/confirmation/decision`, { method: 'POST', body: form, headers: { origin: 'null' } });
    await phone.waitForConfirmation(pending);
    identity = await phone.register(pending, PIN);
    globals.document = page;
    globals.addEventListener = page.addEventListener.bind(page);
    globals.removeEventListener = page.removeEventListener.bind(page);
  });
  after(async () => {
    delete globals.document;
    delete globals.addEventListener;
    delete globals.removeEventListener;
    await platform.close();
  });

  /** A page that waits. */
  async function show(options: Partial<PhoneSignInOptions> = {}): Promise<{ requests: PhoneRequest[]; statuses: PhoneStatus[]; given: { nonce?: string | undefined }; result: Promise<PhoneSignIn>; stop: () => Promise<void> }> {
    const requests: PhoneRequest[] = [];
    const statuses: PhoneStatus[] = [];
    const controller = new AbortController();
    const given = {
      onRequest: (request: PhoneRequest) => void requests.push(request), onStatus: (status: PhoneStatus) => void statuses.push(status), signal: controller.signal, ...options,
    };
    const result = pc.signInByPhone(given);
    result.catch(() => undefined);
    await until(() => statuses.length > 0);
    return { requests, statuses, given, result, stop: async () => { controller.abort(); await failure(result, 'ABORTED'); } };
  }

  const numberOf = ([request]: PhoneRequest[]): string => request?.accessNumber ?? '';
  const accessIdOf = ([request]: PhoneRequest[]): string => new URL(request?.link ?? 'missing:').hash.slice(1);

  it('goes from number to token, whatever the clocks say', async () => {
    const { requests, statuses, given, result } = await show({ nonce: 'n-0' });
    const [request] = requests;
    assert.equal(request?.lifetimeMs, 99_000);
    assert.ok(Math.abs((request?.expiresAtMs ?? 0) - (platform.core.now() + PC_AHEAD_MS + 99_000)) < 1000);
    platform.advance(20);
    const accessId = await phone.resolveAccessNumber(identity.id, numberOf(requests));
    assert.equal(accessId, accessIdOf(requests));
    const details = await phone.requestDetails(accessId);
    assert.deepEqual([details.projectName, details.userId, details.otherNetwork, details.hash], ['Shop', '', false, '']);
    assert.ok(details.deviceName.length > 0);
    assert.equal(details.expiresAtMs, platform.core.now() + PHONE_BEHIND_MS + 79_000);
    const attempt = phone.beginSignIn(identity.id, { scope: 'oidc', accessId });
    await attempt.prepare();
    await until(() => statuses.includes('authenticating'));
    assert.deepEqual(statuses.filter((status, index) => status !== statuses[index - 1]), ['waiting', 'scanned', 'authenticating']);
    // The page's nonce of the moment counts, not that of when the number was shown.
    given.nonce = 'n-1';
    const answer = await attempt.finish(PIN);
    assert.equal(answer.token, undefined);
    const signedIn = await result;
    assert.equal(signedIn.userId, 'ada@example.com');
    const { payload } = await jwtVerify(signedIn.token ?? '', createRemoteJWKSet(new URL(`${platform.url}/.well-known/jwks`)), { currentDate: new Date(platform.core.now()) });
    assert.deepEqual([payload.sub, payload['nonce']], ['ada@example.com', 'n-1']);
    await failure(phone.requestDetails(accessId), 'REQUEST_EXPIRED');
    await failure(phone.beginSignIn(identity.id, { scope: 'oidc', accessId }).finish(PIN), 'REQUEST_EXPIRED');

    let out = false;
    const ended = signedIn.untilSignedOut().then(() => { out = true; });
    assert.equal(out, false);
    await phone.signOutElsewhere(answer.signOutHandle ?? '');
    await ended;
    assert.equal(out, true);
  });

  it('shows another number when one expires, and takes the old one\'s answer no more', async () => {
    const { requests, stop } = await show();
    const accessId = accessIdOf(requests);
    platform.advance(99);
    page.turn(false);
    await until(() => requests.length === 2);
    assert.notEqual(requests[1]?.accessNumber, requests[0]?.accessNumber);
    await failure(phone.beginSignIn(identity.id, { scope: 'oidc', accessId }).finish(PIN), 'REQUEST_EXPIRED');
    await failure(phone.resolveAccessNumber(identity.id, numberOf(requests)), 'ACCESS_NUMBER_INVALID');
    await stop();
  });

  it('shows none when it may not', async () => {
    const { requests, result } = await show({ mayRenew: () => false });
    platform.advance(99);
    page.turn(false);
    await failure(result, 'REQUEST_EXPIRED');
    assert.equal(requests.length, 1);
  });

  it('asks nothing while it is hidden, and hears at once when it is shown', async () => {
    const { requests, result } = await show();
    page.turn(true);
    const attempt = phone.beginSignIn(identity.id, { scope: 'oidc', accessId: accessIdOf(requests) });
    const count = asked.length;
    await attempt.finish(PIN);
    platform.advance(100);
    assert.equal(asked.length, count);
    page.turn(false);
    assert.equal((await result).userId, 'ada@example.com');
  });

  it('is told of a refusal, and so is a phone that comes after', async () => {
    const { requests, result } = await show();
    await phone.declineRequest(accessIdOf(requests));
    await failure(result, 'REQUEST_DECLINED');
    await failure(phone.beginSignIn(identity.id, { scope: 'oidc', accessId: accessIdOf(requests) }).finish(PIN), 'REQUEST_DECLINED');
  });

  it('takes its number along when it gives up', async () => {
    const { requests, stop } = await show();
    await stop();
    await until(() => asked.at(-1) === '/rps/v2/codeStatus');
    await failure(phone.resolveAccessNumber(identity.id, numberOf(requests)), 'ACCESS_NUMBER_INVALID');
  });

  it('waits on while PINs are wrong, and says "not you?"', async () => {
    platform.advance(3601);
    const { requests, result } = await show();
    const accessId = await phone.resolveAccessNumber(identity.id, numberOf(requests));
    await failure(phone.beginSignIn(identity.id, { scope: 'oidc', accessId }).finish(WRONG_PIN), 'WRONG_PIN');
    const { signOutHandle = '' } = await phone.beginSignIn(identity.id, { scope: 'oidc', accessId }).finish(PIN);
    await (await result).signOut();
    await phone.signOutElsewhere(signOutHandle);
    await failure(phone.requestDetails('no such request'), 'REQUEST_EXPIRED');
  });

  it('checks the digits before anything is sent', async () => {
    await failure(phone.resolveAccessNumber(identity.id, '1111117'), 'ACCESS_NUMBER_INVALID');
    await failure(phone.resolveAccessNumber(identity.id, ''), 'ACCESS_NUMBER_INVALID');
  });

  it('learns of its own revocation, and that nobody knows it any more, from a number that it looks up', async () => {
    const { requests, stop } = await show();
    const { queries } = platform.core.db;
    await queries.updateTable('identities').set({ state: 'revoked' }).where('id', '=', identity.id).execute();
    await failure(phone.resolveAccessNumber(identity.id, numberOf(requests)), 'IDENTITY_REVOKED');
    assert.equal((await phone.identities())[0]?.state, 'revoked');
    await queries.deleteFrom('identity_capabilities').where('identity_id', '=', identity.id).execute();
    await failure(phone.resolveAccessNumber(identity.id, numberOf(requests)), 'IDENTITY_UNKNOWN');
    await stop();
  });
});
