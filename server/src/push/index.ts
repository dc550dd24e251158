import type { Config } from '../config/load.ts';
import { callOut } from '../core/outgoing.ts';
import type { Push } from '../core/push.ts';
import type { Sealer } from '../keys/sealing.ts';
import type { Database } from '../store/database.ts';
import { loadPushKey } from './push-key.ts';
import { createWebPush } from './web-push.ts';

const TIMEOUT_MS = 5000;

/** Whom a push service may complain to: the platform itself, or in development the sender of its mail. */
const contactOf = ({ publicUrl, mailFrom }: Config): string => (publicUrl.startsWith('https:') ? publicUrl : `mailto:${/<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom}`);

/** The platform's way to phones: Web Push, to endpoints that may be called. */
export async function openPush(config: Config, db: Database, sealer: Sealer, now: () => number): Promise<Push> {
  const key = await loadPushKey(db, sealer, now());
  const webPush = createWebPush({
    key, contact: contactOf(config), now,
    async call(endpoint, { headers, body }) {
      const { status } = await callOut(endpoint, { method: 'POST', headers, body, allowLoopback: config.dev, timeoutMs: TIMEOUT_MS });
      return status;
    },
  });
  return { senders: [webPush], applicationServerKey: key.applicationServerKey };
}
