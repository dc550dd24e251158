import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Channel } from './channel.ts';
import { connectionSettings } from './postgres-connection.ts';

const NAME = 'mpin_platform';
/** How often the listening connection is asked whether it still lives: a cut cable says nothing by itself. */
const PROBE_MS = 10_000;
const RETRY_MS = 500;

/**
 * LISTEN on a connection of its own, NOTIFY through the pool. A connection that breaks is made anew, and then whoever
 * listens is told that messages may have been missed.
 */
export function openPostgresChannel(url: string, pool: pg.Pool): Channel {
  const node = randomUUID();
  let receiver: Parameters<Channel['open']>[0] | undefined;
  let client: pg.Client | undefined;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...connectionSettings(url), application_name: 'mpin-platform listener', query_timeout: PROBE_MS });
    // 'end' follows every error; it is where the connection is made anew.
    next.on('error', () => {});
    next.on('notification', ({ payload = '' }) => {
      if (!payload.startsWith(node)) receiver?.receive(payload.slice(node.length + 1));
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${NAME}`);
    } catch (error) {
      // Otherwise every try that gets no further than this would leave a connection behind.
      void next.end().catch(() => {});
      throw error;
    }
    client = next;
    next.once('end', lost);
    timer = setInterval(() => void next.query('SELECT 1').catch(() => next.end().catch(() => {})), PROBE_MS).unref();
  }
  function lost(): void {
    clearInterval(timer);
    client = undefined;
    if (!closed) retry();
  }
  function retry(): void {
    timer = setTimeout(() => {
      connect().then(() => (closed ? client?.end() : receiver?.gap()), () => (closed ? undefined : retry()));
    }, RETRY_MS).unref();
  }
  return {
    send(message) {
      if (closed) return;
      // Where it fails, the others find out when they look by themselves: streams do so every few seconds.
      pool.query('SELECT pg_notify($1, $2)', [NAME, `${node} ${message}`]).catch(() => {});
    },
    async open(opened) {
      receiver = opened;
      await connect();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
