import { after, before, describe, it } from 'node:test';
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

describe('what servers and networks do in the middle', () => {
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
