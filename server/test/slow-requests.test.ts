import assert from 'node:assert/strict';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { describe, it } from 'node:test';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { arrivalLimits, dropUnasked } from '../src/http/slow-requests.ts';
import { eventually } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';

const HEADERS = 'POST /rps/v2/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n';
const WAYS = { 'a body': `${HEADERS}\r\n{"a":`, headers: HEADERS } as const;

/** A client that says something and then nothing more. */
interface Silent {
  readonly socket: Socket;
  readonly received: () => string;
  /** Whether the server ended it, once it is ended. */
  readonly ended: Promise<true>;
}

async function fallSilent(port: number, said: string): Promise<Silent> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk: Buffer) => { received += chunk.toString(); });
  socket.on('error', () => undefined);
  const ended = new Promise<true>((resolve) => { socket.once('close', () => resolve(true)); });
  await new Promise<void>((resolve) => { socket.once('connect', resolve); });
  await new Promise<void>((resolve) => { socket.write(said, () => resolve()); });
  return { socket, received: () => received, ended };
}

const portOf = (app: FastifyInstance): number => (app.server.address() as AddressInfo).port;

describe('a request that does not arrive', () => {
  for (const [what, said] of Object.entries(WAYS)) {
    it(`is ended with 408 where ${what} stops in the middle`, async () => {
      const app = fastify({ ...arrivalLimits(60) });
      app.post('/rps/v2/session', async () => 'answered');
      await app.listen({ host: '127.0.0.1', port: 0 });
      const silent = await fallSilent(portOf(app), said);
      assert.equal(await silent.ended, true);
      assert.match(silent.received(), /^HTTP\/1\.1 408 /);
      await app.close();
    });
  }

  it('is dropped when the server closes, while what was asked is answered', async () => {
    const app = fastify({ forceCloseConnections: 'idle', ...arrivalLimits() });
    dropUnasked(app, 1);
    const held: { answer?: (text: string) => void } = {};
    app.post('/rps/v2/session', async () => 'never');
    app.get('/slow', () => new Promise((resolve) => { held.answer = resolve; }));
    await app.listen({ host: '127.0.0.1', port: 0 });
    const port = portOf(app);
    const asked = fetch(`http://127.0.0.1:${port}/slow`, { headers: { connection: 'close' } });
    const silent = await Promise.all(Object.values(WAYS).map((said) => fallSilent(port, said)));
    const answer = await eventually('the request to be under way', () => held.answer);
    const closed = app.close();
    await Promise.all(silent.map(({ ended }) => ended));
    answer('answered');
    assert.equal(await (await asked).text(), 'answered');
    await closed;
  });

  it('holds up no platform that closes, whose own server ends it after half a minute', async () => {
    const platform = await startPlatform();
    const { requestTimeout, headersTimeout } = platform.app.server;
    assert.deepEqual([requestTimeout, headersTimeout], [30_000, 30_000]);
    const port = Number(new URL(platform.url).port);
    const silent = await Promise.all(Object.values(WAYS).map((said) => fallSilent(port, said)));
    await platform.close();
    await Promise.all(silent.map(({ ended }) => ended));
    assert.doesNotMatch(platform.logs(), /"level":"(?:error|fatal)"|"level":[56]0/);
  });
});
