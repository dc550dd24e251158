import { randomInt } from 'node:crypto';
import { otpApplication } from './otp.ts';
import { addClient, startRadius } from './radius.ts';
import { startPlatform } from './test-platform.ts';

/** Somebody who has a living password. */
export interface LoadPerson {
  readonly user: string;
  readonly password: string;
}

/** A RADIUS server with a living password for each of so many people. */
export interface ServerLoad {
  readonly port: number;
  readonly people: readonly LoadPerson[];
  end(): Promise<void>;
}

/** Prepares a platform whose database holds `users` living passwords, and starts a RADIUS server on it. */
export async function createServerLoad(users: number): Promise<ServerLoad> {
  const platform = await startPlatform();
  const { clientId } = await otpApplication(platform, {});
  await addClient(platform.core, clientId);
  const server = await startRadius(platform.core, { rates: { radiusClient: { calls: 10 * users, seconds: 60 }, radiusUser: { calls: 10, seconds: 60 } } });
  const people = Array.from({ length: users }, (_, n) => ({ user: `user-${n}@mail.example`, password: String(randomInt(1_000_000)).padStart(6, '0') }));
  const { db, sealer } = platform.core;
  const now = platform.core.now();
  const rows = people.map(({ user, password }) => ({
    application_id: clientId, user_id: user, password_sealed: sealer.seal(`one-time password ${JSON.stringify([clientId, user])}`, password), identity_id: 'load', tries: '{}',
    created_at: now, expires_at: now + 600_000, touched_at: now,
  }));
  for (let at = 0; at < rows.length; at += 500) await db.queries.insertInto('one_time_passwords').values(rows.slice(at, at + 500)).execute();
  return {
    port: server.port, people,
    async end() {
      await server.close();
      await platform.close();
    },
  };
}
