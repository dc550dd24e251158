import type { Page, Request } from 'playwright-core';

/** Listens to a page; the function that is returned tells what it has sent so far to a path of a server. */
export function requestsTo(page: Page, server: string): (path: string) => Request[] {
  const sent: Request[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(server) && request.method() !== 'OPTIONS') sent.push(request);
  });
  return (path) => sent.filter((request) => new URL(request.url()).pathname === path);
}
