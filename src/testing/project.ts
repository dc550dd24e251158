import { VERSION } from '../version.ts';

/** What of a project a test may choose; what discovery tells of it (docs/protocol.md 2). */
export interface TestProject {
  readonly id: string;
  readonly name: string;
  readonly pinLength: number;
  readonly pinAttempts: number;
  /** How addresses are confirmed: by the fixed code, or by a link that the test opens. */
  readonly verificationMethod: 'link' | 'code';
  readonly identityType: 'email' | 'alphanumeric';
  readonly identityTypeLabel: string;
  readonly askDeviceName: boolean;
  readonly easyPin: 'warn' | 'refuse';
  readonly ways: readonly ('browser' | 'phone')[];
  readonly firstScreen: 'auto' | 'home' | 'identities';
  readonly addIdentities: boolean;
}

export const DEFAULT_PROJECT: TestProject = {
  id: 'test-project', name: 'Test project', pinLength: 4, pinAttempts: 3, verificationMethod: 'code', identityType: 'email', identityTypeLabel: '',
  askDeviceName: true, easyPin: 'warn', ways: ['browser'], firstScreen: 'auto', addIdentities: true,
};

/** Seconds that a number for phones lives (docs/protocol.md 3.5). */
export const NUMBER_SECONDS = 99;

/** What the kit's server has of the protocol's extensions. Nothing streams: what stands between a test and a page seldom can. */
const EXTENSIONS = ['pass2U', 'accessActivation', 'attemptsLeft', 'verificationLanguage', 'signInNonce', 'codeTries', 'oneTimePassword', 'identityCapability', 'accessNumber', 'accessToken'];

/** The answer of discovery, for a server at `base`. */
export function configuration(project: TestProject, base: string): object {
  return {
    ...project, curve: 'BN254CX', languages: ['en'], server: `mpin-pinpad/testing ${VERSION}`,
    limits: { userIdLength: 254, deviceNameLength: 40, codeLength: 6, accessTtlSeconds: 900, accessNumberSeconds: NUMBER_SECONDS },
    endpoints: {
      session: `${base}/rps/v2/session`, access: `${base}/rps/v2/access`, codeStatus: `${base}/rps/v2/codeStatus`,
      verification: `${base}/verification/email`, confirmation: `${base}/verification/confirmation`, registration: `${base}/registration`,
      identityRename: `${base}/identity/rename`, identityRemove: `${base}/identity/remove`,
      pass1: `${base}/rps/v2/pass1`, pass2: `${base}/rps/v2/pass2`, authenticate: `${base}/rps/v2/authenticate`, jwks: `${base}/.well-known/jwks`,
    },
    extensions: Object.fromEntries(EXTENSIONS.map((name) => [name, 1])),
  };
}
