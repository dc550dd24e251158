import { writeFileSync } from 'node:fs';

/** Control byte and bytes of a text in the MMDB data section; texts here are shorter than 29 bytes. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([(2 << 5) | value.length]), Buffer.from(value)]);
}

function map(entries: readonly (readonly [string, Buffer])[]): Buffer {
  return Buffer.concat([Buffer.from([(7 << 5) | entries.length]), ...entries.flatMap(([key, value]) => [text(key), value])]);
}

/** An unsigned number of four bytes;. */
function number(value: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes[0] = (6 << 5) | 4;
  bytes.writeUInt32BE(value, 1);
  return bytes;
}

/**
 * Writes a country database of IPv4 networks of eight bits each, in the published MMDB format (version 2, records of 24 bits).
 *
 * @param countries - code by first byte of the address
 */
export function writeCountryFile(path: string, countries: Readonly<Record<number, string>>): void {
  const tree: [number, number][] = [[-1, -1]];
  const data: Buffer[] = [];
  let dataLength = 0;
  for (const [first, code] of Object.entries(countries)) {
    let node = 0;
    for (let bit = 7; bit >= 0; bit -= 1) {
      const side = (Number(first) >> bit) & 1;
      const row = tree[node] ?? [-1, -1];
      if (bit === 0) {
        row[side] = -2 - dataLength;
      } else if (row[side] === -1) {
        row[side] = tree.push([-1, -1]) - 1;
      }
      node = row[side] ?? 0;
    }
    const record = map([['country', map([['iso_code', text(code)]])]]);
    data.push(record);
    dataLength += record.length;
  }
  const pointer = (value: number): number => (value === -1 ? tree.length : value < -1 ? tree.length + 16 + (-2 - value) : value);
  const records = Buffer.alloc(tree.length * 6);
  tree.forEach(([left, right], index) => {
    records.writeUIntBE(pointer(left), index * 6, 3);
    records.writeUIntBE(pointer(right), index * 6 + 3, 3);
  });
  const metadata = map([
    ['binary_format_major_version', number(2)], ['binary_format_minor_version', number(0)], ['build_epoch', number(1)], ['database_type', text('Test-Country')],
    ['description', map([])], ['ip_version', number(4)], ['languages', Buffer.from([0, 4])], ['node_count', number(tree.length)], ['record_size', number(24)],
  ]);
  writeFileSync(path, Buffer.concat([records, Buffer.alloc(16), ...data, Buffer.from('abcdef', 'hex'), Buffer.from('MaxMind.com'), metadata]));
}
