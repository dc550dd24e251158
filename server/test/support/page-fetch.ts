import { request } from './http.ts';
import type { Answer } from './http.ts';

/** Requests as a browser makes them for a page: asked beforehand where needed, and unreadable where not allowed. */
export interface PageFetch {
  (url: string, init: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string }): Promise<Answer>;
}

/** What a script sees of a request that its browser refuses: nothing but that it failed. */
export class NetworkFailure extends Error {}

function allows(answer: Answer, origin: string): boolean {
  const allowed = answer.headers.get('access-control-allow-origin');
  return allowed === '*' || allowed === origin;
}

/** The fetch of a page of this origin, by the rules of the Fetch Standard that matter here. */
export function pageFetch(origin: string): PageFetch {
  return async (url, init) => {
    const unsafe = Object.keys(init.headers).map((name) => name.toLowerCase()).sort();
    const preflight = await request(url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': init.method, 'access-control-request-headers': unsafe.join(',') } });
    const permitted = (preflight.headers.get('access-control-allow-headers') ?? '').toLowerCase().split(',').map((name) => name.trim());
    if (preflight.status > 299 || !allows(preflight, origin) || !unsafe.every((name) => permitted.includes(name))) throw new NetworkFailure(`No way past the preflight of ${init.method}.`);
    const answer = await request(url, { ...init, headers: { ...init.headers, origin } });
    if (!allows(answer, origin)) throw new NetworkFailure('The answer may not be read.');
    return answer;
  };
}
