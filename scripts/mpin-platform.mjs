import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildIfStale } from './lib/build.mjs';
import { checkNode, ensureDependencies } from './lib/dependencies.mjs';
import { development, program } from './lib/development.mjs';
import { main } from './lib/run.mjs';

/** `npm run -s mpin-platform -- <command>`: the platform's command line, for the platform that `npm start` runs, running or not. */
await main(async () => {
  checkNode();
  await ensureDependencies();
  await buildIfStale();
  const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit', env: development().env });
  const [code] = await once(child, 'exit');
  return code ?? 1;
});
