import { wasmAddress } from './wasm.ts';

/** Reads the texts of all QR codes in what a video shows now. */
export type QrReader = (video: HTMLVideoElement) => Promise<readonly string[]>;

/** The Barcode Detection API (WICG Shape Detection), which not every browser has. */
interface Detector {
  detect(image: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new(options: { readonly formats: readonly 'qr_code'[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const FORMATS = { formats: ['qr_code'] } as const;

/** The browser's own reader; undefined where there is none, or where it reads no QR codes on this device. */
async function ownReader(): Promise<Detector | undefined> {
  const { BarcodeDetector: Own } = globalThis as { BarcodeDetector?: DetectorClass };
  const formats = await Own?.getSupportedFormats().catch(() => []);
  return Own !== undefined && (formats as readonly string[] | undefined)?.includes('qr_code') === true ? new Own(FORMATS) : undefined;
}

/**
 * The browser's reader, else our own: a library with WebAssembly, both fetched now and from beside this script.
 *
 * @throws Error where neither can be had
 */
export async function loadReader(): Promise<QrReader> {
  const detector = await ownReader() ?? await fetchReader();
  return async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue);
}

async function fetchReader(): Promise<Detector> {
  const { BarcodeDetector: Fetched, prepareZXingModule } = await import('barcode-detector/ponyfill');
  // Its default is a public server, which no page of ours speaks to.
  await prepareZXingModule({ overrides: { locateFile: () => wasmAddress() }, fireImmediately: true });
  return new Fetched({ formats: [...FORMATS.formats] });
}
