import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

/** What counts our tests and guards our size is itself tested: a gate that always opens is none. */

const scripts = new URL('../scripts/lib/', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'mpin-scripts-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const load = async <Module>(name: string): Promise<Module> => (await import(new URL(name, scripts).href)) as Module;

describe('the counting reporter', () => {
  const count = (source: string): unknown => {
    const [file, counts] = [join(folder, 'counted.mjs'), join(folder, 'counts.json')];
    writeFileSync(file, `import { describe, it, test } from 'node:test';\n${source}`);
    const reporter = fileURLToPath(new URL('count-reporter.mjs', scripts));
    const { NODE_TEST_CONTEXT: _inherited, ...env } = process.env;
    spawnSync(process.execPath, ['--test', `--test-reporter=${reporter}`, `--test-reporter-destination=${counts}`, file], { env });
    return JSON.parse(readFileSync(counts, 'utf8'));
  };

  it('counts tests, not suites', () => {
    assert.deepEqual(count('describe("a", () => { it("b", () => {}); describe("c", () => { it("d", () => {}); it("e", () => { throw new Error(); }); }); });'), { passed: 2, failed: 1 });
  });

  it('takes skipped and undone tests for failed: they prove nothing', () => {
    assert.deepEqual(count('test("a", () => {}); test.skip("b", () => {}); test.todo("c");'), { passed: 1, failed: 2 });
  });

  it('takes a file that does not load for failed', () => {
    assert.deepEqual(count('import "./nothing.mjs";'), { passed: 0, failed: 1 });
  });
});

describe('the size gate', async () => {
  const { checkSize } = await load<{ checkSize(dist: string): { atOnce: number; signIn: number; altogether: number; language: number } }>('size.mjs');
  const contents = (modules: Record<string, { modules: string[]; imports: string[] }>): void => writeFileSync(join(folder, 'mpin-pinpad.modules.json'), JSON.stringify(modules));
  const file = (name: string, bytes: number): void => writeFileSync(join(folder, name), randomBytes(bytes));

  it('adds up what is loaded at once, and leaves out what is loaded later', () => {
    file('mpin-pinpad.js', 20_000);
    file('shared.js', 10_000);
    file('later.js', 5000);
    file('proof.js', 3000);
    file('de.js', 2000);
    contents({
      'mpin-pinpad.js': { modules: [], imports: ['shared.js'] }, 'shared.js': { modules: [], imports: [] }, 'later.js': { modules: [], imports: ['mpin-pinpad.js'] },
      'proof.js': { modules: ['src/protocol/proof.ts'], imports: ['mpin-pinpad.js'] },
      'de.js': { modules: ['src/elements/texts/de/sign-in.ts'], imports: ['mpin-pinpad.js'] },
    });
    const about = (bytes: number, wanted: number): void => assert.ok(bytes > wanted && bytes < wanted + 200, `${bytes} and not ${wanted}`);
    const { atOnce, signIn, altogether, language } = checkSize(folder);
    about(atOnce, 30_000);
    about(signIn, 33_000);
    about(altogether, 38_000);
    about(language, 2000);
  });

  it('closes above the limit', () => {
    file('mpin-pinpad.js', 40_001);
    contents({ 'mpin-pinpad.js': { modules: ['src/protocol/proof.ts'], imports: [] } });
    assert.throws(() => checkSize(folder), /the limit is 40000/);
  });

  it('closes for too much that a sign-in loads', () => {
    file('mpin-pinpad.js', 39_000);
    file('proof.js', 8000);
    contents({ 'mpin-pinpad.js': { modules: [], imports: [] }, 'proof.js': { modules: ['src/protocol/proof.ts'], imports: ['mpin-pinpad.js'] } });
    assert.throws(() => checkSize(folder), /a sign-in loads is 470\d\d bytes/);
  });

  it('closes for too much that may be fetched later', () => {
    file('mpin-pinpad.js', 10);
    file('later.js', 70_000);
    contents({ 'mpin-pinpad.js': { modules: ['src/protocol/proof.ts'], imports: [] }, 'later.js': { modules: ['src/client/set-up.ts'], imports: [] } });
    assert.throws(() => checkSize(folder), /all that it may fetch but languages are 700\d\d bytes/);
  });

  it('closes for a language that grows too large', () => {
    file('mpin-pinpad.js', 10);
    file('de.js', 3000);
    contents({ 'mpin-pinpad.js': { modules: ['src/protocol/proof.ts'], imports: [] }, 'de.js': { modules: ['src/elements/texts/de/set-up.ts'], imports: [] } });
    assert.throws(() => checkSize(folder), /part of a language is 30\d\d bytes/);
  });

  for (const module of ['src/protocol/server.ts', 'src/protocol/pairing.ts', 'node_modules/@noble/curves/abstract/bls.js', 'node_modules/jose/dist/index.js']) {
    it(`closes for ${module}, wherever it is`, () => {
      file('mpin-pinpad.js', 10);
      file('later.js', 10);
      contents({ 'mpin-pinpad.js': { modules: ['src/protocol/proof.ts'], imports: [] }, 'later.js': { modules: [module], imports: [] } });
      assert.throws(() => checkSize(folder), /which no browser needs/);
    });
  }
});

describe('set-up', async () => {
  const { checkNode } = await load<{ checkNode(version: string): void }>('dependencies.mjs');

  it('takes Node from 20.19 on', () => {
    for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.1.0']) checkNode(version);
  });

  it('refuses older ones plainly', () => {
    for (const version of ['18.20.0', '20.18.3', '4.0.0']) assert.throws(() => checkNode(version), /Node 20\.19 or newer is needed/);
  });
});
