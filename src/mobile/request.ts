import { requestOfFragment } from '../elements/scanner/link.ts';

/** The request that the address names. It stays there, so that a page which the system has dropped meanwhile finds it again. */
export const requestInAddress = (): string | undefined => requestOfFragment(location.hash);

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
