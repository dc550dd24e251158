import { createPluggable } from './app.ts';

/**
 * Starts the example of pluggable verification: `CLUB_PORT` (8090), `CLUB_ISSUER` (the platform's public URL), `CLUB_CLIENT_ID` and `CLUB_CLIENT_SECRET`
 * of an application with the right `verify` and the redirect URI http://localhost:8090/callback. Every member's word is "open sesame".
 */
const environment = (name: string, fallback?: string): string => {
  const value = process.env[name] ?? fallback;
  if (value === undefined) throw new Error(`Set ${name}.`);
  return value;
};

const port = Number(environment('CLUB_PORT', '8090'));
const club = await createPluggable({
  issuer: environment('CLUB_ISSUER', 'http://localhost:8080'), clientId: environment('CLUB_CLIENT_ID'), clientSecret: environment('CLUB_CLIENT_SECRET'),
  origin: `http://localhost:${port}`, verify: async (_member, word) => word === 'open sesame',
});
club.listen(port, '127.0.0.1', () => console.log(`The club: http://localhost:${port}`));
