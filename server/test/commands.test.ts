import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sha256 } from '../src/keys/secrets.ts';
import { administer, administrationUsage } from '../src/commands/administration.ts';
import { changeApplication } from '../src/core/applications.ts';
import { UsageError } from '../src/commands/arguments.ts';
import { runChild } from './support/child.ts';
import { basic, register, signIn } from './support/device.ts';
import { outcome, request } from './support/http.ts';
import { freePort } from './support/resources.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

const PIN = '5566';
let platform: TestPlatform;
before(async () => { platform = await startPlatform(); });
after(() => platform.close());

/** The environment under which a command finds the running platform's database. */
function environment(): Record<string, string> {
  const { databaseUrl } = platform.core.config;
  return {
    MPIN_DATA: platform.dataDir, MPIN_PUBLIC_URL: platform.url, MPIN_SMTP_URL: platform.mailbox.url, MPIN_LOG_LEVEL: 'silent', ...(databaseUrl === undefined ? {} : { MPIN_DATABASE_URL: databaseUrl }),
  };
}

/** Runs a command in this process. @returns its lines */
async function lines(...words: string[]): Promise<string[]> {
  const printed: string[] = [];
  await administer(words, environment(), (line) => printed.push(line));
  return printed;
}

async function json<T = Record<string, unknown>>(...words: string[]): Promise<T> {
  const printed = await lines(...words, '--json');
  assert.equal(printed.length, 1, printed.join('\n'));
  return JSON.parse(printed[0] ?? '') as T;
}

const mpinids = async (projectId: string, headers: Record<string, string>): Promise<string> => outcome(await request(`${platform.url}/api/v1/projects/${projectId}/mpinids`, { headers }));

