/** What reads QR codes where the browser cannot; the build puts the file beside the script and its hashed name here (vite.config.ts). */
const NAME = 'zxing_reader.wasm';

/** Where it lies: beside this script, wherever that is served. */
export function wasmAddress(): string {
  const here = import.meta.url;
  return new URL(NAME, here).href;
}
