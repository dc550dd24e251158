import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { createSite } from '../../../demo/site/site.ts';
import { browserArguments, findBrowser } from '../../../scripts/lib/browser.mjs';
import { PinPad } from './pin-pad.ts';
import { PlatformProcess } from './platform.ts';
import { freePorts } from './ports.ts';

/** All that a person meets: the platform, the demo site on another origin, and a browser. */
export interface World {
  readonly platform: PlatformProcess;
  /** The demo site's origin. */
  readonly site: string;
  readonly browser: Browser;
  /** Where the platform keeps its database and its keys. */
  readonly dataDir: string;
  /** Opens the demo site in a browser profile of its own. */
  visit(path?: string, options?: BrowserContextOptions): Promise<PinPad>;
  end(): Promise<void>;
}

/** What a test may choose of its world. */
export interface WorldOptions {
  settings?: Record<string, string>;
  /** A project of the test's own in the demo project's place, by its words for `project create`. */
  project?: string[];
}

/** Builds a {@link World} with an empty data directory on free ports. */
export async function createWorld({ settings = {}, project }: WorldOptions = {}): Promise<World> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium was found: run `node scripts/setup.mjs --browser`.');
  const [port = 0, sitePort = 0] = await freePorts(2);
  const dataDir = await mkdtemp(join(tmpdir(), 'mpin-e2e-'));
  const platform = new PlatformProcess({ port, sitePort, dataDir, settings });
  const site = `http://localhost:${sitePort}`;
  if (project !== undefined) await platform.command('project', 'create', '--name', 'Northwind Bank', '--origin', site, ...project);
  const server = createSite({ platform: platform.url, origin: site, log: () => {} }).listen(sitePort, '127.0.0.1');
  const launching = chromium.launch({ executablePath, args: browserArguments });
  const end = async (): Promise<void> => {
    await launching.then((browser) => browser.close(), () => {});
    await platform.stop();
    await closed(server);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await Promise.all([launching, once(server, 'listening'), platform.start()]);
  } catch (error) {
    await end();
    throw error;
  }
  const browser = await launching;
  return {
    platform,
    site,
    browser,
    dataDir,
    async visit(path = '/', options = {}) {
      const context = await browser.newContext(options);
      return PinPad.open(await context.newPage(), `${site}${path}`, platform.url);
    },
    end,
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
