import { sha256 } from '../../src/keys/secrets.ts';
import type { DeviceIdentity } from './device.ts';
import type { Answer } from './http.ts';
import type { TestPlatform } from './test-platform.ts';

type Server = Pick<TestPlatform, 'post' | 'project'>;

/** A session that a page started for a phone. */
export interface Numbered {
  readonly answer: Answer;
  readonly webOTT: string;
  readonly accessId: string;
  readonly accessNumber: string;
}

/** Starts a session with an access number, as `<mpin-access-number>` does. */
export async function openNumbered(server: Server, headers: Record<string, string> = {}): Promise<Numbered> {
  const answer = await server.post('/rps/v2/session', { projectId: server.project.projectId, accessNumber: true, deviceName: 'Chrome on Windows' }, headers);
  const { webOTT, accessId, accessNumber } = answer.body as Record<'webOTT' | 'accessId' | 'accessNumber', string>;
  return { answer, webOTT, accessId, accessNumber };
}

/** Asks which session a number leads to. */
export function resolve(server: Server, { id: { mpinId }, capability }: DeviceIdentity, accessNumber: string, headers: Record<string, string> = {}): Promise<Answer> {
  return server.post('/rps/v2/accessNumber', { accessNumber, id: sha256(Buffer.from(mpinId, 'hex')), capability }, headers);
}
