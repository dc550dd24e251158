import assert from 'node:assert/strict';
import type { OpenApiDocument } from '../../src/http/openapi.ts';
import { assertDocumented, contractsOf } from './contract.ts';
import { request } from './http.ts';
import type { Answer } from './http.ts';
import type { TestPlatform } from './test-platform.ts';

/** A platform each of whose answers is compared with what its document says. */
export interface CheckedServer extends Pick<TestPlatform, 'post' | 'mailbox' | 'project'> {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Operations that answered 200 so far, as in `POST /otp`. */
  readonly succeeded: ReadonlySet<string>;
}

/** Wraps a platform: an answer that its document does not know fails. */
export function checkedServer(platform: TestPlatform, document: OpenApiDocument): CheckedServer {
  const contracts = contractsOf(document).map((contract) => ({ contract, pattern: new RegExp(`^${contract.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }));
  const succeeded = new Set<string>();
  const call: CheckedServer['call'] = async (method, path, body, headers = {}) => {
    const answer = await request(`${platform.url}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const { pathname } = new URL(path, platform.url);
    const found = contracts.find(({ contract, pattern }) => contract.method === method && pattern.test(pathname));
    assert.ok(found, `${method} ${pathname} is not in the document`);
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
    assertDocumented(document, found.contract, answer.status, isJson ? JSON.parse(answer.text) as unknown : answer.text);
    if (answer.status === 200) succeeded.add(`${method} ${found.contract.path}`);
    return answer;
  };
  return { call, succeeded, post: (path, body, headers) => call('POST', path, body, headers), mailbox: platform.mailbox, project: platform.project };
}
