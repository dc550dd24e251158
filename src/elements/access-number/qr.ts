import qrcode from 'qrcode/lib/core/qrcode.js';

/** The light margin that readers need, in modules (ISO/IEC 18004, 5.3.8). */
const QUIET = 4;

/** A QR code as one SVG path. */
export interface QrPath {
  /** Width and height of the view box, in modules, margin included. */
  readonly size: number;
  readonly path: string;
}

/** Draws a text as a QR code with error correction M: dark modules of a row that touch become one strip. */
export function qrPath(text: string): QrPath {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const start = column;
      while (column < size && modules.get(row, column) === 1) column += 1;
      if (column > start) path += `M${start + QUIET} ${row + QUIET}h${column - start}v1H${start + QUIET}z`;
    }
  }
  return { size: size + 2 * QUIET, path };
}
