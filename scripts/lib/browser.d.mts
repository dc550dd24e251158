/** Command-line switches for every Chromium of our tests. */
export const browserArguments: string[];
/** The path of a Chromium, or undefined when there is none. */
export function findBrowser(): Promise<string | undefined>;
/** Finds a Chromium or installs one. */
export function ensureBrowser(): Promise<string>;
