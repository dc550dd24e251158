import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian puts programs that a plain PATH leaves out. */
const PLACES = ['/usr/sbin', '/usr/local/sbin'];

/** The path of a program, if it is installed. */
export function findProgram(name: string): string | undefined {
  const candidates = [...(process.env['PATH'] ?? '').split(delimiter), ...PLACES].map((folder) => join(folder, name));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function install(packages: readonly string[]): void {
  const apt = (...words: readonly string[]): boolean =>
    spawnSync('apt-get', words, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' } }).status === 0;
  const words = ['install', '-y', '--no-install-recommends', ...packages];
  if (!apt(...words)) {
    apt('update');
    apt(...words);
  }
}

/**
 * Makes sure that real programs are there that tests speak with: as root on Debian they are installed.
 *
 * @param packages - from Debian's package to a file or program that shows that it is installed
 * @throws Error naming the packages to install, where that is not possible
 */
export function needDebianPackages(packages: Readonly<Record<string, string>>): void {
  const missing = (): string[] => Object.entries(packages).filter(([, sign]) => (sign.startsWith('/') ? !existsSync(sign) : findProgram(sign) === undefined)).map(([name]) => name);
  if (missing().length > 0 && process.getuid?.() === 0 && existsSync('/etc/debian_version')) install(missing());
  const lacking = missing();
  if (lacking.length > 0) throw new Error(`These tests need ${lacking.join(' and ')}. Debian: apt-get install ${lacking.join(' ')}`);
}

/** Runs a program to its end, with this on its standard input. @returns all that it printed, and how it ended */
export async function runProgram(name: string, words: readonly string[], input = ''): Promise<{ readonly status: number | null; readonly output: string }> {
  const child = spawn(findProgram(name) ?? name, words, { stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text; });
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve, reject) => { child.on('close', resolve).on('error', reject); });
  return { status, output };
}
