/** A project's colours on our own pages and on the PIN-pad in them. */
export interface Brand {
  /** Colour of buttons and marks on a light page, `#rrggbb`. */
  readonly light: string;
  /** The same on a dark page. */
  readonly dark: string;
}

const PATH = /^\/pages\/brand\/([0-9a-f]{6})-([0-9a-f]{6})\.css$/;

/** Where the style sheet of these colours lies: it is made of its own name, so that it may be cached for ever. */
export function brandPath({ light, dark }: Brand): string {
  return `/pages/brand/${light.slice(1)}-${dark.slice(1)}.css`;
}

/** The colours that a path names; `undefined` for any other path. */
export function brandOfPath(path: string): Brand | undefined {
  const [, light, dark] = PATH.exec(path) ?? [];
  return light === undefined || dark === undefined ? undefined : { light: `#${light}`, dark: `#${dark}` };
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

function rules(colour: string): string {
  const upon = textUpon(colour);
  return `:root { --accent: ${colour}; --on-accent: ${upon}; } mpin-pinpad { --mpin-accent: ${colour}; --mpin-on-accent: ${upon}; }`;
}

/** The style sheet itself. */
export function brandStylesheet({ light, dark }: Brand): string {
  return `${rules(light)}\n@media (prefers-color-scheme: dark) { ${rules(dark)} }\n`;
}
