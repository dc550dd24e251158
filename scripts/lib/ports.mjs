import { once } from 'node:events';
import { createServer } from 'node:net';
import { PlainError } from './run.mjs';

/** Reads a port from the environment. */
export function portFrom(variable, fallback) {
  const text = process.env[variable];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new PlainError(`${variable} must be a port from 1 to 65535.`);
  return port;
}

/** Fails plainly when something else listens on a loopback port, by IPv4 or IPv6: browsers try both for localhost. */
export async function mustBeFree(port, variable, what) {
  for (const host of ['127.0.0.1', '::1']) {
    const probe = createServer().listen({ port, host });
    const error = await Promise.race([once(probe, 'listening').then(() => undefined), once(probe, 'error').then(([reason]) => reason)]).catch((reason) => reason);
    if (error?.code === 'EADDRINUSE') throw new PlainError(`Port ${port}, where ${what} should run, is in use. End what uses it, or choose another: ${variable}=${port + 100} npm start`);
    if (error?.code === 'EACCES') throw new PlainError(`Port ${port} may not be used by this user. Choose another: ${variable}=8080 npm start`);
    if (error === undefined) await new Promise((resolve) => probe.close(resolve));
  }
}
