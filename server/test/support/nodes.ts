import { startChild } from './child.ts';
import type { Child } from './child.ts';
import { post } from './http.ts';
import type { Answer } from './http.ts';
import { WIDE_RATES } from './test-platform.ts';
import type { TestPlatform } from './test-platform.ts';

/** A node in a process of its own, which can be killed. */
export interface NodeProcess {
  readonly child: Child;
  readonly post: (path: string, body: unknown) => Promise<Answer>;
}

/** Starts a further node of the platform that runs in this process. */
export async function startNode(beside: TestPlatform, environment: Record<string, string> = {}): Promise<NodeProcess> {
  const child = startChild([], {
    PORT: '0', MPIN_PUBLIC_URL: beside.url, ...beside.database.environment, MPIN_SMTP_URL: beside.mailbox.url, MPIN_MAIL_FROM: 'tests@mail.example',
    MPIN_WORKERS: '1', MPIN_RATES: WIDE_RATES, ...environment,
  });
  const { listening } = await child.line('publicUrl');
  return { child, post: (path, body) => post(`${String(listening)}${path}`, body) };
}
