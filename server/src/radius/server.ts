import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { listenAt } from '../config/listening.ts';
import type { Config } from '../config/load.ts';
import type { Core } from '../core/core.ts';
import { plainAddress } from '../core/network.ts';
import { createResponder } from './answer.ts';
import type { Service } from './answer.ts';
import { createRadiusStats } from './stats.ts';
import type { RadiusStats } from './stats.ts';
import { createTurns } from './turns.ts';

/** Datagrams that are answered at once, and that wait for their turn at most; what comes on top is dropped, and comes again. */
const AT_ONCE = 16;
const WAITING = 4096;
/** Room for a burst while the process is busy. */
const RECEIVE_BYTES = 4 * 1024 * 1024;

/** A RADIUS server that listens. */
export interface RadiusServer {
  /** Where it listens; the ports that were taken where 0 was configured. */
  readonly address: string;
  readonly port: number;
  readonly accountingPort: number;
  readonly stats: RadiusStats;
  /** Takes nothing more, answers what is in work, and lets go of the ports. */
  close(): Promise<void>;
}

/** What it needs of a platform. */
export type RadiusFoundation = Pick<Core, 'db' | 'sealer' | 'now' | 'log'> & {
  readonly config: Pick<Config, 'rates' | 'radiusHost' | 'radiusPort' | 'radiusAccountingPort'>;
};

function bind(socket: Socket, variable: string, address: string, port: number): Promise<number> {
  return listenAt({ variable, host: address, port }, () => new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind({ address, port }, () => {
      socket.off('error', reject);
      socket.setRecvBufferSize(RECEIVE_BYTES);
      resolve(socket.address().port);
    });
  }));
}

/**
 * Listens for RADIUS over UDP on the two configured ports. On `::` it hears IPv4 as well.
 *
 * @throws ConfigError where a port cannot be had
 */
export async function listenRadius(foundation: RadiusFoundation): Promise<RadiusServer> {
  const { config, log } = foundation;
  const stats = createRadiusStats();
  const responder = createResponder({ ...foundation, rates: config.rates, stats });
  const turns = createTurns(AT_ONCE, WAITING, (error) => {
    stats.count('failures');
    log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'a RADIUS answer could not be sent');
  });
  const family = isIPv6(config.radiusHost) ? 'udp6' : 'udp4';

  const serve = (service: Service): Socket => {
    const socket = createSocket(family);
    socket.on('message', (bytes, { address, port }) => {
      const taken = turns.take(async () => {
        const reply = await responder.answer({ bytes, address: plainAddress(address), port, service });
        if (reply !== undefined) await new Promise<void>((sent) => { socket.send(reply, port, address, () => sent()); });
      });
      if (!taken) stats.count('droppedBusy');
    });
    return socket;
  };

  const sockets = [serve('authentication'), serve('accounting')] as const;
  const release = (): void => sockets.forEach((socket) => socket.close());
  try {
    const [port, accountingPort] = [await bind(sockets[0], 'MPIN_RADIUS_PORT', config.radiusHost, config.radiusPort), await bind(sockets[1], 'MPIN_RADIUS_ACCOUNTING_PORT', config.radiusHost, config.radiusAccountingPort)];
    sockets.forEach((socket) => socket.on('error', (error) => log.error({ err: error.message }, 'a RADIUS socket failed')));
    log.info({ address: config.radiusHost, port, accountingPort }, 'radius ready');
    return {
      address: config.radiusHost, port, accountingPort, stats,
      async close() {
        sockets.forEach((socket) => socket.removeAllListeners('message'));
        await turns.idle();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}
