import { createSite } from './site.ts';

/**
 * Starts the demo site: `SITE_PORT` (8081), `MPIN_SERVER`, the platform's public URL (http://localhost:8080), and
 * `MPIN_PROJECT`, where the platform has several projects.
 */
const port = Number(process.env['SITE_PORT'] ?? 8081);
const platform = (process.env['MPIN_SERVER'] ?? 'http://localhost:8080').replace(/\/$/, '');
const site = createSite({ platform, origin: `http://localhost:${port}`, project: process.env['MPIN_PROJECT'] });

site.on('error', (error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use. Choose another with SITE_PORT.` : error.message);
  process.exitCode = 1;
});
site.listen(port, '127.0.0.1', () => console.log(`Demo site: http://localhost:${port}`));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    site.close();
    site.closeAllConnections();
  });
}
