import type { Languages } from './languages.ts';
import { load } from './languages.ts';

/** What is said while the camera looks for a QR code, and where it cannot. */
export interface ScannerTexts {
  readonly scanTitle: string;
  readonly scanHint: string;
  readonly scanStarting: string;
  readonly typeInstead: string;
  readonly cameraRefused: string;
  readonly cameraMissing: string;
  readonly scanForeign: string;
}

const languages: Languages<ScannerTexts> = {
  ar: () => import('./ar/scanner.ts'),
  de: () => import('./de/scanner.ts'),
  es: () => import('./es/scanner.ts'),
  fr: () => import('./fr/scanner.ts'),
  he: () => import('./he/scanner.ts'),
  hi: () => import('./hi/scanner.ts'),
  it: () => import('./it/scanner.ts'),
  ja: () => import('./ja/scanner.ts'),
  nl: () => import('./nl/scanner.ts'),
  pl: () => import('./pl/scanner.ts'),
  pt: () => import('./pt/scanner.ts'),
  ro: () => import('./ro/scanner.ts'),
  tr: () => import('./tr/scanner.ts'),
  'zh-hans': () => import('./zh-hans/scanner.ts'),
};

/** The camera's texts for a BCP 47 tag; undefined where they are the English ones. */
export const loadScannerTexts = (tag: string): Promise<ScannerTexts> | undefined => load(tag, languages);
