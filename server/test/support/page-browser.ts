import { request } from './http.ts';
import type { Answer } from './http.ts';

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

/** As much of a browser as log-ins need: cookies by path, redirects step by step, the hidden fields of forms. */
export class PageBrowser {
  readonly #origin: string;
  #cookies: Cookie[] = [];

  constructor(origin: string) {
    this.#origin = origin;
  }

  get cookies(): readonly Cookie[] {
    return this.#cookies;
  }

  /** A second browser with the same cookies, as a thief of them would have. */
  copy(): PageBrowser {
    const other = new PageBrowser(this.#origin);
    other.#cookies = [...this.#cookies];
    return other;
  }

  /** One request, not followed. */
  async fetch(url: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
    const target = new URL(url, this.#origin);
    const cookie = target.origin === this.#origin ? this.#cookieHeader(target.pathname) : '';
    const answer = await request(target.href, { ...init, headers: { ...init.headers, ...(cookie === '' ? {} : { cookie }) } });
    for (const line of answer.headers.getSetCookie()) this.#keep(line, target.pathname);
    return answer;
  }

  /** Opens a page, following redirects within the platform. @returns the first answer that is a page or leads elsewhere, and its URL */
  async open(url: string): Promise<{ answer: Answer; url: string }> {
    let at = new URL(url, this.#origin).href;
    for (let step = 0; step < 10; step += 1) {
      const answer = await this.fetch(at);
      const location = answer.headers.get('location');
      if (location === null) return { answer, url: at };
      at = new URL(location, at).href;
      if (!at.startsWith(this.#origin)) return { answer, url: at };
    }
    throw new Error('Redirected too often.');
  }

  /** Sends a form of ours. */
  async submit(url: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    return this.fetch(url, { method: 'POST', body: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.#origin, ...headers } });
  }

  #cookieHeader(path: string): string {
    return this.#cookies.filter((cookie) => path === cookie.path || path.startsWith(cookie.path.endsWith('/') ? cookie.path : `${cookie.path}/`))
      .map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  #keep(line: string, requestPath: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? requestPath;
    const over = attributes.some((one) => /^expires=/i.test(one) && Date.parse(one.slice(8)) <= Date.now());
    this.#cookies = this.#cookies.filter((cookie) => !(cookie.name === name && cookie.path === path));
    if (!over && value !== '') this.#cookies.push({ name, value, path });
  }
}

/** The value of an attribute in a page. */
export function attribute(page: string, pattern: RegExp): string {
  return (pattern.exec(page)?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
}
