import type { Rates } from '../config/rates.ts';
import type { Core } from '../core/core.ts';
import { tryOneTimePassword } from '../core/one-time-passwords.ts';
import { createRateLimiter } from '../core/rate-limiter.ts';
import { ATTRIBUTE, valuesOf } from './attributes.ts';
import { checkAccountingAuthenticator, checkMessageAuthenticator, signedReply } from './authenticators.ts';
import { createClientRegistry } from './clients.ts';
import type { RadiusClient } from './clients.ts';
import { createDuplicates } from './duplicates.ts';
import { CODE, decodePacket, MalformedPacket } from './packet.ts';
import type { Packet } from './packet.ts';
import { matcherOf, proxyStates, userOf } from './requests.ts';
import type { RadiusStats } from './stats.ts';

/** What the rules work with. */
export type RadiusCore = Pick<Core, 'db' | 'sealer' | 'now' | 'log'> & { readonly rates: Pick<Rates, 'radiusClient' | 'radiusUser'>; readonly stats: RadiusStats };

/** Which of its two ports a request came to. */
export type Service = 'authentication' | 'accounting';

/** A datagram as a socket gives it. */
export interface Datagram {
  readonly bytes: Buffer;
  /** IPv4 not mapped into IPv6. */
  readonly address: string;
  readonly port: number;
  readonly service: Service;
}

/** Answers datagrams. */
export interface Responder {
  /** @returns what to send back; `undefined` where the datagram is dropped, of which its sender learns nothing */
  answer(datagram: Datagram): Promise<Buffer | undefined>;
}

/** Puts the rules together: RFC 2865, 2866, 2869, 3579, 5080 and 5997 as docs/radius.md tells them. */
export function createResponder(core: RadiusCore): Responder {
  const { stats, log, rates, now } = core;
  const clients = createClientRegistry(core);
  const duplicates = createDuplicates(now);
  const ofClient = createRateLimiter(rates.radiusClient, now);
  const ofUser = createRateLimiter(rates.radiusUser, now);

  /** Whether a request was sent by who holds the secret, as far as this client must show it. */
  const isGenuine = (packet: Packet, client: RadiusClient): boolean => {
    const proof = checkMessageAuthenticator(packet, client.secret);
    const accounted = packet.code !== CODE.accountingRequest || checkAccountingAuthenticator(packet, client.secret);
    if (proof === 'wrong' || !accounted) {
      stats.count('droppedForged');
      return false;
    }
    if (proof === 'valid' || packet.code === CODE.accountingRequest) return true;
    // Without it, only an Access-Request without Proxy-State is taken, and only where an operator said so: Proxy-State is what a forger of
    // answers needs to have echoed (Blast-RADIUS, CVE-2024-3596).
    if (packet.code === CODE.accessRequest && !client.proofRequired && proxyStates(packet).length === 0) return true;
    stats.count('droppedUnproved');
    return false;
  };

  const authenticate = async (packet: Packet, client: RadiusClient, ip: string): Promise<Buffer> => {
    const userId = userOf(packet);
    const matches = matcherOf(packet, client.secret);
    const within = ofUser.take(`${client.id} ${userId}`) === undefined;
    const accepted = within && matches !== undefined
      && (await tryOneTimePassword(core, { applicationId: client.applicationId, projectId: client.projectId, userId, radiusClientId: client.id, ip, matches }));
    stats.count(accepted ? 'accessAccepts' : 'accessRejects');
    return signedReply(accepted ? CODE.accessAccept : CODE.accessReject, packet, [...(accepted ? client.attributes : []), ...proxyStates(packet)], client.secret, true);
  };

  const account = (packet: Packet, client: RadiusClient): Buffer => {
    const [status] = valuesOf(packet, ATTRIBUTE.acctStatusType);
    if (status?.length !== 4) throw new MalformedPacket('needs an Acct-Status-Type');
    log.info({ radiusClient: client.name, acctStatusType: status.readUInt32BE(0) }, 'radius accounting');
    stats.count('accountingResponses');
    return signedReply(CODE.accountingResponse, packet, proxyStates(packet), client.secret, false);
  };

  /** A sign of life (RFC 5997 section 3). */
  const status = (packet: Packet, client: RadiusClient, service: Service): Buffer => {
    stats.count('statusAnswers');
    return signedReply(service === 'accounting' ? CODE.accountingResponse : CODE.accessAccept, packet, proxyStates(packet), client.secret, true);
  };

  const perform = async (packet: Packet, client: RadiusClient, { service, address }: Datagram): Promise<Buffer | undefined> => {
    if (packet.code === CODE.statusServer) return status(packet, client, service);
    if (packet.code === CODE.accessRequest && service === 'authentication') return authenticate(packet, client, address);
    if (packet.code === CODE.accountingRequest && service === 'accounting') return account(packet, client);
    stats.count('droppedUnknownCode');
    return undefined;
  };

  /** Once for each request, however often it arrives. */
  const once = async (packet: Packet, client: RadiusClient, datagram: Datagram): Promise<Buffer | undefined> => {
    const claim = duplicates.claim(`${datagram.service} ${datagram.address} ${datagram.port}`, packet);
    if ('again' in claim) {
      stats.count('duplicates');
      return claim.again;
    }
    let reply: Buffer | undefined;
    try {
      reply = await perform(packet, client, datagram);
      return reply;
    } finally {
      claim.settle(reply);
    }
  };

  return {
    async answer(datagram) {
      try {
        // Nobody can be answered there; a forged sender may say so all the same.
        if (datagram.port === 0) throw new MalformedPacket('came from port 0');
        const client = await clients.find(datagram.address);
        if (client === undefined) {
          stats.count('droppedUnknownClient');
          return undefined;
        }
        const packet = decodePacket(datagram.bytes);
        if (!isGenuine(packet, client)) return undefined;
        if (ofClient.take(client.id) !== undefined) {
          stats.count('droppedRate');
          return undefined;
        }
        return await once(packet, client, datagram);
      } catch (error) {
        if (error instanceof MalformedPacket) {
          stats.count('droppedMalformed');
          log.debug({ reason: error.message }, 'a RADIUS datagram was dropped');
          return undefined;
        }
        stats.count('failures');
        log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'a RADIUS request failed');
        return undefined;
      }
    },
  };
}
