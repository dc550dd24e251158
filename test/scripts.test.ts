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
  interface Sizes { atOnce: number; signIn: number; firstTime: number; altogether: number; qr: number; language: number }
  interface Part { bytes: number; modules?: string[]; entry?: string; imports?: string[] }
  const { checkSize } = await load<{ checkSize(dist: string): Sizes }>('size.mjs');
  /** What every build has, each of so few bytes that only what a test adds counts. */
  const least: Record<string, Part> = {
    'mpin-pinpad.js': { bytes: 10 },
    'proving.js': { bytes: 10, entry: 'src/client/proving.ts', imports: ['mathematics.js'] },
    'mathematics.js': { bytes: 10, modules: ['src/protocol/proof.ts'], imports: ['mpin-pinpad.js'] },
    'screens.js': { bytes: 10, entry: 'src/elements/screens/set-up-screens.ts', imports: ['mpin-pinpad.js'] },
    'set-up.js': { bytes: 10, entry: 'src/client/set-up.ts', imports: ['mathematics.js'] },
    'qr.js': { bytes: 10, entry: 'src/elements/access-number/qr.ts' },
  };
  const sizesOf = (parts: Record<string, Part>): Sizes => {
    const all = { ...least, ...parts };
    for (const [name, { bytes }] of Object.entries(all)) writeFileSync(join(folder, name), randomBytes(bytes));
    const contents = Object.entries(all).map(([name, { modules = [], entry, imports = [] }]) => [name, { modules, entry, imports }]);
    writeFileSync(join(folder, 'mpin-pinpad.modules.json'), JSON.stringify(Object.fromEntries(contents)));
    return checkSize(folder);
  };
  const grown = (name: string, bytes: number): Record<string, Part> => ({ [name]: { ...least[name], bytes } });

  it('adds up what is loaded when, each file once', () => {
    const sizes = sizesOf({
      'mpin-pinpad.js': { bytes: 20_000, imports: ['shared.js'] }, 'shared.js': { bytes: 4000 }, ...grown('mathematics.js', 3000), ...grown('screens.js', 5000),
      ...grown('set-up.js', 2000), ...grown('qr.js', 7000), 'phone.js': { bytes: 1500 }, 'de.js': { bytes: 1000, modules: ['src/elements/texts/de/sign-in.ts'] },
      'zh.js': { bytes: 1400, modules: ['src/elements/texts/zh-hans/set-up.ts'] },
    });
    const wanted: Sizes = { atOnce: 24_000, signIn: 27_000, firstTime: 34_000, altogether: 35_500, qr: 7000, language: 1400 };
    for (const [name, bytes] of Object.entries(sizes) as [keyof Sizes, number][]) {
      assert.ok(bytes > wanted[name] && bytes < wanted[name] + 300, `${name} is ${bytes} and not ${wanted[name]}`);
    }
  });

  const closings: [what: string, parts: Record<string, Part>, message: RegExp][] = [
    ['what is loaded at once', grown('mpin-pinpad.js', 40_001), /The page's script is 400\d\d bytes/],
    ['what a sign-in loads', { ...grown('mpin-pinpad.js', 34_000), ...grown('mathematics.js', 7000) }, /a sign-in loads is 41\d\d\d bytes gzip; the limit is 40000\./],
    ['what a first visit loads', grown('screens.js', 80_000), /a first visit loads is 80\d\d\d bytes/],
    ['what may be fetched later', { 'later.js': { bytes: 99_000 } }, /all that it may fetch but languages and the QR code are 99\d\d\d bytes/],
    ['the QR code', grown('qr.js', 9000), /the QR code is 90\d\d bytes/],
    ['a language', { 'de.js': { bytes: 3000, modules: ['src/elements/texts/de/set-up.ts'] } }, /part of a language is 30\d\d bytes/],
  ];
  for (const [what, parts, message] of closings) it(`closes for too much of ${what}`, () => assert.throws(() => sizesOf(parts), message));

  it('closes for a build in which a part is not fetched by itself', () => {
    const { 'proving.js': _, ...others } = least;
    writeFileSync(join(folder, 'mpin-pinpad.modules.json'), JSON.stringify(Object.fromEntries(Object.keys(others).map((name) => [name, { modules: [], imports: [] }]))));
    assert.throws(() => checkSize(folder), /No file of the page's script is fetched for/);
  });

  for (const module of ['src/protocol/server.ts', 'src/protocol/pairing.ts', 'node_modules/@noble/curves/abstract/bls.js', 'node_modules/jose/dist/index.js']) {
    it(`closes for ${module}, wherever it is`, () => assert.throws(() => sizesOf({ 'later.js': { bytes: 10, modules: [module] } }), /which no browser needs/));
  }
});

describe('the size gate of the elements', async () => {
  type Sizes = Record<string, { ours: number; withLit: number }>;
  const { checkElements } = await load<{ checkElements(limits: Sizes): Promise<Sizes> }>('element-size.mjs');

  it('closes for an element that is too large, by itself or with Lit', async () => {
    await assert.rejects(checkElements({ 'mpin-otp': { ours: 3000, withLit: 15_000 } }), /<mpin-otp> by itself is \d{4} bytes gzip; the limit is 3000\./);
    await assert.rejects(checkElements({ 'mpin-otp': { ours: 15_000, withLit: 7000 } }), /<mpin-otp> by itself is \d{4,5} bytes gzip with Lit; the limit is 7000\./);
  });

  it('counts neither the client nor what is fetched later', async () => {
    const { 'load-otp': sizes } = await checkElements({ 'load-otp': { ours: 15_000, withLit: 15_000 } });
    assert.ok(sizes !== undefined && sizes.withLit < 500, `${sizes?.withLit} bytes`);
  });
});

describe('programs that end together', () => {
  it('say which of them ended by itself, and how, but nothing of those that were asked to', () => {
    const source = `import { Children } from ${JSON.stringify(new URL('children.mjs', scripts).href)};
      const children = new Children();
      children.start('The site', ['-e', 'setInterval(() => {}, 1000)'], process.env);
      children.start('The platform', ['-e', 'process.kill(process.pid, "SIGKILL")'], process.env);
      process.exitCode = await children.ending;
      await children.stop();`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' });
    assert.deepEqual([status, stderr.trim()], [1, 'The platform ended (SIGKILL); stopping.']);
  });
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
