import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { request } from './http.ts';
import type { Answer } from './http.ts';

const INSTALLED = spawnSync('curl', ['--version']).status === 0;

/** One of the documents' commands: everything after `curl`, as a shell would split it. */
export interface Command {
  readonly method?: string;
  /** `id:secret`. */
  readonly user?: string;
  readonly data?: string;
  readonly url: string;
}

/** What curl sends without being told otherwise. */
function likeCurl({ method, user, data, url }: Command): Promise<Answer> {
  const headers: Record<string, string> = { accept: '*/*' };
  if (user !== undefined) headers['authorization'] = `Basic ${Buffer.from(user).toString('base64')}`;
  if (data !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
  return request(url, { method: method ?? (data === undefined ? 'GET' : 'POST'), headers, ...(data === undefined ? {} : { body: data }) });
}

/** Runs a command with the real curl where there is one, else sends the same bytes. */
export async function curl(command: Command): Promise<{ status: number; body: Record<string, unknown> }> {
  if (!INSTALLED) {
    const { status, body } = await likeCurl(command);
    return { status, body };
  }
  const { method, user, data, url } = command;
  const words = ['--silent', '--show-error', '--write-out', '\n%{http_code}', ...(method === undefined ? [] : ['--request', method]),
    ...(user === undefined ? [] : ['--user', user]), ...(data === undefined ? [] : ['--data', data]), url];
  const child = spawn('curl', words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const cut = output.lastIndexOf('\n');
  return { status: Number(output.slice(cut + 1)), body: JSON.parse(output.slice(0, cut)) as Record<string, unknown> };
}
