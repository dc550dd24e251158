import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mailsTo } from './support/inbox.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const PIN = '2846';
const WRONG_PIN = '9173';

let world: World;

before(async () => {
  world = await createWorld({ settings: { MPIN_MAIL_BACKOFF_SECONDS: '0' } });
});

after(async () => {
  await world.end();
});

describe('from an e-mail address to a signed-in page', () => {
  it('registers, signs in and out, is locked after three wrong PINs, and registers again', async () => {
    const address = 'ada@example.com';
    const pad = await world.visit();

    await pad.register(address, PIN);
    await pad.button('Sign in now').click();
    await pad.enterPin(PIN);
    await pad.isSignedInAs(address);

    await pad.button('Sign out').click();
    await pad.page.getByText('You are signed out.').waitFor();
    await pad.page.goto(`${world.site}/account`);
    assert.equal(new URL(pad.page.url()).pathname, '/');

    await pad.lockOut(WRONG_PIN);
    await pad.page.reload();
    await pad.sees(/revoked/);

    await pad.button('Register new identity').click();
    await pad.goOnToMail(address);
    await pad.confirmElsewhere(address, 2);
    await pad.choosePin(WRONG_PIN);
    await pad.button('Sign in now').click();
    await pad.enterPin(WRONG_PIN);
    await pad.isSignedInAs(address);

    assert.deepEqual(pad.complaints, []);
    assert.equal((await mailsTo(world.platform.url, address)).filter((mail) => mail.subject.includes('locked')).length, 1);
    assert.doesNotMatch(world.platform.output, new RegExp(`"${PIN}"|"${WRONG_PIN}"`));
    await pad.context.close();
  });

  it('keeps the strikes of one device from the other', async () => {
    const address = 'grace@example.com';
    const [first, second] = [await world.visit(), await world.visit()];
    await first.register(address, PIN);
    await second.register(address, PIN, 2);
    await first.button('Sign in now').click();
    await first.lockOut(WRONG_PIN);
    await second.button('Sign in now').click();
    await second.enterPin(PIN);
    await second.isSignedInAs(address);
    await Promise.all([first.context.close(), second.context.close()]);
  });
});
