/** An answer, read completely. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; `{}` where it is no JSON object. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A request that is not followed or interpreted: what the server said. */
export async function request(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  let body: Record<string, unknown> = {};
  try {
    body = JSON.parse(text) as Record<string, unknown>;
  } catch {
    body = {};
  }
  return { status: response.status, headers: response.headers, text, body };
}

/** POSTs JSON. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return request(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
}

/** The error code of an answer, with its status, as in `401 UNSUCCESSFUL_AUTHENTICATION`; `200` where it is none. */
export function outcome({ status, body }: Answer): string {
  return typeof body['error'] === 'string' ? `${status} ${body['error']}` : String(status);
}

/** The context of an error. */
export function context({ body }: Answer): Readonly<Record<string, unknown>> {
  return (body['context'] ?? {}) as Record<string, unknown>;
}
