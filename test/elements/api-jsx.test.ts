import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsc = join(root, 'node_modules/typescript/bin/tsc');

/** A framework's types, as far as JSX asks for them: where it looks for elements, and what a template is. */
const namespace = 'export namespace JSX { interface Element { made: true } interface IntrinsicElements { main: { children?: unknown; slot?: string } } interface ElementChildrenAttribute { children: unknown } }';
const runtime = (from: string): string => `import { JSX as Own } from '${from}';
export namespace JSX { type Element = Own.Element; interface IntrinsicElements extends Own.IntrinsicElements {} interface ElementChildrenAttribute { children: unknown } }
export function jsx(...given: unknown[]): Own.Element; export function jsxs(...given: unknown[]): Own.Element; export const Fragment: unknown;`;

const page = `import 'mpin-pinpad/jsx';
import type { MpinPinpad } from 'mpin-pinpad';

const pad: { current: MpinPinpad | null } = { current: null };
export const page = <main>
  <mpin-pinpad server="https://auth.example.com" user-id="ada@example.com" autoSubmit mode="dialog" ref={pad}
    onmpin-signed-in={(event) => { const { userId, token }: { userId: string; token: string | undefined } = event; console.log(userId, token); }}
    on:mpin-error={({ code }) => console.log(code)}>
    <main slot="footer" />
  </mpin-pinpad>
  <mpin-identity-list server="https://auth.example.com" onmpin-selected={({ userId }) => console.log(userId)} />
</main>;
// @ts-expect-error: no such theme
export const wrong = <mpin-pinpad theme="pink" />;
// @ts-expect-error: a listener of another event
export const deaf = <mpin-pinpad onmpin-error={({ token }) => console.log(token)} />;
void pad.current?.signIn().then(({ userId, token }) => console.log(userId, token));
`;

/** The same for React up to 18, which looks in the global namespace and is told by a factory. */
const classic = `declare global { namespace JSX { interface Element { made: true } interface IntrinsicElements { main: { children?: unknown; slot?: string } } interface ElementChildrenAttribute { children: unknown } } }
declare const React: { createElement(...given: unknown[]): JSX.Element };
${page}`;

describe('types for JSX', () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mpin-jsx-'));
    // A copy, as from npm: through a link the compiler would look for the framework beside our own sources.
    for (const path of ['package.json', 'dist/jsx', 'dist/types']) await cp(join(root, path), join(directory, 'node_modules/mpin-pinpad', path), { recursive: true });
    await symlink(await realpath(join(root, 'node_modules/lit')), join(directory, 'node_modules/lit'), 'dir');
  });
  after(() => rm(directory, { recursive: true, force: true }));

  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  };

  /** What the compiler says of a page. */
  async function compile(name: string, source: string, options: object): Promise<string> {
    await write(`${name}.tsx`, source);
    await write(`tsconfig.${name}.json`, JSON.stringify({
      compilerOptions: { target: 'ES2022', module: 'ESNext', moduleResolution: 'bundler', strict: true, noEmit: true, types: [], lib: ['ES2023', 'DOM', 'DOM.Iterable'], ...options },
      files: [`${name}.tsx`],
    }));
    return new Promise((resolve) => { execFile(process.execPath, [tsc, '-p', join(directory, `tsconfig.${name}.json`)], (_error, output) => resolve(output)); });
  }

  for (const framework of ['react', 'preact', 'solid-js']) {
    it(`are found by ${framework}`, async () => {
      await write(`node_modules/${framework}/package.json`, JSON.stringify({ name: framework, version: '0.0.0', types: 'index.d.ts' }));
      await write(`node_modules/${framework}/index.d.ts`, namespace);
      await write(`node_modules/${framework}/jsx-runtime.d.ts`, runtime(framework));
      assert.equal(await compile(framework, page, { jsx: 'react-jsx', jsxImportSource: framework }), '');
    });
  }

  it('are found in the global namespace, where no framework of the others is installed', async () => {
    await rm(join(directory, 'node_modules/react'), { recursive: true, force: true });
    await rm(join(directory, 'node_modules/preact'), { recursive: true, force: true });
    await rm(join(directory, 'node_modules/solid-js'), { recursive: true, force: true });
    assert.equal(await compile('classic', classic, { jsx: 'react', skipLibCheck: false }), '');
  });
});
