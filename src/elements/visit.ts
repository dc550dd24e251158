import type { Handover } from '../client/runner-tasks.ts';

/** Query parameters that belong to us (docs/protocol.md 4.5): the activation token, whom it is for, and the link of a mail. */
const OWN = ['acttoken', 'prerollid', 'user_id', 'code'] as const;

/**
 * Takes what the page was opened with out of the address bar and of the history entry, before anything else can see it there, and hands
 * it over once: the first element on a page gets it. What is empty is as good as not there. `code` alone is left where it is: it may be the site's own.
 */
export function takeVisit(): Handover {
  const url = new URL(location.href);
  const [activationToken, prerollId, linkUser, code] = OWN.map((name) => url.searchParams.get(name));
  const link = linkUser && code ? { userId: linkUser, code } : undefined;
  const names = [...(activationToken ? ['acttoken', 'prerollid'] : []), ...(link ? ['user_id', 'code'] : [])];
  for (const name of names) url.searchParams.delete(name);
  if (names.length > 0) history.replaceState(history.state, '', url);
  return { ...(prerollId && { userId: prerollId }), ...(activationToken && { activationToken }), ...(link && { link }) };
}
