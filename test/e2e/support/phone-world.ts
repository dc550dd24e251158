import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createSite } from '../../../demo/site/site.ts';
import { browserArguments, findBrowser } from '../../../scripts/lib/browser.mjs';
import { startPlatform } from '../../../server/test/support/test-platform.ts';
import type { StartOptions, TestPlatform } from '../../../server/test/support/test-platform.ts';
import { freePorts } from './ports.ts';
import { PinPad } from './pin-pad.ts';

/** A phone's browser, as far as a page can tell. */
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2, permissions: ['camera'],
  userAgent: 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
};

/** A platform whose clock a test can put forward, the demo site on a PC, phones, and a camera that shows what a test writes into a file. */
export interface PhoneWorld {
  readonly platform: TestPlatform;
  /** The demo site's origin. */
  readonly site: string;
  readonly browser: Browser;
  /** What every phone's camera sees: a video file. */
  readonly camera: string;
  /** Opens the demo site in a browser profile of its own. */
  pc(options?: BrowserContextOptions): Promise<PinPad>;
  /** Opens the phone site in a browser profile of its own, or another path of the platform. */
  phone(path?: string, options?: BrowserContextOptions): Promise<PinPad>;
  /** From "Add an identity" to "Congratulations!". */
  setUp(phone: PinPad, address: string, pin: string): Promise<void>;
  end(): Promise<void>;
}

/** What a test may choose of its world. */
export interface PhoneWorldOptions extends StartOptions {
  /** What its browser is started with besides what every one is. */
  readonly browserArguments?: readonly string[];
}

/** Builds one on free ports. */
export async function createPhoneWorld({ environment = {}, browserArguments: ownArguments = [], ...options }: PhoneWorldOptions = {}): Promise<PhoneWorld> {
  const [sitePort = 0] = await freePorts(1);
  const site = `http://localhost:${sitePort}`;
  const folder = await mkdtemp(join(tmpdir(), 'mpin-phone-'));
  const camera = join(folder, 'camera.y4m');
  const executablePath = await findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium was found: run `node scripts/setup.mjs --browser`.');
  const platform = await startPlatform({ ...options, environment: { MPIN_MAIL_BACKOFF_SECONDS: '0', ...environment }, project: { name: 'Northwind Bank', origins: [site], ...options.project } });
  const server = createSite({ platform: platform.url, origin: site, project: platform.project.projectId, log: () => {} }).listen(sitePort, '127.0.0.1');
  const [browser] = await Promise.all([
    chromium.launch({ executablePath, args: [...browserArguments, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${camera}`, ...ownArguments] }),
    once(server, 'listening'),
  ]);
  const open = async (url: string, contextOptions: BrowserContextOptions): Promise<PinPad> => {
    const context = await browser.newContext(contextOptions);
    context.setDefaultTimeout(30_000);
    return PinPad.open(await context.newPage(), url, platform.url);
  };
  return {
    platform, site, browser, camera,
    pc: (contextOptions = {}) => open(`${site}/`, contextOptions),
    phone: (path = '/mobile', contextOptions = {}) => open(`${platform.url}${path}`, { ...PHONE, ...contextOptions }),
    async setUp(phone, address, pin) {
      await phone.askForMail(address);
      await phone.confirmByLink((await platform.mailbox.takeLink(address)).url, await phone.matchNumber());
      await phone.choosePin(pin);
    },
    async end() {
      await browser.close();
      server.close();
      server.closeAllConnections();
      await platform.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The access number that a page shows. */
export async function numberOn(page: Page): Promise<string> {
  const digits = page.locator('[part=number]');
  await digits.waitFor();
  return (await digits.locator('[aria-hidden=true]').allInnerTexts()).join('');
}
