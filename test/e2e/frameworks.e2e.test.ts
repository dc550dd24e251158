import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { FrameworkApp } from './support/framework-app.ts';
import { PinPad } from './support/pin-pad.ts';
import { freePorts } from './support/ports.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

const PIN = '2846';

/** How each example is built and served. */
const examples: Readonly<Record<string, (app: FrameworkApp, server: string, port: number) => Promise<() => Promise<void>>>> = {
  async react(app, _server, port) {
    // React's development build mounts, unmounts and mounts again (StrictMode).
    await app.build(['--mode', 'development'], { NODE_ENV: 'development' });
    return app.serveFiles(port);
  },
  async vue(app, _server, port) {
    await app.build([]);
    return app.serveFiles(port);
  },
  async svelte(app, _server, port) {
    await app.build([]);
    return app.serveFiles(port);
  },
  async angular(app, server, port) {
    await app.build([`--define=MPIN_SERVER='${server}'`]);
    return app.serveFiles(port);
  },
  async next(app, _server, port) {
    await app.build([]);
    return app.serve('node_modules/next/dist/bin/next', ['start', '--port', String(port), '--hostname', '127.0.0.1'], `http://localhost:${port}`);
  },
};
const names = Object.keys(examples);

describe('example applications', () => {
  let world: World;
  const origins: Record<string, string> = {};
  before(async () => {
    for (const [i, port] of (await freePorts(names.length)).entries()) origins[names[i] ?? ''] = `http://localhost:${port}`;
    world = await createWorld({ settings: { MPIN_MAIL_BACKOFF_SECONDS: '0' }, project: Object.values(origins).flatMap((origin) => ['--origin', origin]) });
  });
  after(async () => { await world.end(); });

  for (const [name, start] of Object.entries(examples)) {
    it(`${name}: signs in, from end to end, through changes of the route`, async () => {
      const origin = origins[name] ?? '';
      const app = new FrameworkApp(name, world.platform.url);
      await app.install();
      const stop = await start(app, world.platform.url, Number(new URL(origin).port));
      try {
        await walk(world, origin, `${name}@example.com`);
      } finally {
        await stop();
      }
    });
  }

  it('next: the element is in the page that the server renders', async () => {
    const app = new FrameworkApp('next', world.platform.url);
    const stop = await app.serve('node_modules/next/dist/bin/next', ['start', '--port', new URL(origins['next'] ?? '').port, '--hostname', '127.0.0.1'], origins['next'] ?? '');
    try {
      const html = await (await fetch(origins['next'] ?? '')).text();
      assert.match(html, new RegExp(`<mpin-pinpad server="${world.platform.url}"`));
    } finally {
      await stop();
    }
  });
});

/** Goes away and comes back before anything is done, sets up, signs in, and goes away and comes back once more. */
async function walk(world: World, origin: string, address: string): Promise<void> {
  const context = await world.browser.newContext();
  const pad = await PinPad.open(await context.newPage(), origin, world.platform.url);
  await pad.sees('Choose a sign in option');
  await pad.page.getByRole('link', { name: 'About' }).click();
  await pad.sees('About');
  await pad.page.getByRole('link', { name: 'Back' }).click();
  await pad.register(address, PIN);
  await pad.button('Sign in now').click();
  await pad.enterPin(PIN);
  await pad.sees(`Hello ${address}`);
  assert.deepEqual(pad.complaints, []);
  await context.close();
}
