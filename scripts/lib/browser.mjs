import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inRoot } from './paths.mjs';
import { PlainError, run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/**
 * Features that tests do without. Only the last list that a Chromium is given counts, so this one holds what matters of Playwright's too; and the
 * address bar's own pages, which no headless page can open and which take half of the time that a window needs to start.
 */
const without = [
  'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'BlockOriginHeaderModificationOnRedirect', 'DestroyProfileOnBrowserClose',
  'HttpsUpgrades', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'Translate',
  'WebUIOmniboxAimPopup', 'WebUIOmniboxPopup',
];

/**
 * What every Chromium of our tests is started with: nothing that calls home or differs from run to run. A sandbox is
 * not to be had as root, as in most containers.
 */
export const browserArguments = [
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic', '--disable-gpu',
  `--disable-features=${without.join(',')}`,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The path of a Chromium: `MPIN_CHROMIUM`, one that is installed, or Playwright's own; undefined when there is none. */
export async function findBrowser() {
  const named = process.env.MPIN_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (!executable(named)) throw new PlainError(`MPIN_CHROMIUM names ${named}, which is not an executable file.`);
    return named;
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find(executable) ?? (await playwrightsOwn());
}

/** Finds a browser, or installs one: from the distribution as root on Debian, else with Playwright. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found !== undefined) return found;
  console.log('Installing Chromium for the tests…');
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) await installFromDebian();
  const fromDebian = await findBrowser();
  if (fromDebian !== undefined) return fromDebian;
  await run(process.execPath, [inRoot('node_modules', 'playwright', 'cli.js'), 'install', 'chromium']);
  const own = await findBrowser();
  if (own === undefined) throw new PlainError('No Chromium was found and none could be installed. Install one, or name it in MPIN_CHROMIUM.');
  return own;
}

async function installFromDebian() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  if ((await run('apt-get', install, { env, quiet: true })) === 0) return;
  await run('apt-get', ['update'], { env, quiet: true });
  await run('apt-get', install, { env, quiet: true });
}

async function playwrightsOwn() {
  if (!existsSync(inRoot('node_modules', 'playwright-core'))) return undefined;
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return executable(path) ? path : undefined;
}

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
