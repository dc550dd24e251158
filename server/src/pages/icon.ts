import { crc32, deflateSync } from 'node:zlib';
import { textUpon } from '../text/colours.ts';

/**
 * The icon of the phone site in a project's colour: a padlock, well within the middle that masks leave (80 % of the width). Drawn from
 * distances, so that each size has edges of its own; 512 is the unit square's width in these numbers.
 */
const UNIT = 512;
const BODY = { left: 156, top: 236, right: 356, bottom: 384, radius: 28 } as const;
const SHACKLE = { x: 256, y: 212, radius: 62, stroke: 34, bottom: 240 } as const;
const KEYHOLE = { x: 256, y: 304, radius: 22 } as const;

/** The same as an image that scales. */
export function iconSvg(colour: string): string {
  const upon = textUpon(colour);
  const { left, top, right, bottom, radius } = BODY;
  const side = SHACKLE.x - SHACKLE.radius;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${UNIT} ${UNIT}"><rect width="${UNIT}" height="${UNIT}" fill="${colour}"/>
<path d="M${side} ${SHACKLE.bottom}V${SHACKLE.y}a${SHACKLE.radius} ${SHACKLE.radius} 0 0 1 ${2 * SHACKLE.radius} 0V${SHACKLE.bottom}" fill="none" stroke="${upon}" stroke-width="${SHACKLE.stroke}"/>
<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" rx="${radius}" fill="${upon}"/>
<circle cx="${KEYHOLE.x}" cy="${KEYHOLE.y}" r="${KEYHOLE.radius}" fill="${colour}"/></svg>
`;
}

/** Signed distances from a point to the shapes; negative inside. */
function bodyAt(x: number, y: number): number {
  const { left, top, right, bottom, radius } = BODY;
  const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius;
  const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

function shackleAt(x: number, y: number): number {
  const { x: middle, y: centre, radius, stroke, bottom } = SHACKLE;
  if (y <= centre) return Math.abs(Math.hypot(x - middle, y - centre) - radius) - stroke / 2;
  return Math.max(Math.abs(Math.abs(x - middle) - radius) - stroke / 2, y - bottom);
}

const keyholeAt = (x: number, y: number): number => Math.hypot(x - KEYHOLE.x, y - KEYHOLE.y) - KEYHOLE.radius;

/** How much of a pixel lies within a shape, 0 to 1, by the distance of its middle in pixels. */
const covered = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance));

const channels = (colour: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/**
 * The icon as PNG (ISO/IEC 15948): RGB, no transparency, as iOS wants it.
 *
 * @param colour - `#rrggbb`
 * @param size - width and height, pixels
 */
export function iconPng(colour: string, size: number): Buffer {
  const back = channels(colour);
  const front = channels(textUpon(colour));
  const rows = Buffer.alloc(size * (1 + 3 * size));
  const scale = size / UNIT;
  for (let row = 0, at = 0; row < size; row += 1) {
    at += 1;
    for (let column = 0; column < size; column += 1) {
      const x = (column + 0.5) / scale;
      const y = (row + 0.5) / scale;
      const lock = Math.max(covered(bodyAt(x, y) * scale), covered(shackleAt(x, y) * scale)) * (1 - covered(keyholeAt(x, y) * scale));
      for (let channel = 0; channel < 3; channel += 1, at += 1) rows[at] = Math.round((back[channel] ?? 0) * (1 - lock) + (front[channel] ?? 0) * lock);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a channel, truecolour, and the only methods there are.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
