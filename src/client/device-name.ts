const MAX_LENGTH = 40;

/** What browsers tell about themselves; the newer form names brand and platform outright. */
export interface Agent {
  readonly userAgent?: string;
  readonly userAgentData?: { readonly platform?: string; readonly brands?: readonly { readonly brand: string }[] };
}

const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?(?:iOS)?\//u, 'Edge'], [/\bOPR\//u, 'Opera'], [/\bSamsungBrowser\//u, 'Samsung Internet'], [/\b(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/\b(?:(?:Headless)?Chrome|CriOS|Chromium)\//u, 'Chrome'], [/\bSafari\//u, 'Safari'],
];
const PLATFORMS: readonly [RegExp, string][] = [
  [/\biPhone\b/u, 'iPhone'], [/\biPad\b/u, 'iPad'], [/\bAndroid\b/u, 'Android'], [/\bCrOS\b/u, 'ChromeOS'], [/\bWindows\b/u, 'Windows'],
  [/\bMac OS X\b/u, 'macOS'], [/\bLinux\b/u, 'Linux'],
];

/** Brands that name no browser people know, or exist to confuse parsers. */
const NO_BRAND = /not|chromium/iu;

/**
 * A name for this device that its owner will recognise in a list, like "Chrome on Windows"; at most 40 characters,
 * plain text.
 *
 * @param agent - `navigator` unless given
 * @param phrase - how a language puts the two together; English unless given
 * @param maxLength - where a server takes shorter ones alone
 */
export function defaultDeviceName(agent: Agent | undefined = globalThis.navigator, phrase = english, maxLength = MAX_LENGTH): string {
  const userAgent = agent?.userAgent ?? '';
  const hints = agent?.userAgentData;
  const brand = hints?.brands?.map((one) => one.brand).find((name) => !NO_BRAND.test(name));
  const browser = brand?.replace(/^(?:Google|Microsoft) /u, '') ?? match(BROWSERS, userAgent) ?? 'Browser';
  const platform = (hints?.platform ?? '') === '' ? match(PLATFORMS, userAgent) : hints?.platform;
  return (platform === undefined ? browser : phrase(browser, platform)).replaceAll(/\p{C}/gu, '').slice(0, maxLength).trim();
}

const english = (browser: string, platform: string): string => `${browser} on ${platform}`;

function match(table: readonly [RegExp, string][], userAgent: string): string | undefined {
  return table.find(([pattern]) => pattern.test(userAgent))?.[1];
}
