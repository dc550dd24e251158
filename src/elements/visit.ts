import type { Handover } from '../client/runner-tasks.ts';

/** Query parameters that belong to us (docs/protocol.md 4.5): the activation token, whom it is for, and the link of a mail. */
const OWN = ['acttoken', 'prerollid', 'user_id', 'code'] as const;

/**
 * Takes what the page was opened with out of the address bar and of the history entry, before anything else can see it there, and hands
 * it over once: the first element on a page gets it. `code` alone is left where it is: it may be the site's own.
 */
export function takeVisit(): Handover {
  const url = new URL(location.href);
  const [activationToken, prerollId, linkUser, code] = OWN.map((name) => url.searchParams.get(name) ?? undefined);
  const link = linkUser !== undefined && code !== undefined ? { userId: linkUser, code } : undefined;
  const names = [...(activationToken === undefined ? [] : ['acttoken', 'prerollid']), ...(link === undefined ? [] : ['user_id', 'code'])];
  if (names.length === 0) return prerollId === undefined ? {} : { userId: prerollId };
  for (const name of names) url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
  return { ...(prerollId !== undefined && { userId: prerollId }), ...(activationToken !== undefined && { activationToken }), ...(link && { link }) };
}
