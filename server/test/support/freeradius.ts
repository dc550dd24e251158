import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './debian-packages.ts';
import { eventually, temporaryDirectory } from './resources.ts';

/** A FreeRADIUS that hands everything on to another server. */
export interface FreeradiusProxy {
  close(): Promise<void>;
}

/** What it is told. */
export interface ProxyOptions {
  /** Where it listens, and the secret its own clients share with it. */
  readonly port: number;
  readonly secret: string;
  /** The server behind it. */
  readonly home: { readonly port: number; readonly secret: string };
}

/** The least configuration that makes FreeRADIUS 3 a proxy; it signs what it hands on, as every proxy should. */
const configuration = (directory: string, { port, secret, home }: ProxyOptions): string => `
prefix = /usr
libdir = /usr/lib/freeradius
logdir = ${directory}
raddbdir = ${directory}
run_dir = ${directory}
name = proxy
pidfile = ${directory}/proxy.pid
proxy_requests = yes
log {
  destination = stdout
}
security {
  reject_delay = 0
  status_server = no
}
modules {
}
home_server platform {
  type = auth
  ipaddr = 127.0.0.1
  port = ${home.port}
  secret = "${home.secret}"
  response_window = 20
  status_check = status-server
}
home_server_pool platform {
  type = fail-over
  home_server = platform
}
realm platform {
  auth_pool = platform
  nostrip
}
client local {
  ipaddr = 127.0.0.1
  secret = "${secret}"
}
server default {
  listen {
    type = auth
    ipaddr = 127.0.0.1
    port = ${port}
  }
  authorize {
    update control {
      &Proxy-To-Realm := "platform"
    }
  }
  pre-proxy {
    update proxy-request {
      &Message-Authenticator := 0x00
    }
  }
}
`;

/** Starts one and waits until it listens. */
export async function startFreeradius(options: ProxyOptions): Promise<FreeradiusProxy> {
  const directory = temporaryDirectory();
  writeFileSync(join(directory.path, 'radiusd.conf'), configuration(directory.path, options), { mode: 0o600 });
  writeFileSync(join(directory.path, 'dictionary'), '$INCLUDE /usr/share/freeradius/dictionary\n');
  const child = spawn(findProgram('freeradius') ?? 'freeradius', ['-f', '-X', '-n', 'radiusd', '-d', directory.path], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text; });
  const ended = new Promise<void>((resolve) => { child.on('close', () => resolve()); });
  await eventually('FreeRADIUS to listen', () => {
    if (child.exitCode !== null) throw new Error(`FreeRADIUS ended:\n${output}`);
    return output.includes('Ready to process requests') ? true : undefined;
  });
  return {
    async close() {
      child.kill();
      await ended;
      directory.remove();
    },
  };
}
