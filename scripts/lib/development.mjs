import { inRoot } from './paths.mjs';
import { portFrom } from './ports.mjs';

/** The program of the platform, as it was built. */
export const program = inRoot('server', 'dist', 'server', 'src', 'main.js');

/** How `npm start` runs the platform: its ports, its data and its settings, in development mode. */
export function development() {
  // The platform refuses settings that it does not know; this one is for the tests.
  const { MPIN_CHROMIUM: _browser, ...settings } = process.env;
  const port = portFrom('PORT', 8080);
  const sitePort = portFrom('SITE_PORT', port + 1);
  const data = process.env.MPIN_DATA ?? inRoot('data');
  return { port, sitePort, data, env: { ...settings, PORT: String(port), SITE_PORT: String(sitePort), MPIN_DATA: data, MPIN_DEV: '1' } };
}
