import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasmBinary = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: wasmBinary.buffer.slice(wasmBinary.byteOffset, wasmBinary.byteOffset + wasmBinary.byteLength) } });

/** What the camera app of a phone makes of the QR code that a page shows: read off a picture of the screen. */
export async function readQr(page: Page): Promise<string> {
  const code = page.locator('[part=qr]');
  await code.locator('svg').waitFor();
  const [found] = await readBarcodes(new Uint8Array(await code.screenshot()), { formats: ['QRCode'] });
  if (found === undefined) throw new Error('No QR code can be read off the screen.');
  return found.text;
}
