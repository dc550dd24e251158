import { buildIfStale } from './lib/build.mjs';
import { ensureBrowser } from './lib/browser.mjs';
import { checkNode, ensureDependencies } from './lib/dependencies.mjs';
import { files } from './lib/files.mjs';
import { main, must, PlainError, step } from './lib/run.mjs';
import { checkSize, describeSizes } from './lib/size.mjs';

/** `npm run bench [name…]`: prints the figures that the README quotes. */
await main(async () => {
  checkNode();
  await ensureDependencies();
  process.env.MPIN_CHROMIUM = await ensureBrowser();
  await step('Build', buildIfStale);
  const wanted = process.argv.slice(2);
  const benches = files('bench', /\.bench\.ts$/).filter((path) => wanted.length === 0 || wanted.some((name) => path.includes(name)));
  if (benches.length === 0) throw new PlainError(`No bench/*.bench.ts matches ${wanted.join(' ')}.`);
  console.log(`\nPage script: ${describeSizes(checkSize())}`);
  for (const path of benches) await step(path, () => must(path, process.execPath, ['--import', 'tsx', path]));
});
