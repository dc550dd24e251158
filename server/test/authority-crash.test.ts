import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { administer } from '../src/commands/administration.ts';
import { trustAuthority } from '../src/commands/trust-authority.ts';
import { openShareAnswer, signShareRequest } from '../src/keys/authority-messages.ts';
import { newSigningKeyPair, privateKeyOf, publicKeyOf } from '../src/keys/signed-message.ts';
import { openAuthority } from '../src/trust-authority/authority.ts';
import type { TrustAuthority } from '../src/trust-authority/authority.ts';
import { openKeyStore } from '../src/trust-authority/key-store.ts';
import { keyProtection } from '../src/trust-authority/protection.ts';
import { runChild } from './support/child.ts';
import { register, signIn } from './support/device.ts';
import type { DeviceIdentity } from './support/device.ts';
import { outcome } from './support/http.ts';
import { temporaryDirectory } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** Commands that change the halves of a master secret, in processes of their own that are killed in the middle of it. */

/** Kills the process by SIGKILL before step `KILL_BEFORE_STEP`, counted from the moment when new keys are about to be written. */
const KILLER = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
let writing = false;
let steps = 0;
for (const name of ['openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync']) {
  const real = fs[name];
  fs[name] = (...values) => {
    writing ||= name === 'openSync' && String(values[0]).includes('authority.key.');
    if (writing && steps++ === Number(process.env.KILL_BEFORE_STEP)) process.kill(process.pid, 'SIGKILL');
    return real(...values);
  };
}
syncBuiltinESMExports();`;

/** Before which step: new keys are begun, are complete under another name, are in force. */
const BEGUN = 1;
const COMPLETE = 4;
const IN_FORCE = 5;

/** Runs a command that is killed before that step. */
async function runKilled(words: readonly string[], environment: Record<string, string>, step: number): Promise<void> {
  const { code, output } = await runChild(words, { ...environment, KILL_BEFORE_STEP: String(step), NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(KILLER)}` });
  assert.equal(code, null, output);
}

describe('a trust authority of its own', () => {
  const directory = temporaryDirectory();
  const master = randomBytes(32);
  const environment = { MPIN_MASTER_KEY: master.toString('hex') };
  const platform = newSigningKeyPair();
  const data = join(directory.path, 'authority');
  const config = join(directory.path, 'authority.json');
  const protection = keyProtection(master);
  let running: TrustAuthority;
  before(() => {
    writeFileSync(config, JSON.stringify({ port: 0, dataDir: data, platformKey: platform.publicKey, logLevel: 'silent' }));
    running = openAuthority({ directory: data, protection, platformKey: platform.publicKey, now: Date.now });
  });
  after(() => {
    running.close();
    directory.remove();
  });

  const halves = (): readonly string[] => openKeyStore(data, protection, 0).read().halves.map(({ node, masterSecret }) => `${node} ${masterSecret}`);
  const nodeOf = (half: string | undefined): string => half?.split(' ')[0] ?? '';
  const again = (...words: readonly string[]): Promise<void> => trustAuthority([...words, '--config', config], environment, () => {});
  /** What the authority that runs meanwhile gives. */
  const given = (): readonly string[] => {
    const nonce = randomBytes(8).toString('hex');
    const answer = running.serverShares(signShareRequest(privateKeyOf(platform.privateKey), { nonce, uses: [] }, Math.floor(Date.now() / 1000)));
    return openShareAnswer(publicKeyOf(running.publicKey), answer ?? '', nonce)?.map(({ node }) => node) ?? [];
  };
  const assertWhole = (): void => {
    assert.deepEqual(given(), halves().map(nodeOf));
    assert.deepEqual(readdirSync(data).filter((name) => !name.startsWith('uses.db')), ['authority.key']);
  };

  it('has the old halves or the new one beside them, wherever a rotation is killed, and takes the command again', async () => {
    for (const [step, more] of [[BEGUN, 0], [COMPLETE, 0], [IN_FORCE, 1]] as const) {
      const former = halves();
      await runKilled(['trust-authority', 'rotate', '--force', 'yes', '--config', config], environment, step);
      assert.deepEqual(halves().slice(0, former.length), former);
      assert.equal(halves().length - former.length, more);
      assert.deepEqual(given(), halves().map(nodeOf), 'the authority that runs goes on');
      await again('rotate', '--force', 'yes');
      assert.equal(halves().length - former.length, more + 1);
      assertWhole();
    }
  });

  it('has a half or has destroyed it, wherever that is killed; afterwards nothing on the disk holds it', async () => {
    for (const [step, gone] of [[BEGUN, false], [COMPLETE, false], [IN_FORCE, true]] as const) {
      const [oldest, ...others] = halves();
      await runKilled(['trust-authority', 'retire', '--half', nodeOf(oldest), '--force', 'yes', '--config', config], environment, step);
      assert.deepEqual(halves(), gone ? others : [oldest, ...others]);
      const repeated = again('retire', '--half', nodeOf(oldest), '--force', 'yes');
      await (gone ? assert.rejects(repeated, /holds no such half/) : repeated);
      assert.deepEqual(halves(), others);
      assertWhole();
    }
  });
});

describe('authorities in the platform\'s own directory', () => {
  let platform: TestPlatform;
  let identity: DeviceIdentity;
  before(async () => {
    platform = await startPlatform();
    identity = await register(platform, '1234');
  });
  after(() => platform.close());

  const environment = (): Record<string, string> => ({
    ...platform.database.environment, MPIN_PUBLIC_URL: platform.url, MPIN_SMTP_URL: platform.mailbox.url, MPIN_MAIL_FROM: 'tests@mail.example', MPIN_LOG_LEVEL: 'silent',
  });
  async function run<T>(...words: readonly string[]): Promise<T> {
    const lines: string[] = [];
    await administer(['authorities', ...words, '--json'], environment(), (line) => void lines.push(line));
    return JSON.parse(lines.join('\n')) as T;
  }
  const halves = async (): Promise<readonly { node: string; state: string }[]> => {
    const { authorities } = await run<{ authorities: { halves: { node: string; state: string; held: boolean }[] }[] }>('status');
    return authorities[0]?.halves.filter(({ held }) => held) ?? [];
  };
  const states = async (): Promise<readonly string[]> => (await halves()).map(({ state }) => state);

  it('go on with a rotation that was killed, before or after the new half counted, and make one half of it', async () => {
    for (const [step, left, done] of [[BEGUN, ['current'], ['former', 'current']], [IN_FORCE, ['former', 'current', 'waiting'], ['former', 'former', 'current']]] as const) {
      await runKilled(['authorities', 'rotate', '--position', '1'], environment(), step);
      assert.deepEqual(await states(), left);
      assert.equal(outcome(await signIn(platform, identity, '1234')), '200');
      assert.equal((await run<{ changed: boolean }>('rotate', '--position', '1')).changed, true);
      assert.deepEqual(await states(), done);
    }
  });

  it('go on with a half that was given up and not yet destroyed when the command was killed', async () => {
    const half = (await halves())[0]?.node ?? '';
    await runKilled(['authorities', 'retire', '--half', half, '--force', 'yes'], environment(), BEGUN);
    for (let i = 0; i < 2; i += 1) {
      assert.deepEqual(await run('retire', '--half', half), { node: half, retired: 'before', erased: 0, lost: [], authoritiesTold: true, destroyed: true }, 'the same, however often it is asked');
      assert.ok((await halves()).every(({ node }) => node !== half));
    }
  });
});
