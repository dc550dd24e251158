import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { confirmationLink } from './support/inbox.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

let world: World;

before(async () => {
  world = await createWorld();
});

after(async () => {
  await world.end();
});

describe('confirming an address by its link', () => {
  it('says who asks and from which device, and changes nothing until the button is pressed', async () => {
    const address = 'ada@example.com';
    const pad = await world.visit();
    await pad.askForMail(address);
    const link = await confirmationLink(world.platform.url, address);

    for (let scan = 0; scan < 3; scan += 1) assert.equal((await fetch(link)).status, 200);
    const other = await world.browser.newPage();
    await other.goto(link);
    await other.getByText(address).waitFor();
    await other.getByText(/on Linux/).waitFor();
    await pad.sees('Check your email');

    await other.getByRole('radio', { name: await pad.matchNumber() }).check();
    await other.getByRole('button', { name: 'Confirm and activate' }).click();
    await pad.sees('Setup your PIN');

    await other.goto(link);
    await other.getByRole('heading', { name: 'Email confirmed' }).waitFor();
    assert.equal(await other.getByRole('button').count(), 0);
    await other.context().close();
    await pad.context.close();
  });

  it('refuses the request when another number is chosen', async () => {
    const address = 'grace@example.com';
    const pad = await world.visit();
    await pad.askForMail(address);
    const number = await pad.matchNumber();
    const other = await world.browser.newPage();
    await other.goto(await confirmationLink(world.platform.url, address));
    const offered = await other.getByRole('radio').evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value));
    assert.equal(offered.length, 3);
    assert.ok(offered.includes(number));
    await other.getByRole('radio', { name: offered.find((choice) => choice !== number) ?? '' }).check();
    await other.getByRole('button', { name: 'Confirm and activate' }).click();
    await other.getByRole('heading', { name: 'That was another number' }).waitFor();
    await pad.sees('The confirmation was refused');
    await other.context().close();
    await pad.context.close();
  });

  it('refuses the request by Cancel; another address can be given then', async () => {
    const address = 'linus@example.com';
    const pad = await world.visit();
    await pad.askForMail(address);
    const other = await world.browser.newPage();
    await other.goto(await confirmationLink(world.platform.url, address));
    await other.getByRole('button', { name: 'Cancel' }).click();
    await other.getByRole('heading', { name: 'Request refused' }).waitFor();
    await pad.sees('The confirmation was refused');
    await other.context().close();

    await pad.page.reload();
    await pad.button('Change address').click();
    await pad.page.getByLabel('Email address').fill('torvald@example.com');
    await pad.goOnToMail('torvald@example.com');
    await pad.confirmElsewhere('torvald@example.com');
    await pad.sees('Setup your PIN');
    await pad.context.close();
  });

  it('goes on in a new tab when the first was closed meanwhile', async () => {
    const address = 'alan@example.com';
    const pad = await world.visit();
    await pad.askForMail(address);
    const number = await pad.matchNumber();
    const link = await confirmationLink(world.platform.url, address);
    await pad.page.close();
    const other = await world.browser.newPage();
    await other.goto(link);
    await other.getByRole('radio', { name: number }).check();
    await other.getByRole('button', { name: 'Confirm and activate' }).click();
    await other.getByRole('heading', { name: 'Email confirmed' }).waitFor();
    const again = await pad.context.newPage();
    await again.goto(world.site);
    await again.getByRole('heading', { name: 'Setup your PIN' }).waitFor();
    await other.context().close();
    await pad.context.close();
  });
});
