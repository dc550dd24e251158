import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PinPad } from './support/pin-pad.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const PIN = '2846';
const WRONG_PIN = '9173';

let world: World;

before(async () => {
  world = await createWorld();
});

after(async () => {
  await world.end();
});

describe('what people and networks do in the middle', () => {
  it('comes back to every step after a reload', async () => {
    const address = 'ada@example.com';
    const pad = await world.visit();
    const reloads = async (heading: string): Promise<void> => {
      await pad.page.reload();
      await pad.sees(heading);
    };
    await reloads('Add an identity');
    await pad.askForMail(address);
    const number = await pad.matchNumber();
    await reloads('Check your email');
    assert.equal(await pad.matchNumber(), number);
    await pad.confirmElsewhere(address);
    await pad.sees('Setup your PIN');
    await reloads('Setup your PIN');
    await pad.type(PIN);
    await pad.button('Setup').click();
    await pad.sees('Enter your PIN again');
    await reloads('Setup your PIN');
    await pad.choosePin(PIN);
    await reloads('Enter your PIN');
    await pad.enterPin(WRONG_PIN);
    await pad.page.getByText('2 attempts left').first().waitFor();
    await reloads('Enter your PIN');
    await pad.enterPin(PIN);
    await pad.isSignedInAs(address);
    assert.deepEqual(pad.complaints, []);
    await pad.context.close();
  });

  it('works in two tabs at once', async () => {
    const address = 'grace@example.com';
    const first = await world.visit();
    const second = await PinPad.open(await first.context.newPage(), world.site, world.platform.url);
    await second.sees('Add an identity');
    await first.register(address, PIN);
    await first.button('Sign in now').click();
    await second.page.reload();
    await first.enterPin(WRONG_PIN);
    await first.page.getByText('2 attempts left').first().waitFor();
    await second.enterPin(WRONG_PIN);
    await second.page.getByText('1 attempt left').first().waitFor();
    await first.enterPin(PIN);
    await first.isSignedInAs(address);
    await first.context.close();
  });

  it('survives a platform that is killed and comes back, at every step', async () => {
    const address = 'linus@example.com';
    const pad = await world.visit();
    const restart = async (): Promise<void> => {
      await world.platform.kill();
      await world.platform.start();
    };
    await pad.askForMail(address);
    // The development inbox is memory; what was mailed before is read before.
    await pad.confirmElsewhere(address);
    await pad.sees('Setup your PIN');
    await restart();
    await pad.choosePin(PIN);
    await restart();
    await pad.button('Sign in now').click();
    await pad.enterPin(WRONG_PIN);
    await pad.page.getByText('2 attempts left').first().waitFor();
    await restart();
    await pad.enterPin(WRONG_PIN);
    await pad.page.getByText('1 attempt left').first().waitFor();
    await pad.enterPin(PIN);
    await pad.isSignedInAs(address);
    await pad.context.close();
  });

  it('says that there is no connection, and goes on when there is', async () => {
    const address = 'alan@example.com';
    const pad = await world.visit();
    await pad.register(address, PIN);
    await pad.button('Sign in now').click();
    await pad.sees('Enter your PIN');
    await pad.context.setOffline(true);
    await pad.enterPin(PIN);
    await pad.sees('No connection');
    await pad.context.setOffline(false);
    await pad.sees('Enter your PIN');
    await pad.enterPin(PIN);
    await pad.isSignedInAs(address);
    await pad.context.close();
  });
});
