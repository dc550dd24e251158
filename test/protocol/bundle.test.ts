/** What a page loads of the protocol. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Budget of the kernel, SHA-256 and the rest of the client's half, gzip -9. */
const MAX_GZIP_BYTES = 6600;

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the browser\'s half contains no pairing and no general curve library, and stays small', async () => {
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
    assert.doesNotMatch(id, /@noble\/curves|protocol\/(?:pairing|noble-curve|fp12|miller|final-exponentiation|verifier|batch|server|index)\.ts/u);
  }
  const size = gzipSync(chunks.map((chunk) => chunk.code).join('\n'), { level: 9 }).length;
  assert.ok(size <= MAX_GZIP_BYTES, `${size} bytes gzip`);
});
