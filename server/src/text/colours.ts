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

/** Relative luminance by WCAG 2.2, 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Black or white, whichever can be read better upon a colour: at least 4.5 to 1 upon any. */
export function textUpon(colour: string): string {
  const light = luminance(colour);
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#ffffff' : '#000000';
}
