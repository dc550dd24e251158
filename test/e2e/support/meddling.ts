import type { Page, Route } from 'playwright-core';

/** What may come between a page and a server, once; later requests pass untouched. */
export async function meddleOnce(page: Page, path: string, meddle: (route: Route) => Promise<void>): Promise<void> {
  await page.route((url) => url.pathname === path, async (route) => {
    if (route.request().method() === 'OPTIONS') return route.fallback();
    return meddle(route);
  }, { times: 1 });
}

/** The server got the request and did what it asks, but `meanwhile` happens and the answer never arrives. */
export const loseAnswer = (meanwhile: () => Promise<void>) => async (route: Route): Promise<void> => {
  await route.fetch();
  await meanwhile();
  await route.abort('connectionreset');
};

/** Something happens before the request leaves. */
export const precede = (meanwhile: () => Promise<void>) => async (route: Route): Promise<void> => {
  await meanwhile();
  await route.continue();
};
