/** Tells the country of an address, from a file of the operator's; no address ever leaves the machine for it. */
export interface Countries {
  /** @returns its ISO 3166-1 code; empty where it is unknown, private, or there is no file */
  of(ip: string): string;
}

/** Knows no country. */
export const NO_COUNTRIES: Countries = { of: () => '' };
