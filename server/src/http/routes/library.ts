import type { FastifyReply, FastifyRequest } from 'fastify';
import { PlatformError } from '../../core/errors.ts';
import type { Library, LibraryFile } from '../library-files.ts';
import { sendPacked } from '../packed.ts';
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

  const find = (name: string): LibraryFile => {
    const file = library?.files.get(name);
    if (file === undefined) throw new PlatformError('NOT_FOUND', library === undefined ? 'The library was not built; run npm run build.' : 'There is no such file.');
    return file;
  };

  const send = (request: FastifyRequest, reply: FastifyReply, { file }: LibraryFile): Promise<FastifyReply> =>
    sendPacked(request, reply.header('content-type', request.url.endsWith('.wasm') ? 'application/wasm' : 'text/javascript; charset=utf-8'), file);

  app.get('/mpin-pinpad.js', async (request, reply) => {
    const file = find('mpin-pinpad.js');
    const etag = `W/"${file.integrity}"`;
    reply.header('cache-control', SHORT).header('etag', etag);
    return request.headers['if-none-match'] === etag ? reply.code(304).send() : send(request, reply, file);
  });

  app.get('/mpin-pinpad.integrity.json', async (_request, reply) => {
    const { integrity } = find('mpin-pinpad.js');
    const version = library?.version ?? '';
    const files = Object.fromEntries([...(library?.files ?? [])].map(([name, file]) => [name, file.integrity]));
    return reply.header('cache-control', SHORT).send({ version, url: `${publicUrl}/${version}/mpin-pinpad.js`, integrity, files });
  });

  if (library === undefined) return;
  app.get<{ Params: { '*': string } }>(`/${library.version}/*`, async (request, reply) => {
    const file = find(request.params['*']);
    return send(request, reply.header('cache-control', IMMUTABLE), file);
  });

  // The newest script finds its chunks beside itself. They are named by their content.
  for (const name of library.files.keys()) {
    if (name !== 'mpin-pinpad.js') app.get(`/${name}`, async (request, reply) => send(request, reply.header('cache-control', IMMUTABLE), find(name)));
  }
}
