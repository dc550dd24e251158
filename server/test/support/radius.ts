import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import type { Core } from '../../src/core/core.ts';
import { addRadiusClient } from '../../src/radius/clients.ts';
import type { NewRadiusClient } from '../../src/radius/clients.ts';
import { listenRadius } from '../../src/radius/server.ts';
import type { RadiusServer } from '../../src/radius/server.ts';
import type { RadiusCounter } from '../../src/radius/stats.ts';
import { eventually } from './resources.ts';

/** The secret that tests share with the server. */
export const SECRET = 'a secret of the tests';

/** Starts a RADIUS server on free ports; several on one core are several nodes. */
export function startRadius(core: Core, settings: { host?: string; rates?: Partial<Core['config']['rates']> } = {}): Promise<RadiusServer> {
  const { config } = core;
  return listenRadius({ ...core, config: { rates: { ...config.rates, ...settings.rates }, radiusHost: settings.host ?? '127.0.0.1', radiusPort: 0, radiusAccountingPort: 0 } });
}

/** Adds a client of the tests' secret. */
export function addClient(core: Core, applicationId: string, client: Partial<NewRadiusClient> = {}): Promise<{ id: string; secret: string }> {
  return addRadiusClient(core, { applicationId, name: 'Gateway', address: '127.0.0.1', secret: SECRET, messageAuthenticator: 'required', attributes: [], actor: 'test', ...client });
}

// What follows is written from the RFCs alone, without the server's own codec: what both got wrong would not show otherwise.

/** A request under construction: an attribute's value is text or bytes. */
export interface RequestParts {
  readonly code?: number;
  readonly identifier?: number;
  readonly authenticator?: Buffer;
  readonly attributes?: readonly (readonly [type: number, value: string | Buffer])[];
  /** Puts a Message-Authenticator first. */
  readonly proved?: boolean;
  readonly secret?: string;
}

const md5 = (...parts: readonly (string | Buffer)[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest();

/** A User-Password of one or more blocks (RFC 2865 section 5.2). */
export function hidePassword(password: string, authenticator: Buffer, secret = SECRET): Buffer {
  const clear = Buffer.alloc(Math.max(16, Math.ceil(Buffer.byteLength(password) / 16) * 16));
  clear.write(password);
  const blocks: Buffer[] = [];
  for (let at = 0; at < clear.length; at += 16) {
    const cover = md5(secret, blocks.at(-1) ?? authenticator);
    blocks.push(Buffer.from(clear.subarray(at, at + 16).map((byte, i) => byte ^ (cover[i] ?? 0))));
  }
  return Buffer.concat(blocks);
}

/** The bytes of a request. */
export function buildRequest({ code = 1, identifier = 0, authenticator = randomBytes(16), attributes = [], proved = true, secret = SECRET }: RequestParts): Buffer {
  const all = [...(proved ? [[80, Buffer.alloc(16)] as const] : []), ...attributes];
  const body = Buffer.concat(all.map(([type, value]) => Buffer.concat([Buffer.of(type, Buffer.byteLength(value) + 2), Buffer.from(value)])));
  const length = Buffer.alloc(2);
  length.writeUInt16BE(20 + body.length);
  const packet = Buffer.concat([Buffer.of(code, identifier), length, code === 4 ? Buffer.alloc(16) : authenticator, body]);
  if (proved) createHmac('md5', secret).update(packet).digest().copy(packet, 22);
  if (code === 4) md5(packet, secret).copy(packet, 4);
  return packet;
}

/** An Access-Request with PAP. */
export function papRequest(user: string, password: string, parts: RequestParts = {}): Buffer {
  const authenticator = parts.authenticator ?? randomBytes(16);
  return buildRequest({ ...parts, authenticator, attributes: [[1, user], [2, hidePassword(password, authenticator, parts.secret)], ...(parts.attributes ?? [])] });
}

/** An Access-Request with CHAP; the challenge is in an attribute of its own, or is the Request Authenticator. */
export function chapRequest(user: string, password: string, ownChallenge: boolean): Buffer {
  const authenticator = randomBytes(16);
  const challenge = ownChallenge ? randomBytes(16) : authenticator;
  const response = Buffer.concat([Buffer.of(7), md5(Buffer.of(7), password, challenge)]);
  return buildRequest({ authenticator, attributes: [[1, user], [3, response], ...(ownChallenge ? [[60, challenge] as const] : [])] });
}

/** An answer, checked against its request. */
export interface RadiusAnswer {
  readonly code: number;
  readonly identifier: number;
  readonly attributes: readonly { readonly type: number; readonly value: Buffer }[];
  readonly bytes: Buffer;
}

/** Reads an answer and checks both its authenticators. @throws Error where one is wrong */
export function readAnswer(bytes: Buffer, request: Buffer, secret = SECRET): RadiusAnswer {
  const attributes: { type: number; value: Buffer }[] = [];
  const unsigned = Buffer.from(bytes);
  request.copy(unsigned, 4, 4, 20);
  if (!md5(unsigned, secret).equals(bytes.subarray(4, 20))) throw new Error('The Response Authenticator is wrong.');
  for (let at = 20; at < bytes.length; at += bytes[at + 1] ?? 256) {
    const value = bytes.subarray(at + 2, at + (bytes[at + 1] ?? 2));
    if (bytes[at] === 80) {
      const zeroed = Buffer.from(unsigned).fill(0, at + 2, at + 18);
      if (!createHmac('md5', secret).update(zeroed).digest().equals(value)) throw new Error('The Message-Authenticator is wrong.');
    }
    attributes.push({ type: bytes[at] ?? 0, value });
  }
  if (bytes.readUInt16BE(2) !== bytes.length) throw new Error('The length is wrong.');
  return { code: bytes[0] ?? 0, identifier: bytes[1] ?? 0, attributes, bytes };
}

/** A UDP socket that speaks with a server. */
export interface Peer {
  /** Datagrams that came and were not taken yet. */
  readonly received: Buffer[];
  send(bytes: Buffer): void;
  /** Sends, and waits for what comes back. */
  ask(bytes: Buffer): Promise<Buffer>;
  /** Sends, and waits until the server has counted it as dropped for this reason. @returns what came back: nothing, it is to be hoped */
  expectDrop(bytes: Buffer, reason: RadiusCounter): Promise<readonly Buffer[]>;
  close(): void;
}

/** Opens one towards a server. */
export async function openPeer(server: Pick<RadiusServer, 'address' | 'port' | 'accountingPort'> & Partial<RadiusServer>, service: 'authentication' | 'accounting' = 'authentication'): Promise<Peer> {
  const socket = createSocket(server.address.includes(':') ? 'udp6' : 'udp4');
  const target = server.address === '::' ? '::1' : server.address;
  const received: Buffer[] = [];
  socket.on('message', (bytes) => received.push(bytes));
  await new Promise<void>((resolve) => { socket.bind(0, target, resolve); });
  const send = (bytes: Buffer): void => socket.send(bytes, service === 'accounting' ? server.accountingPort : server.port, target);
  return {
    received, send,
    ask(bytes) {
      send(bytes);
      return eventually('an answer over RADIUS', () => received.shift());
    },
    async expectDrop(bytes, reason) {
      const dropped = (): number => server.stats?.snapshot()[reason] ?? 0;
      const before = dropped();
      send(bytes);
      await eventually(`a datagram counted as ${reason}`, () => (dropped() > before ? true : undefined));
      return received.splice(0);
    },
    close: () => socket.close(),
  };
}
