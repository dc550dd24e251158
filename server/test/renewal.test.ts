import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createKeyPair } from '../../src/protocol/index.ts';
import { administer } from '../src/commands/administration.ts';
import { buildPlatform } from '../src/build-platform.ts';
import { loadConfig } from '../src/config/load.ts';
import { createProject } from '../src/core/projects.ts';
import type { Platform } from '../src/platform.ts';
import { complete, register, signIn } from './support/device.ts';
import type { Server } from './support/device.ts';
import { outcome, post, request } from './support/http.ts';
import { startMailbox } from './support/mailbox.ts';
import { freePort, temporaryDirectory } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';

const PIN = '4680';
const OBJECTION = /https?:\/\/\S+\/identity\/objection\?code=\S+/;

describe('secrets of authorities that were replaced', () => {
  it('keep working, and are renewed at the next sign-in with the same PIN', async () => {
    const directory = temporaryDirectory();
    const mailbox = await startMailbox();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const config = loadConfig({
      PORT: String(port), MPIN_PUBLIC_URL: url, MPIN_DATA: directory.path, MPIN_SMTP_URL: mailbox.url, MPIN_MAIL_FROM: 'tests@mail.example', MPIN_WORKERS: '1', MPIN_LOG_LEVEL: 'silent',
    });
    const start = async (): Promise<Platform> => {
      const platform = await buildPlatform(config);
      await platform.listen();
      return platform;
    };
    const first = await start();
    const server: Server = { project: await createProject(first.core, { name: 'Shop', origins: [] }), mailbox, post: (path, body, headers) => post(`${url}${path}`, body, headers) };
    const old = await register(server, PIN);
    await first.close();
    renameSync(join(directory.path, 'authority-2'), join(directory.path, 'former-authority'));

    const second = await start();
    const answer = await signIn(server, old, PIN);
    assert.equal(outcome(answer), '200');
    const { token, curve } = answer.body['dvsRegister'] as { token: string; curve: string };
    assert.equal(curve, 'BN254CX');
    const keys = createKeyPair();
    const registration = await server.post('/registration', { userId: old.userId, deviceName: 'Laptop', activationToken: token, publicKey: keys.publicKey });
    const renewed = await complete(registration, keys, old.userId, PIN);
    assert.notEqual(renewed.dtas, old.dtas);
    assert.equal(outcome(await signIn(server, old, PIN)), '200', 'the old one is valid until the new one has signed in');
    const fresh = await signIn(server, renewed, PIN);
    assert.deepEqual([outcome(fresh), fresh.body['dvsRegister']], ['200', undefined]);
    assert.equal(outcome(await signIn(server, old, PIN)), '410 REVOKED_MPINID');

    const { text } = await mailbox.take(old.userId, OBJECTION);
    const objection = new URL(OBJECTION.exec(text)?.[0] ?? 'missing:');
    assert.match((await request(objection.href)).text, /This was not me: remove it/);
    const said = await request(`${url}/identity/objection`, {
      method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: objection.searchParams.toString(),
    });
    assert.match(said.text, /The device was removed/);
    assert.equal(outcome(await signIn(server, renewed, PIN)), '410 REVOKED_MPINID', 'the owner\'s objection reaches what replaced the device');
    await second.close();
    await mailbox.close();
    directory.remove();
  });
});

describe('authorities in the platform\'s own directory', () => {
  it('are rotated and relieved of the old half while the platform runs, which needs no word of it', async () => {
    const platform = await startPlatform();
    const environment = { ...platform.database.environment, MPIN_PUBLIC_URL: platform.url, MPIN_SMTP_URL: platform.mailbox.url };
    const run = async (...words: readonly string[]): Promise<Record<string, unknown>> => {
      const lines: string[] = [];
      await administer(['authorities', ...words, '--json'], environment, (line) => void lines.push(line));
      return JSON.parse(lines.join('')) as Record<string, unknown>;
    };
    const old = await register(platform, PIN);
    const [, second] = (await run('status'))['authorities'] as { halves: { node: string }[] }[];
    assert.equal((await run('rotate', '--position', '2'))['changed'], true);
    const { dvsRegister } = (await signIn(platform, old, PIN)).body as { dvsRegister: { token: string } };
    const keys = createKeyPair();
    const registration = await platform.post('/registration', { userId: old.userId, deviceName: 'Laptop', activationToken: dvsRegister.token, publicKey: keys.publicKey });
    const renewed = await complete(registration, keys, old.userId, PIN);
    await assert.rejects(run('retire', '--half', second?.halves[0]?.node ?? ''), /1 device hangs on this half/);
    assert.equal(outcome(await signIn(platform, renewed, PIN)), '200');
    assert.deepEqual(await run('retire', '--half', second?.halves[0]?.node ?? ''), { node: second?.halves[0]?.node, retired: 'now', erased: 1, lost: [], authoritiesTold: true, destroyed: true });
    assert.equal(outcome(await signIn(platform, renewed, PIN)), '200');
    const status = (await run('status')) as { authorities: { halves: { state: string; held: boolean }[] }[]; progress: unknown };
    assert.deepEqual(status.authorities.map(({ halves }) => halves.map(({ state, held }) => `${state} ${held}`)), [['current true'], ['retired false', 'current true']]);
    assert.deepEqual(status.progress, { renewed: 1, waiting: 0 });
    await assert.rejects(run('rotate', '--position', '3'), /must be 1 or 2/);
    await platform.close();
  });
});
