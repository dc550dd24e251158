/** The clients of radius.bench.ts, in a process of their own: what they cost is no delay of the server's. */
import { once } from 'node:events';
import { sendLoad } from '../server/test/support/radius-clients.ts';
import type { LoadPerson } from '../server/test/support/radius-load.ts';

const [{ port, people, perSecond }] = await once(process, 'message') as [{ port: number; people: readonly LoadPerson[]; perSecond: number }];
process.send?.(await sendLoad({ port, people }, perSecond));
process.disconnect();
