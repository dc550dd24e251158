import { PlatformError } from '../../core/errors.ts';
import type { Library, LibraryFile } from '../library-files.ts';
import type { App } from '../types.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';
const SHORT = 'public, max-age=300, must-revalidate';

/**
 * The library for script tags: `/mpin-pinpad.js` always the newest, `/<version>/…` for ever the same, and the integrity
 * values of the latter. Any origin may load them.
 */
export function libraryRoutes(app: App, library: Library | undefined, publicUrl: string): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
  });

  const find = (path: string): LibraryFile => {
    const file = library?.files.get(path);
    if (file === undefined) throw new PlatformError('NOT_FOUND', library === undefined ? 'The library was not built; run npm run build.' : 'There is no such file.');
    return file;
  };

  app.get('/mpin-pinpad.js', async (request, reply) => {
    const file = find('mpin-pinpad.js');
    const etag = `"${file.integrity}"`;
    reply.header('cache-control', SHORT).header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.header('content-type', file.contentType).send(file.content);
  });

  app.get('/mpin-pinpad.integrity.json', async (_request, reply) => {
    const { integrity } = find('mpin-pinpad.js');
    const version = library?.version ?? '';
    const files = Object.fromEntries([...(library?.files ?? [])].filter(([path]) => path.endsWith('.js')).map(([path, file]) => [path, file.integrity]));
    return reply.header('cache-control', SHORT).send({ version, url: `${publicUrl}/${version}/mpin-pinpad.js`, integrity, files });
  });

  if (library === undefined) return;
  app.get<{ Params: { '*': string } }>(`/${library.version}/*`, async (request, reply) => {
    const file = find(request.params['*']);
    return reply.header('cache-control', IMMUTABLE).header('content-type', file.contentType).send(file.content);
  });

  // The newest script names its chunks relative to itself; they are named by their content and may be kept.
  for (const path of library.files.keys()) {
    if (path === 'mpin-pinpad.js') continue;
    app.get(`/${path}`, async (_request, reply) => {
      const file = find(path);
      return reply.header('cache-control', SHORT).header('content-type', file.contentType).send(file.content);
    });
  }
}
