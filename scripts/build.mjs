import { build } from './lib/build.mjs';
import { checkNode, ensureDependencies } from './lib/dependencies.mjs';
import { main, step } from './lib/run.mjs';

/** `npm run build`. */
await main(async () => {
  checkNode();
  await ensureDependencies();
  await step('Build', build);
});
