import { execFileSync, spawnSync } from 'node:child_process';
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

/** Runs a program to its end. @returns all that it printed, and how it ended */
export function runProgram(name: string, words: readonly string[], input = ''): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(findProgram(name) ?? name, words, { input, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

/** Debian's name for this machine's kind, as in the paths of its libraries. */
export function debianTriplet(): string {
  return execFileSync('dpkg-architecture', ['-qDEB_HOST_MULTIARCH'], { encoding: 'utf8' }).trim();
}
