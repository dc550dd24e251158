import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DevInbox } from './inbox.ts';
import { inboxHeaders, inboxPage, inboxStylesheet, mailHeaders } from './page.ts';

/**
 * The development inbox over HTTP: `/dev/inbox` for people, `/dev/inbox.json` for programs. It answers only requests
 * that name a loopback host, so that a page elsewhere cannot reach it through a name that it points at this machine.
 */
export function devInboxRoutes(inbox: DevInbox): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      if (!namesLoopback(request)) await reply.code(403).type('text/plain').send('The development inbox answers on localhost only.\n');
    });
    app.get('/dev/inbox', async (_request, reply) => reply.headers(inboxHeaders).send(inboxPage(inbox.list())));
    app.get('/dev/inbox.css', async (_request, reply) => reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(inboxStylesheet));
    app.get('/dev/inbox.json', async (_request, reply) => reply.header('cache-control', 'no-store').send(inbox.list()));
    app.get<{ Params: { index: string } }>('/dev/inbox/:index(^\\d{1,3}$).html', async (request, reply) => {
      const mail = inbox.list()[Number(request.params.index)];
      if (mail === undefined) return reply.code(404).type('text/plain').send('No such mail.\n');
      return reply.headers(mailHeaders).send(mail.html);
    });
  };
}

function namesLoopback(request: FastifyRequest): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(request.host.replace(/:\d+$/, ''));
}
