import { ConfigError } from './errors.ts';

/** What to do where an address or a port cannot be had, by the system's code. */
const ADVICE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken: another process listens there. Stop that one, or give another port',
  EACCES: 'may not be listened on by this user: give a port above 1023, or this user the right to it',
  EADDRNOTAVAIL: 'cannot be listened on: its address is none of this host',
  ENOTFOUND: 'cannot be listened on: its address is not known',
};

/** What stands for a port in a setting, for people who read what is wrong with it. */
export interface Place {
  /** The setting that gives the port. */
  readonly variable: string;
  readonly host: string;
  readonly port: number;
}

/**
 * Listens somewhere.
 *
 * @throws ConfigError naming the setting, and saying what to do, where the port or the address cannot be had
 */
export async function listenAt<T>({ variable, host, port }: Place, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const advice = ADVICE[code];
    throw advice === undefined ? error : new ConfigError(variable, `port ${port} at ${host} ${advice}`);
  }
}
