import { luminance } from './contrast.ts';

/** A project's colours on our own pages, on the PIN-pad in them, and in its mails. */
export interface Brand {
  /** Colour of buttons and marks on a light page, `#rrggbb`. */
  readonly light: string;
  /** The same on a dark page. */
  readonly dark: string;
}

/** The colours among a project's settings. */
export function brandOf({ settings }: { readonly settings: { readonly accentLight: string; readonly accentDark: string } }): Brand {
  return { light: settings.accentLight, dark: settings.accentDark };
}

/** Black or white, whichever can be read better upon a colour: at least 4.5 to 1 upon any. */
export function textUpon(colour: string): string {
  const light = luminance(colour);
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#ffffff' : '#000000';
}
