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
  children.start('The demo site', ['--import', 'tsx', inRoot('demo', 'site', 'server.ts')], { ...process.env, SITE_PORT: String(sitePort), MPIN_SERVER: platform });
  const ending = children.ending;
  try {
    await Promise.race([ready([`${platform}/.well-known/project-configuration`, site]), ending]);
    const code = await Promise.race([ending, Promise.resolve(undefined)]);
    if (code === undefined) console.log(welcome({ platform, site, data }));
    return await ending;
  } finally {
    await children.stop();
  }
});

/** Waits until every address answers well. */
async function ready(addresses) {
  const deadline = Date.now() + 60_000;
  for (const address of addresses) {
    while (!(await answers(address))) {
      if (Date.now() > deadline) throw new PlainError(`${address} did not answer within a minute.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
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
