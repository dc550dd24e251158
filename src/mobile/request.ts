import { requestOfFragment } from '../elements/scanner/link.ts';

/** A name as the platform's own are, which no request of its bears: to ask for it is to hear what is said of one that is over. */
const NO_REQUEST = 'no-request-bears-this-name';

/**
 * The request that the address names; of a link that was cut off or mistyped one that cannot be found, with nothing of what it says. It stays there, so
 * that a page which the system has dropped meanwhile finds it again.
 */
export const requestInAddress = (): string | undefined => (location.hash.length > 1 ? requestOfFragment(location.hash) ?? NO_REQUEST : undefined);

/** Takes an answered request out of the address and of the history, so that no reload opens it again. */
export function dropRequest(): void {
  if (location.hash !== '') history.replaceState(history.state, '', `${location.pathname}${location.search}`);
}

/** The project that a request belongs to, by the platform; undefined where there is no such request (any more). */
export async function projectOfRequest(accessId: string): Promise<string | undefined> {
  const response = await fetch('/rps/v2/codeStatus', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ wid: accessId, status: 'wid' }) });
  if (!response.ok) return undefined;
  const { projectId } = (await response.json()) as { projectId?: unknown };
  return typeof projectId === 'string' ? projectId : undefined;
}

/** The phone site of a project, with a request. */
export const addressOf = (project: string, accessId: string): string => `/mobile?project=${encodeURIComponent(project)}#${accessId}`;
