/**
 * What credentials may do at the back-end API. An administrator grants each to an application or a service account: `verify` vouches for user
 * ids (4.5, 4.6), `read` lists identities and the audit log, `revoke` renames and revokes identities, `sign` has signatures checked, `otp`
 * checks one-time passwords. Nothing else grants anything (docs/security.md).
 */
export const RIGHTS = ['verify', 'read', 'revoke', 'sign', 'otp'] as const;

/** Name of a right. */
export type Right = (typeof RIGHTS)[number];

/** True for the name of a right. */
export function isRight(text: unknown): text is Right {
  return RIGHTS.some((right) => right === text);
}

/** Rights out of their stored form; what is no right any more is left out. */
export function readRights(stored: string): readonly Right[] {
  return (JSON.parse(stored) as unknown[]).filter(isRight);
}

/** The stored form, in the order of the list, each once. */
export function writeRights(rights: readonly Right[]): string {
  return JSON.stringify(RIGHTS.filter((right) => rights.includes(right)));
}
