import { spawnSync } from 'node:child_process';
import { buildIfStale } from './lib/build.mjs';
import { Children } from './lib/children.mjs';
import { checkNode, ensureDependencies } from './lib/dependencies.mjs';
import { development, program } from './lib/development.mjs';
import { inRoot } from './lib/paths.mjs';
import { mustBeFree } from './lib/ports.mjs';
import { main, PlainError } from './lib/run.mjs';

/** `npm start`: everything that is needed, then the platform in development mode and the demo site, until Ctrl-C. */
await main(async () => {
  checkNode();
  const { port, sitePort, data, env } = development();
  await mustBeFree(port, 'PORT', 'the platform');
  await mustBeFree(sitePort, 'SITE_PORT', 'the demo site');
  await ensureDependencies();
  if (await buildIfStale()) console.log('Built.');

  const platform = `http://localhost:${port}`;
  const site = `http://localhost:${sitePort}`;
  const children = new Children();
  children.start('The platform', [program], env);
  const open = async () => {
    await ready(`${platform}/readyz`);
    const project = demoProject(site, env);
    children.start('The demo site', ['--import', 'tsx', inRoot('demo', 'site', 'server.ts')], { ...process.env, SITE_PORT: String(sitePort), MPIN_SERVER: platform, ...project });
    await ready(site);
    return undefined;
  };
  try {
    const code = await Promise.race([open(), children.ending]);
    if (code === undefined) console.log(welcome({ platform, site, data }));
    return await children.ending;
  } finally {
    await children.stop();
  }
});

/** Waits until an address answers well. */
async function ready(address) {
  const deadline = Date.now() + 60_000;
  while (!(await answers(address))) {
    if (Date.now() > deadline) throw new PlainError(`${address} did not answer within a minute.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Names the demo site's project among those that were made since; the site asks for it where nothing names one. */
function demoProject(site, env) {
  const { status, stdout } = spawnSync(process.execPath, [program, 'project', 'list', '--json'], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const demo = status === 0 ? JSON.parse(stdout).find(({ origins }) => origins.includes(site)) : undefined;
  return demo === undefined ? {} : { MPIN_PROJECT: demo.id };
}

async function answers(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

function welcome({ platform, site, data }) {
  return `
  Demo site    ${site}        sign in here, with any e-mail address
  Mail         ${platform}/dev/inbox   what the platform would have sent
  Platform     ${platform}
  Data         ${data}

  Ctrl-C ends both.
`;
}
