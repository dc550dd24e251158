import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const pack = promisify(gzip);

/** A file that never changes while the platform runs. It is packed when a browser that takes gzip first asks for it: no start waits for what nobody asks for. */
export class PackedFile {
  readonly content: Buffer;
  #gzipped: Promise<Buffer> | undefined;

  constructor(content: Buffer) {
    this.content = content;
  }

  /** The content as gzip. */
  gzipped(): Promise<Buffer> {
    this.#gzipped ??= pack(this.content, { level: 9 });
    return this.#gzipped;
  }
}

/** Sends a file in the encoding that the browser takes. */
export async function sendPacked(request: FastifyRequest, reply: FastifyReply, file: PackedFile): Promise<FastifyReply> {
  reply.header('vary', 'Accept-Encoding');
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(file.content);
  return reply.header('content-encoding', 'gzip').send(await file.gzipped());
}
