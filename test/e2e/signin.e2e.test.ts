import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mailsTo } from './support/inbox.ts';
import type { World } from './support/world.ts';
import { createWorld } from './support/world.ts';

let world: World;

before(async () => {
  world = await createWorld();
});

after(async () => {
  await world.end();
});

describe('from an e-mail address to a signed-in page', () => {
  it('registers, signs in, signs out, is locked after three wrong PINs, and registers again', async () => {
    const address = 'ada@example.com';
    const pad = await world.visit();

    await pad.register(address, '2846');
    await pad.button('Sign in now').click();
    await pad.enterPin('2846');
    await pad.isSignedInAs(address);

    await pad.button('Sign out').click();
    await pad.page.getByText('You are signed out.').waitFor();
    assert.equal(await pad.page.evaluate(() => fetch('/account', { redirect: 'manual' }).then((response) => response.type)), 'opaqueredirect');

    for (const left of ['2 attempts left', '1 attempt left']) {
      await pad.enterPin('9173');
      await pad.page.getByText(left).waitFor();
    }
    await pad.enterPin('9173');
    await pad.sees('Your M-Pin has been revoked');
    await pad.page.getByText('You have entered your PIN incorrectly 3 times.').waitFor();

    await pad.page.reload();
    assert.doesNotMatch(await pad.page.content(), /account number/);

    assert.deepEqual(pad.complaints, []);
    assert.doesNotMatch(world.platform.output, /2846|9173/);
    await pad.context.close();
  });

  it('goes on after a lock-out with a new registration of the same address', async () => {
    const address = 'grace@example.com';
    const pad = await world.visit();
    await pad.register(address, '2846');
    await pad.button('Sign in now').click();
    for (const heading of ['Enter your PIN', 'Enter your PIN', 'Your M-Pin has been revoked']) {
      await pad.enterPin('1357');
      await pad.sees(heading);
      if (heading === 'Enter your PIN') await pad.page.getByText(/attempts? left/).waitFor();
    }
    assert.ok((await mailsTo(world.platform.url, address)).some((mail) => mail.subject.includes('locked')));
    await pad.context.close();
  });
});
