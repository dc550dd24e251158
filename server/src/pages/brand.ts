import { textUpon } from '../text/colours.ts';
import type { Brand } from '../text/colours.ts';

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

function rules(colour: string): string {
  const upon = textUpon(colour);
  return `:root { --accent: ${colour}; --on-accent: ${upon}; } mpin-pinpad { --mpin-accent: ${colour}; --mpin-on-accent: ${upon}; }`;
}

/** The style sheet itself. */
export function brandStylesheet({ light, dark }: Brand): string {
  return `${rules(light)}\n@media (prefers-color-scheme: dark) { ${rules(dark)} }\n`;
}
