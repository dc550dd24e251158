import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { removeRadiusClient } from '../src/radius/clients.ts';
import type { RadiusServer } from '../src/radius/server.ts';
import { needDebianPackages, runProgram } from './support/debian-packages.ts';
import { register } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { startFreeradius } from './support/freeradius.ts';
import { makePassword, otherThan, otpApplication } from './support/otp.ts';
import { addClient, SECRET, startRadius } from './support/radius.ts';
import { freePort, temporaryDirectory } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '9753';

describe('real RADIUS clients', () => {
  let platform: TestPlatform;
  let server: RadiusServer;
  let vpn: string;
  let alice: DeviceIdentity;
  let clientRow: string;
  before(async () => {
    needDebianPackages({ 'freeradius-utils': 'radclient', freeradius: 'freeradius', pamtester: 'pamtester', 'libpam-radius-auth': '/usr/share/doc/libpam-radius-auth' });
    platform = await startPlatform();
    vpn = (await otpApplication(platform)).clientId;
    ({ id: clientRow } = await addClient(platform.core, vpn, { attributes: [['Filter-Id', 'staff']] }));
    server = await startRadius(platform.core);
    alice = await register(platform, PIN);
  });
  after(async () => {
    await server.close();
    await platform.close();
  });

  const password = async (): Promise<string> => (await makePassword(platform, alice, PIN, vpn)).password;
  const radclient = async (kind: 'auth' | 'acct' | 'status', attributes: Readonly<Record<string, string>>, port = server.port, secret = SECRET): Promise<string> => {
    const input = Object.entries(attributes).map(([name, value]) => `${name} = ${value}`).join('\n');
    return (await runProgram('radclient', ['-x', '-r', '1', '-t', '5', `127.0.0.1:${port}`, kind, secret], `${input}\n`)).output;
  };
  const asked = (user: string, kind: 'User-Password' | 'CHAP-Password', value: string): Record<string, string> =>
    ({ 'User-Name': `"${user}"`, [kind]: `"${value}"`, 'Message-Authenticator': '0x00' });

  it('radtest is accepted once', async () => {
    const secret = await password();
    const radtest = async (typed: string): Promise<string> => (await runProgram('radtest', [alice.userId, typed, `127.0.0.1:${server.port}`, '0', SECRET])).output;
    assert.match(await radtest(otherThan(secret)), /Received Access-Reject/);
    assert.match(await radtest(secret), /Received Access-Accept/);
    assert.match(await radtest(secret), /Received Access-Reject/);
  });

  it('radclient is accepted by PAP and by CHAP, and reads the attributes', async () => {
    for (const kind of ['User-Password', 'CHAP-Password'] as const) {
      const output = await radclient('auth', asked(alice.userId, kind, await password()));
      assert.match(output, /Received Access-Accept/);
      assert.match(output, /Filter-Id = "staff"/);
      assert.match(output, /Message-Authenticator = 0x[0-9a-f]{32}/);
    }
  });

  it('radclient without Message-Authenticator gets no answer', async () => {
    const { 'Message-Authenticator': _, ...bare } = asked(alice.userId, 'User-Password', '000000');
    const dropped = server.stats.snapshot().droppedUnproved;
    assert.match(await radclient('auth', bare), /No reply from server/);
    assert.ok(server.stats.snapshot().droppedUnproved > dropped);
  });

  it('radclient\'s accounting and signs of life are answered', async () => {
    assert.match(await radclient('acct', { 'Acct-Status-Type': 'Start', 'Acct-Session-Id': '"one"', 'User-Name': '"a"' }, server.accountingPort), /Received Accounting-Response/);
    assert.match(await radclient('status', { 'Message-Authenticator': '0x00' }), /Received Access-Accept/);
    assert.match(await radclient('status', { 'Message-Authenticator': '0x00' }, server.accountingPort), /Received Accounting-Response/);
  });

  it('a FreeRADIUS in front hands requests on, and answers back', async () => {
    const port = await freePort();
    const proxy = await startFreeradius({ port, secret: 'the secret of the proxy', home: { port: server.port, secret: SECRET } });
    try {
      const secret = await password();
      assert.match(await radclient('auth', asked(alice.userId, 'User-Password', otherThan(secret)), port, 'the secret of the proxy'), /Received Access-Reject/);
      const accepted = await radclient('auth', asked(alice.userId, 'User-Password', secret), port, 'the secret of the proxy');
      assert.match(accepted, /Received Access-Accept/);
      assert.match(accepted, /Filter-Id = "staff"/);
    } finally {
      await proxy.close();
    }
  });

  it('a log-in by PAM works where the client is spared the Message-Authenticator, and is dropped where it is not', async () => {
    const directory = temporaryDirectory();
    const service = `mpin-test-${randomUUID()}`;
    const file = join('/etc/pam.d', service);
    writeFileSync(join(directory.path, 'server'), `127.0.0.1:${server.port} ${SECRET.replaceAll(' ', '-')} 3\n`, { mode: 0o600 });
    writeFileSync(file, `auth required pam_radius_auth.so conf=${join(directory.path, 'server')} retry=1\n`);
    const logIn = async (typed: string): Promise<string> => (await runProgram('pamtester', [service, alice.userId, 'authenticate'], `${typed}\n`)).output;
    const secret = SECRET.replaceAll(' ', '-');
    let id = clientRow;
    const instead = async (messageAuthenticator: 'required' | 'optional'): Promise<void> => {
      await removeRadiusClient(platform.core, id, 'test');
      ({ id } = await addClient(platform.core, vpn, { secret, messageAuthenticator }));
      platform.advance(5);
    };
    try {
      await instead('required');
      const dropped = server.stats.snapshot().droppedUnproved;
      assert.doesNotMatch(await logIn(await password()), /successfully authenticated/);
      assert.ok(server.stats.snapshot().droppedUnproved > dropped);
      await instead('optional');
      const right = await password();
      assert.doesNotMatch(await logIn(otherThan(right)), /successfully authenticated/);
      assert.match(await logIn(right), /successfully authenticated/);
    } finally {
      rmSync(file);
      directory.remove();
    }
  });
});