describe('mpin-platform, beside the running platform', () => {
  it('makes and changes projects', async () => {
    const created = await json<{ projectId: string }>('project', 'create', '--name', 'Second', '--origin', 'https://second.example', '--pin-length', '5');
    const shown = await json('project', 'show', '--id', created.projectId);
    assert.deepEqual([shown['name'], shown['pinLength'], shown['easyPin'], shown['origins']], ['Second', 5, 'warn', ['https://second.example']]);
    const changed = await json('project', 'set', '--id', created.projectId, '--set', 'easyPin=refuse', '--set', 'ways=["browser"]', '--set', 'name=Renamed', '--set', 'pinLength=6');
    assert.deepEqual([changed['easyPin'], changed['ways'], changed['name'], changed['pinLength']], ['refuse', ['browser'], 'Renamed', 6]);
    const { body } = await request(`${platform.url}/.well-known/project-configuration?id=${created.projectId}`);
    assert.deepEqual([body['easyPin'], body['ways'], body['name'], body['pinLength']], ['refuse', ['browser'], 'Renamed', 6]);
    const listed = await json<{ id: string; name: string }[]>('project', 'list');
    assert.deepEqual(listed.map(({ name }) => name), ['Shop', 'Renamed']);
    assert.ok((await lines('project', 'list')).join('\n').includes('\n'), 'indented for people');
  });

  it('gives projects names of 1 to 80 characters on one line', async () => {
    for (const name of ['', ' ', 'a'.repeat(81), 'two\nlines', 'turned\u202earound']) {
      await assert.rejects(lines('project', 'create', '--name', name), new UsageError('A project has a name of 1 to 80 characters, on one line. (--name)'), JSON.stringify(name));
    }
    const name = `${'a'.repeat(59)}😀${'b'.repeat(19)}`;
    const { projectId } = await json<{ projectId: string }>('project', 'create', '--name', ` ${name} `);
    assert.equal((await json('project', 'show', '--id', projectId))['name'], name);
    assert.deepEqual((await json<{ name: string }[]>('application', 'list', '--project', projectId)).map((one) => one.name), ['a'.repeat(59)], 'its first application takes as much of that as it holds');
  });

  it('gives an application a window for signatures, and takes it away again', async () => {
    const { clientId } = platform.project;
    assert.deepEqual(await json('application', 'signature-window', '--id', clientId, '--past', '60'), { id: clientId, pastSeconds: 60, futureSeconds: 30 });
    await assert.rejects(json('application', 'signature-window', '--id', clientId, '--past', '0'), /--past takes 1 to 86400 seconds, --future 0 to 3600/);
    assert.deepEqual(await json('application', 'signature-window', '--id', clientId), { id: clientId, pastSeconds: 300, futureSeconds: 30 });
  });

  it('makes applications, grants and takes rights, and changes secrets, effective at once', async () => {
    const { projectId } = platform.project;
    const created = await json<{ clientId: string; clientSecret: string }>('application', 'create', '--project', projectId, '--name', 'Back office');
    const credentials = (clientSecret: string): Record<string, string> => basic({ project: { projectId, clientId: created.clientId, clientSecret } });
    assert.equal(await mpinids(projectId, credentials(created.clientSecret)), '403 FORBIDDEN');
    await json('application', 'grant', '--id', created.clientId, '--right', 'read,revoke');
    assert.equal(await mpinids(projectId, credentials(created.clientSecret)), '200');
    const second = await json<{ clientSecret: string }>('application', 'regenerate-secret', '--id', created.clientId, '--overlap', '60');
    assert.deepEqual([await mpinids(projectId, credentials(created.clientSecret)), await mpinids(projectId, credentials(second.clientSecret))], ['200', '200']);
    const third = await json<{ clientSecret: string }>('application', 'regenerate-secret', '--id', created.clientId);
    assert.deepEqual([await mpinids(projectId, credentials(second.clientSecret)), await mpinids(projectId, credentials(third.clientSecret))], ['401 UNAUTHORIZED', '200']);
    await json('application', 'revoke', '--id', created.clientId, '--right', 'read');
    assert.equal(await mpinids(projectId, credentials(third.clientSecret)), '403 FORBIDDEN');
    await json('application', 'disable', '--id', created.clientId);
    assert.equal(await mpinids(projectId, credentials(third.clientSecret)), '401 UNAUTHORIZED');
    const text = (await lines('application', 'list', '--project', projectId)).join('\n');
    assert.match(text, /"rights": \[\s+"revoke"\s+\]/);
    assert.doesNotMatch(text, new RegExp(`${third.clientSecret}|secret`, 'i'));
  });

  it('makes service accounts and switches them off', async () => {
    const { projectId } = platform.project;
    const { id, token } = await json<{ id: string; token: string }>('service-account', 'create', '--project', projectId, '--name', 'Report', '--right', 'read');
    assert.match(token, /^mpin_sa_/);
    assert.equal(await mpinids(projectId, { authorization: `Bearer ${token}` }), '200');
    await json('service-account', 'disable', '--id', id);
    assert.equal(await mpinids(projectId, { authorization: `Bearer ${token}` }), '401 UNAUTHORIZED');
    const text = (await lines('service-account', 'list', '--project', projectId)).join('\n');
    assert.match(text, /"active": false/);
    assert.doesNotMatch(text, /mpin_sa_|digest/);
  });

  it('lists, renames and revokes identities, and exports the audit log', async () => {
    const { projectId } = platform.project;
    const identity = await register(platform, PIN);
    const id = sha256(Buffer.from(identity.id.mpinId, 'hex'));
    const { list } = await json<{ list: { mpinId: string }[] }>('identity', 'list', '--project', projectId, '--user', identity.userId);
    assert.deepEqual(list.map(({ mpinId }) => mpinId), [id]);
    assert.equal((await json('identity', 'rename', '--project', projectId, '--id', id, '--name', '=HYPERLINK("x")'))['deviceName'], '=HYPERLINK("x")');
    assert.deepEqual(await json('identity', 'revoke', '--project', projectId, '--id', id, '--reason', 'lost'), { hashMPinID: id, reason: 'lost' });
    assert.equal(outcome(await signIn(platform, identity, PIN)), '410 REVOKED_MPINID');
    platform.advance(-1);
    const records = (await lines('audit', 'export', '--project', projectId, '--user', identity.userId, '--to', '2099-01-01T00:00:00Z', '--json')).map((line) => JSON.parse(line) as Record<string, string>);
    assert.deepEqual(records.slice(0, 2).map((record) => [record['eventStatus'], record['actor']]), [['revoked', 'command line'], ['renamed', 'command line']]);
    const csv = await lines('audit', 'export', '--project', projectId, '--user', identity.userId, '--to', '2099-01-01T00:00:00Z');
    assert.equal(csv[0], 'createdAt,eventType,eventStatus,userID,deviceName,mpinID,appID,appName,IPAddress,country,actor');
    assert.ok(csv[1]?.includes(`"'=HYPERLINK(""x"")"`), csv[1]);
    assert.equal(csv.length, records.length + 1);
  });

  it('says what would be right', async () => {
    for (const words of [
      ['project', 'delete'], ['project', 'show'], ['project', 'show', '--id', 'unknown'], ['project', 'set', '--id', platform.project.projectId], ['project', 'set', '--id', platform.project.projectId, '--set', 'pinLength'],
      ['project', 'set', '--id', platform.project.projectId, '--set', 'pinLength=7'], ['project', 'set', '--id', platform.project.projectId, '--set', 'nonsense=1'],
      ['project', 'create', '--name', 'X', '--origin', 'https://a.example/path'], ['application', 'grant', '--id', 'unknown', '--right', 'read'],
      ['application', 'grant', '--id', platform.project.clientId, '--right', 'everything'], ['application', 'create', '--project', platform.project.projectId, '--name', 'x', '--type', 'radio'],
      ['identity', 'revoke', '--project', platform.project.projectId, '--id', '00'], ['keys', 'rotate', '--purpose', 'other'],
      ...['', ' ', 'a'.repeat(61), 'two\nlines', 'turned\u202earound'].flatMap((name) => ['application', 'otp-application'].map((noun) => [noun, 'create', '--project', platform.project.projectId, '--name', name])), ['audit', 'export', '--project', platform.project.projectId, '--from', 'yesterday'],
      ['constructor', 'name'], ['project', 'constructor'],
    ]) await assert.rejects(lines(...words), UsageError, words.join(' '));
    await assert.rejects(changeApplication(platform.core, platform.project.clientId, { name: ' ', origins: [] }, 'tests'), { code: 'INVALID_REQUEST_PARAMETERS', context: { params: 'name' } });
  });

  it('names what is wrong, and what would be right', async () => {
    const { projectId, clientId } = platform.project;
    const openid = (...words: string[]): string[] => ['openid-application', 'create', '--project', projectId, '--name', 'Northwind', ...words];
    const otp = await json<{ clientId: string }>('otp-application', 'create', '--project', projectId, '--name', 'VPN');
    for (const [words, message] of [
      [['project', 'list', 'extra'], /^unexpected argument "extra"; this command takes none$/],
      [['project', 'show', '--name', 'x'], /^unknown option --name; known are --id$/],
      [['application', 'regenerate-secret', '--id', clientId, '--overlap', '-5'], /^--overlap must be a whole number of at most 9 digits, 0 or more$/],
      [openid('--redirect-uri', 'http://app.example/'), /^A redirect URI is https [^\n]+ \(--redirect-uri\)$/],
      [openid(), /^An application has 1 to 20 redirect URIs\. \(--redirect-uri\)$/],
      [openid('--redirect-uri', 'https://a.example/', '--logout-uri', 'http://a.example/'), /^This URL is https [^\n]+ \(--logout-uri\)$/],
      [['radius-client', 'add', '--application', otp.clientId, '--name', 'VPN', '--address', '999'], /^radius-client add: the address \(--address\) must be an IP address or a range/],
      [['webhook', 'add', '--project', projectId, '--url', 'https://a.example/', '--event', 'nonsense'], /^--event takes registered, signed-in, locked, revoked, signed$/],
      [['person', 'erase', '--project', projectId, '--user', 'nobody@example.com'], /^nothing is kept about this user in this project; nothing was erased$/],
    ] as const) await assert.rejects(lines(...words), (error) => error instanceof UsageError && message.test(error.message), words.join(' '));
    const odd = await runChild(['config', '--foo'], {});
    assert.deepEqual([odd.code, odd.output], [1, 'mpin-platform: unknown option --foo; this command takes none\n']);
    const unknown = await runChild(['nonsense'], {});
    assert.deepEqual([unknown.code, unknown.output], [1, 'mpin-platform: unknown command "nonsense"; "mpin-platform help" lists all\n']);
    const told = await runChild(['keys', 'nonsense', '--json'], {});
    assert.match((JSON.parse(told.output) as { error: string }).error, /^there are "keys list"/);
    assert.match((await runChild(['project', 'create', '--help'], {})).output, /^mpin-platform project create [^\n]+\n$/);
    assert.doesNotMatch(await administrationUsage(), /\S {2,}\S/);
  });

  it('says in one line that the database cannot be used, and what to do', async () => {
    const away = { ...environment(), MPIN_DATABASE_URL: `postgres://mpin:hidden-password@127.0.0.1:${await freePort()}/mpin` };
    for (const words of [[], ['project', 'list']]) {
      const { code, output } = await runChild(words, away);
      assert.match(output, /^mpin-platform: The database that MPIN_DATABASE_URL names cannot be used: connect ECONNREFUSED [\d.:]+\. Start it, or correct MPIN_DATABASE_URL\.\n$/);
      assert.equal(code, 1);
    }
    const file = join(platform.dataDir, 'master.key');
    const { MPIN_DATABASE_URL: _away, ...embedded } = away;
    const odd = await runChild(['project', 'list'], { ...embedded, MPIN_DATA: file, MPIN_MASTER_KEY: '0'.repeat(64) });
    assert.match(odd.output, /^mpin-platform: \S+master\.key cannot be used as a directory for data: it is a file\. Look at MPIN_DATA [^\n]+, and at who may write there\.\n$/);
  });

  it('runs as a program, and its usage names every command', async () => {
    const { code, output } = await runChild(['keys', 'list', '--json'], environment());
    assert.equal(code, 0, output);
    const purposes = (JSON.parse(output) as { purpose: string }[]).map(({ purpose }) => purpose);
    assert.ok(['sign-in', 'dvs', 'internal'].every((purpose) => purposes.includes(purpose)), output);
    const help = await runChild(['help'], {});
    assert.ok(help.output.includes(await administrationUsage()));
  });
});
