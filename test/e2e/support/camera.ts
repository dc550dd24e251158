import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { qrPath } from '../../../src/elements/access-number/qr.ts';

const WIDTH = 640;
const HEIGHT = 480;
/** Luma of black and white in a video's range (ITU-R BT.601), and the chroma of neither. */
const BLACK = 16;
const WHITE = 235;
const GREY = 128;

/**
 * Films the QR code that a page shows: what Chromium's fake camera then plays in a loop.
 *
 * @param file - where the video goes, uncompressed (YUV4MPEG2)
 */
export async function film(page: Page, file: string): Promise<void> {
  const svg = page.locator('[part=qr] svg');
  await svg.waitFor();
  const size = Number((await svg.getAttribute('viewBox'))?.split(' ')[2]);
  await writeFile(file, video(size, (await svg.locator('path').getAttribute('d')) ?? ''));
}

/** Films a QR code with any text in it. */
export async function filmText(text: string, file: string): Promise<void> {
  const { size, path } = qrPath(text);
  await writeFile(file, video(size, path));
}

/** Strips of dark modules, as the page draws them: `M x y h width …`. */
function video(size: number, path: string): Buffer {
  const luma = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  const scale = Math.floor(HEIGHT / size);
  const left = Math.floor((WIDTH - size * scale) / 2);
  const top = Math.floor((HEIGHT - size * scale) / 2);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = 0; row < scale; row += 1) {
      const start = (top + Number(y) * scale + row) * WIDTH + left + Number(x) * scale;
      luma.fill(BLACK, start, start + Number(width) * scale);
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, GREY)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`), ...Array.from({ length: 5 }, () => frame)]);
}
