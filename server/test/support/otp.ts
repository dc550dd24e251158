import { createOtpApplication } from '../../src/core/otp-applications.ts';
import type { CreatedOtpApplication } from '../../src/core/otp-applications.ts';
import { prove } from './device.ts';
import type { DeviceIdentity } from './device.ts';
import type { Answer } from './http.ts';
import type { TestPlatform } from './test-platform.ts';

/** What `authenticate` answers for scope `otp` (docs/protocol.md 6.7). */
export interface MadePassword {
  readonly password: string;
  readonly expiresAt: number;
  readonly ttlSeconds: number;
}

/** An OTP application of the tests' project. */
export function otpApplication(platform: TestPlatform, options: { projectId?: string; ttlSeconds?: number } = {}): Promise<CreatedOtpApplication> {
  return createOtpApplication(platform.core, { projectId: platform.project.projectId, name: 'VPN', actor: 'test', ...options });
}

/** Proves a PIN for an OTP application. */
export async function askPassword(platform: TestPlatform, identity: DeviceIdentity, pin: string, clientId: string | undefined): Promise<Answer> {
  const authOTT = await prove(platform, identity, pin, { scope: 'otp' });
  return platform.post('/rps/v2/authenticate', { authOTT, wam: 'dvs', ...(clientId === undefined ? {} : { clientId }) });
}

/** Makes a one-time password. */
export async function makePassword(platform: TestPlatform, identity: DeviceIdentity, pin: string, clientId: string): Promise<MadePassword> {
  const answer = await askPassword(platform, identity, pin, clientId);
  if (answer.status !== 200) throw new Error(`No password was made: ${answer.text}`);
  return answer.body['otp'] as MadePassword;
}

/** A password of 6 digits that is not this one. */
export function otherThan(password: string): string {
  return String((Number(password) + 1) % 1_000_000).padStart(6, '0');
}
