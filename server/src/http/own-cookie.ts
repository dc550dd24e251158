import type { FastifyReply, FastifyRequest } from 'fastify';

/** A cookie of our own pages: for them alone, out of reach of scripts, and bound to the host where that is https (RFC 6265bis 4.1.3). */
export interface OwnCookie {
  read(request: FastifyRequest): string | undefined;
  /** @param seconds - its life; until the browser closes where it is left out */
  set(reply: FastifyReply, value: string, seconds?: number): void;
  clear(reply: FastifyReply): void;
}

/** The cookie of this name. */
export function ownCookie(publicUrl: string, plainName: string): OwnCookie {
  const secure = publicUrl.startsWith('https:');
  const name = secure ? `__Host-${plainName}` : plainName;
  const write = (reply: FastifyReply, value: string, life: string): void => {
    reply.header('set-cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${life}${secure ? '; Secure' : ''}`);
  };
  return {
    read: (request) => (request.headers.cookie ?? '').split(';').map((pair) => pair.trim()).find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1),
    set: (reply, value, seconds) => write(reply, value, seconds === undefined ? '' : `; Max-Age=${seconds}`),
    clear: (reply) => write(reply, '', '; Max-Age=0'),
  };
}
