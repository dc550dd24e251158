import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';

const MODULES = '/usr/lib/apache2/modules';
const PROGRAM = '/usr/sbin/apache2';
const PACKAGES = ['apache2', 'libapache2-mod-auth-openidc'] as const;

const isRoot = process.getuid?.() === 0;

/** Sees to Apache and its OpenID module from Debian's packages: installs them as root, otherwise fails with what to install. */
export function ensureApache(): void {
  const present = (): boolean => existsSync(PROGRAM) && existsSync(join(MODULES, 'mod_auth_openidc.so'));
  if (present()) return;
  if (isRoot && existsSync('/etc/debian_version')) {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update'], { env: environment });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], { env: environment });
  }
  if (!present()) throw new Error(`This test drives Apache's mod_auth_openidc: install ${PACKAGES.join(' and ')}.`);
}

/** How Apache is to protect its page. */
export interface ApacheOptions {
  readonly port: number;
  /** The provider's public URL. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** An Apache of its own, with a page that only signed-in people see. */
export interface Apache {
  readonly origin: string;
  /** What it wrote into its error log. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

const modules = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'dir', 'include', 'auth_openidc'];

function configuration(directory: string, { port, issuer, clientId, clientSecret }: ApacheOptions): string {
  const origin = `http://localhost:${port}`;
  return `ServerRoot "${directory}"
ServerName localhost
Listen 127.0.0.1:${port}
PidFile "${directory}/apache.pid"
ErrorLog "${directory}/error.log"
LogLevel warn auth_openidc:info
Mutex file:${directory} default
${modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
${isRoot ? 'User www-data\nGroup www-data' : ''}
DocumentRoot "${directory}/pages"
DirectoryIndex index.html
OIDCProviderMetadataURL ${issuer}/.well-known/openid-configuration
OIDCClientID ${clientId}
OIDCClientSecret ${clientSecret}
OIDCRedirectURI ${origin}/callback
OIDCCryptoPassphrase ${clientSecret}
OIDCScope "openid email"
OIDCPKCEMethod S256
OIDCRemoteUserClaim sub
OIDCCacheShmMax 500
<Directory "${directory}/pages">
  Require all granted
  Options +Includes
  SetOutputFilter INCLUDES
  ForceType text/html
</Directory>
<Location "/protected">
  AuthType openid-connect
  Require valid-user
</Location>
<Location "/callback">
  AuthType openid-connect
  Require valid-user
</Location>
`;
}

const pages = (origin: string): Readonly<Record<string, string>> => ({
  'index.html': '<!doctype html><html lang="en"><title>Apache</title><h1>Public</h1><a href="/protected/">Sign in</a>',
  'bye.html': '<!doctype html><html lang="en"><title>Apache</title><h1>Signed out of Apache</h1>',
  'protected/index.html': `<!doctype html><html lang="en"><title>Apache</title><h1>Protected</h1><p id="user"><!--#echo var="REMOTE_USER" --></p>
<p id="verified"><!--#echo var="OIDC_CLAIM_email_verified" --></p><a href="/callback?logout=${encodeURIComponent(`${origin}/bye.html`)}">Sign out</a>`,
});

/** Starts one on loopback and waits until it answers. */
export async function startApache(options: ApacheOptions): Promise<Apache> {
  const directory = await mkdtemp(join(tmpdir(), 'mpin-apache-'));
  await chmod(directory, 0o755);
  await mkdir(join(directory, 'pages', 'protected'), { recursive: true });
  for (const [name, text] of Object.entries(pages(`http://localhost:${options.port}`))) await writeFile(join(directory, 'pages', name), text);
  if (isRoot) spawnSync('chown', ['-R', 'www-data', directory]);
  const file = join(directory, 'apache.conf');
  await writeFile(file, configuration(directory, options));
  const child = spawn(PROGRAM, ['-f', file, '-DFOREGROUND'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const log = async (): Promise<string> => `${output}${await readFile(join(directory, 'error.log'), 'utf8').catch(() => '')}`;
  const origin = `http://localhost:${options.port}`;
  const stop = async (): Promise<void> => {
    const exit = once(child, 'exit');
    if (child.exitCode === null && child.kill('SIGTERM')) await exit;
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await until('Apache answers', async () => {
      if (child.exitCode !== null) throw new Error(`Apache ended with ${child.exitCode}:\n${await log()}`);
      return (await fetch(`${origin}/`).catch(() => undefined))?.ok === true ? true : undefined;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, log, stop };
}
