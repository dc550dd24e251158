/** What reads QR codes where the browser cannot; the build puts the file beside the script and its hashed name here (vite.config.ts). */
const NAME = 'zxing_reader.wasm';

/**
 * Where it lies: beside this script, wherever that is served. It is put together by hand, since bundlers that see a `URL` of `import.meta.url` look
 * for the file when they build.
 */
export function wasmAddress(): string {
  return import.meta.url.replace(/[^/?#]*(?:[?#].*)?$/u, NAME);
}
