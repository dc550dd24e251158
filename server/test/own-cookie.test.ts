import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fastify } from 'fastify';
import { ownCookie } from '../src/http/own-cookie.ts';

/** Cookies of the platform's own pages, as browsers get them. */

/** What a page that sets, reads and clears a cookie answers under a public URL. */
async function answers(publicUrl: string, cookie = ''): Promise<{ set: unknown; kept: unknown; cleared: unknown; read: string }> {
  const app = fastify();
  const own = ownCookie(publicUrl, 'mpin-console');
  app.get('/set', async (_request, reply) => { own.set(reply, 'secret'); return ''; });
  app.get('/kept', async (_request, reply) => { own.set(reply, 'secret', 60); return ''; });
  app.get('/cleared', async (_request, reply) => { own.clear(reply); return ''; });
  app.get('/read', (request, reply) => reply.send(own.read(request) ?? 'nothing'));
  const get = (url: string) => app.inject({ url, headers: { cookie } });
  const [set, kept, cleared, read] = await Promise.all([get('/set'), get('/kept'), get('/cleared'), get('/read')]);
  await app.close();
  return { set: set.headers['set-cookie'], kept: kept.headers['set-cookie'], cleared: cleared.headers['set-cookie'], read: read.body };
}

describe('a cookie of our own pages', () => {
  it('is bound to the host by its name where the platform is reached by https, and out of reach of scripts and other sites', async () => {
    const { set, kept, cleared, read } = await answers('https://auth.example.com', 'mpin-console=planted; __Host-mpin-console=ours');
    assert.equal(set, '__Host-mpin-console=secret; Path=/; HttpOnly; SameSite=Lax; Secure');
    assert.equal(kept, '__Host-mpin-console=secret; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure');
    assert.equal(cleared, '__Host-mpin-console=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure');
    assert.equal(read, 'ours', 'one without the prefix may be another host\'s');
  });

  it('works in development, without https', async () => {
    const { set, read } = await answers('http://localhost:8080', 'other=1; mpin-console=ours');
    assert.equal(set, 'mpin-console=secret; Path=/; HttpOnly; SameSite=Lax');
    assert.equal(read, 'ours');
  });
});
