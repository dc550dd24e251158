import { hasAdministrator } from '../core/administration.ts';
import { makeFirstLink } from '../core/administration-invitations.ts';
import type { Core } from '../core/core.ts';

/** Where the process prints; a terminal is what a person looks at, anything else is kept somewhere. */
export interface Printout {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/**
 * Prints the first administrator's link at a start in development mode, while nobody administers the platform; to a terminal only, for
 * it is a secret (docs/security.md). Elsewhere `mpin-platform admin link` prints it.
 */
export async function printFirstLink(core: Pick<Core, 'db' | 'hasher' | 'now' | 'config'>, out: Printout): Promise<void> {
  if (!core.config.dev || out.isTTY !== true || await hasAdministrator(core)) return;
  out.write(`\n  Console      ${await makeFirstLink(core, 'first start')}\n               Whoever opens it within 15 minutes and signs in administers this platform.\n\n`);
}
