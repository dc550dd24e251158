/** What colours are seen upon, and how well (WCAG 2.2, relative luminance and contrast ratio; criterion 1.4.3). */

/** A page is light or dark, as the reader's system says. */
export type Scheme = 'light' | 'dark';

/** What text of a project's colour stands upon: the page, the card, and the chips on it. Those of our own pages (pages/stylesheet.ts) and of the PIN-pad. */
export const BACKGROUNDS: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#eef0f4', '#ffffff', '#f4f5f8'],
  dark: ['#0c0e12', '#171a21', '#1f232c'],
};

/** The least ratio for text (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** A colour that cannot be read as text on our pages of that scheme. */
export class ContrastError extends Error {
  /** What it reaches where it is hardest to read, 1 to 21; rounded down, so that it never looks like enough. */
  readonly ratio: number;
  /** The nearest shade of its hue that can be read, `#rrggbb`. */
  readonly nearest: string;

  constructor(colour: string, scheme: Scheme) {
    const ratio = Math.floor(leastContrast(colour, scheme) * 100) / 100;
    const nearest = readableShade(colour, scheme);
    super(`must be readable as text on ${scheme} pages: ${colour} reaches a contrast of ${ratio} to 1, and ${LEAST_CONTRAST} is the least; the nearest shade that reaches it is ${nearest}`);
    this.name = 'ContrastError';
    this.ratio = ratio;
    this.nearest = nearest;
  }
}

const channels = (colour: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance of `#rrggbb`, 0 to 1. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours `#rrggbb`, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The contrast of a colour upon whichever of our backgrounds it is hardest to read on. */
export function leastContrast(colour: string, scheme: Scheme): number {
  return Math.min(...BACKGROUNDS[scheme].map((background) => contrast(colour, background)));
}

/**
 * The shade nearest to a colour that can be read as text on our pages: the colour itself where it can, else mixed with as little black (light
 * pages) or white (dark ones) as it takes, which keeps its hue. One step changes no channel by more than one.
 */
export function readableShade(colour: string, scheme: Scheme): string {
  const end = scheme === 'light' ? 0 : 255;
  for (let step = 0; step < 255; step += 1) {
    const shade = `#${channels(colour).map((channel) => Math.round(channel + ((end - channel) * step) / 255).toString(16).padStart(2, '0')).join('')}`;
    if (leastContrast(shade, scheme) >= LEAST_CONTRAST) return shade;
  }
  return scheme === 'light' ? '#000000' : '#ffffff';
}
