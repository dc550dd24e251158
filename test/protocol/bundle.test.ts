/** What a page loads of the protocol. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Budget of noble's Weierstrass arithmetic, SHA-256 and our half of the protocol, gzip -9. */
const MAX_GZIP_BYTES = 15_000;

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the browser\'s half contains no pairing and stays small', async () => {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      rolldownOptions: {
        input: `${root}src/protocol/browser.ts`,
        preserveEntrySignatures: 'strict',
        output: { format: 'es' },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  const chunks = outputs.filter((output) => output.type === 'chunk');
  const modules = chunks.flatMap((chunk) => chunk.moduleIds);
  assert.ok(modules.some((id) => id.endsWith('src/protocol/proof.ts')), 'the module list is real');
  for (const id of modules) {
    assert.doesNotMatch(id, /abstract\/(?:bls|tower|hash-to-curve)\.js|protocol\/(?:pairing|fp12|lazy-fp2|miller|final-exponentiation|verifier|batch|server|index)\.ts/u);
  }
  const size = gzipSync(chunks.map((chunk) => chunk.code).join('\n'), { level: 9 }).length;
  assert.ok(size <= MAX_GZIP_BYTES, `${size} bytes gzip`);
});
