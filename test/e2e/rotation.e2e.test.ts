import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Request } from 'playwright-core';
import { PinPad } from './support/pin-pad.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const PIN = '2846';
const WRONG_PIN = '9173';
const ADDRESS = 'rotated@example.com';

interface Half { readonly node: string; readonly state: string; readonly identities: number; readonly held: boolean }

let world: World;
let pad: PinPad;
before(async () => {
  world = await createWorld();
  pad = await world.visit();
  await pad.register(ADDRESS, PIN);
  pad.page.on('request', note);
  await pad.button('Sign in now').click();
});
after(async () => { await world.end(); });

const halves = async (): Promise<readonly Half[]> => {
  const { authorities } = JSON.parse(await world.platform.command('authorities', 'status', '--json')) as { authorities: { halves: Half[] }[] };
  return authorities[0]?.halves ?? [];
};

/** Calls of the page that matter here, and the first half that the identity named at the pass 1 before each check. */
const calls: string[] = [];
const halvesUsed: string[] = [];
let named = '';

function note(request: Request): void {
  const path = new URL(request.url()).pathname.replace(/^(\/ta\/\d\/client-share)\/.*/, '$1');
  if (path === '/rps/v2/pass1') [named = ''] = JSON.parse(Buffer.from((request.postDataJSON() as { dtas: string }).dtas, 'base64').toString()) as string[];
  if (path === '/rps/v2/authenticate') halvesUsed.push(named);
  if (/\/(?:registration|client-share|authenticate|email)$/.test(path)) calls.push(path);
}

/** Signs in as a person does, and out again. */
async function signIn(): Promise<{ readonly calls: readonly string[]; readonly halves: readonly string[] }> {
  calls.length = 0;
  halvesUsed.length = 0;
  await pad.enterPin(PIN);
  await pad.isSignedInAs(ADDRESS);
  await pad.button('Sign out').click();
  await pad.sees('Enter your PIN');
  return { calls: [...calls], halves: [...halvesUsed] };
}

/** One story, told in order: each step stands on the ones before. */
describe('rotation of a master half under an identity that is used', () => {
  let old = '';
  let fresh = '';

  it('begins with one half, which the identity hangs on', async () => {
    const [only, ...more] = await halves();
    old = only?.node ?? '';
    assert.deepEqual([more, only?.state, only?.identities], [[], 'current', 1]);
    assert.deepEqual(await signIn(), { calls: ['/rps/v2/authenticate'], halves: [old] });
  });

  it('renews at the next sign-in while the platform runs: the same PIN, nothing else asked, no mail', async () => {
    const { changed } = JSON.parse(await world.platform.command('authorities', 'rotate', '--position', '1', '--json')) as { changed: boolean };
    assert.equal(changed, true);
    fresh = (await halves()).at(-1)?.node ?? '';
    assert.notEqual(fresh, old);
    assert.deepEqual(await signIn(), {
      calls: ['/rps/v2/authenticate', '/registration', '/ta/1/client-share', '/ta/2/client-share', '/rps/v2/authenticate'], halves: [old, fresh],
    });
    assert.deepEqual((await halves()).map(({ state, identities }) => [state, identities]), [['former', 0], ['current', 1]]);
  });

  it('uses the new half from then on, also in a page that is opened anew', async () => {
    await pad.page.reload();
    assert.deepEqual(await signIn(), { calls: ['/rps/v2/authenticate'], halves: [fresh] });
  });

  it('goes on when the old half was retired and destroyed; a wrong PIN is as wrong as before', async () => {
    const retirement = JSON.parse(await world.platform.command('authorities', 'retire', '--half', old, '--json')) as { erased: number; lost: unknown[]; destroyed: boolean };
    assert.deepEqual([retirement.erased, retirement.lost, retirement.destroyed], [1, [], true]);
    assert.deepEqual((await halves()).filter(({ held }) => held).map(({ node }) => node), [fresh]);
    await pad.enterPin(WRONG_PIN);
    await pad.page.getByText('Incorrect PIN! 2 attempts left.').first().waitFor();
    assert.deepEqual(await signIn(), { calls: ['/rps/v2/authenticate'], halves: [fresh] });
    assert.deepEqual(pad.complaints, []);
  });

  it('makes a one-time password with a renewal, and the next one at once after it', async () => {
    const { id } = (await (await fetch(`${world.platform.url}/.well-known/project-configuration`)).json()) as { id: string };
    const { clientId } = JSON.parse(await world.platform.command('otp-application', 'create', '--project', id, '--name', 'Office VPN')) as { clientId: string };
    const own = await PinPad.open(await pad.context.newPage(), `${world.platform.url}/otpgen?client_id=${clientId}`, world.platform.url);
    await own.register('passwords@example.com', PIN);
    await own.button('Sign in now').click();
    await world.platform.command('authorities', 'rotate', '--position', '1');
    for (const next of [() => own.button('RETRY').click(), () => own.sees('One-time password')]) {
      await own.enterPin(PIN);
      await own.sees('One-time password');
      await next();
    }
    assert.deepEqual(own.complaints, []);
  });
});
