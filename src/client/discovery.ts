import { MpinError } from '../errors.ts';
import { accepted, send, withDeadline, type Transport } from './http.ts';
import { LONGEST_ENTRY } from './secret-entry.ts';
import { flag, integer, isObject, list, matching, object, oneOf, optional, read, text, url, type Json } from './shape.ts';
import type { Endpoints, Extension, ProjectConfiguration } from './types.ts';

/** The API's paths, for servers whose discovery does not name them (docs/protocol.md 3 to 6). */
const PATHS: Readonly<Record<keyof Endpoints, string>> = {
  session: '/rps/v2/session',
  access: '/rps/v2/access',
  accessStream: '/rps/v2/access/stream',
  codeStatus: '/rps/v2/codeStatus',
  verification: '/verification/email',
  confirmation: '/verification/confirmation',
  registration: '/registration',
  pass1: '/rps/v2/pass1',
  pass2: '/rps/v2/pass2',
  authenticate: '/rps/v2/authenticate',
  accessNumber: '/rps/v2/accessNumber',
  signOut: '/rps/v2/signOut',
  identityRename: '/identity/rename',
  identityRemove: '/identity/remove',
  identityPush: '/identity/push',
};

const EXTENSIONS: readonly Extension[] = [
  'pass2U', 'accessActivation', 'accessStream', 'attemptsLeft', 'verificationLanguage', 'signInNonce', 'codeTries', 'oneTimePassword',
  'identityCapability', 'accessNumber', 'accessToken', 'remoteSignOut', 'pushToken',
];

const WAYS = ['browser', 'phone'] as const;

const NOTHING: Json = {};

/**
 * Asks a server what it is (docs/protocol.md 2). A server without this answer is used with the API's paths alone, if
 * the page names the project.
 *
 * @param server - base URL without a trailing slash
 * @throws MpinError UNKNOWN_PROJECT, PROJECT_MISMATCH, ORIGIN_NOT_ALLOWED, UNSUPPORTED_CURVE, INVALID_RESPONSE, or
 *   the way to the server
 */
export async function discover(
  transport: Transport, server: string, project: string | undefined,
): Promise<ProjectConfiguration> {
  const query = project === undefined ? '' : `?id=${encodeURIComponent(project)}`;
  // Without headers of our own there is no preflight, which an origin that no project lists would not pass.
  const plain: Transport = { ...transport, headers: {} };
  const answer = await withDeadline(transport.timeoutMs, undefined, async (inner) => {
    const response = await send(plain, `${server}/.well-known/project-configuration${query}`, {}, inner);
    return accepted(plain, response, {}).catch(orNone);
  });
  const configuration = isObject(answer) && answer['id'] !== undefined ? answer : { id: project };
  if (configuration['id'] === undefined) {
    throw new MpinError('UNKNOWN_PROJECT', 'This server has no discovery; name the project');
  }
  const checked = check(configuration, server);
  if (project !== undefined && checked.id !== project) {
    throw new MpinError('PROJECT_MISMATCH', 'The server answers for another project than the one that was asked for');
  }
  return checked;
}

/** A server that does not know the path is one without extensions; every other refusal is meant. */
function orNone(error: unknown): undefined {
  const missing = error instanceof MpinError && error.status === 404 && error.code !== 'UNKNOWN_PROJECT';
  if (!missing) throw error;
}

function check(answer: object, server: string): ProjectConfiguration {
  const base = new URL(server);
  const what = 'project configuration';
  const name = optional(text(0, 256), '');
  const top = read(what, answer, {
    // As fits a header.
    id: matching(/^[\x21-\x7e]{1,256}$/u),
    name,
    logoUrl: optional(text(0, 2048), ''),
    curve: optional(text(1, 64), 'BN254CX'),
    pinLength: optional(integer(4, 6), 4),
    pinAttempts: optional(integer(1, 100), 3),
    verificationMethod: optional(oneOf('link', 'code'), 'link' as const),
    identityType: optional(oneOf('email', 'alphanumeric'), 'email' as const),
    identityTypeLabel: name,
    askDeviceName: optional(flag, true),
    easyPin: optional(oneOf('warn', 'refuse'), 'warn' as const),
    ways: optional(list(oneOf('browser', 'phone'), 1, 8), WAYS),
    firstScreen: optional(oneOf('auto', 'home', 'identities'), 'auto' as const),
    addIdentities: optional(flag, true),
    enableRegistrationCode: optional(flag, false),
    mobileUrl: optional(url(base)),
    languages: optional(list(text(1, 35), 1, 100), ['en']),
    limits: optional(object, NOTHING),
    endpoints: optional(object, NOTHING),
    extensions: optional(object, NOTHING),
  });
  if (top.curve !== 'BN254CX') throw new MpinError('UNSUPPORTED_CURVE', 'This client knows the curve BN254CX only');
  const limits = read(what, top.limits, {
    userIdLength: optional(integer(1, 254), 254),
    deviceNameLength: optional(integer(1, 40), 40),
    codeLength: optional(integer(4, LONGEST_ENTRY), 6),
    accessTtlSeconds: optional(integer(1, 86_400), 900),
  });
  const names = Object.entries(PATHS) as [keyof Endpoints, string][];
  const endpoints = read(what, top.endpoints, Object.fromEntries(
    names.map(([endpoint, path]) => [endpoint, optional(url(base), server + path)]),
  ));
  const extensions = Object.fromEntries(
    EXTENSIONS.filter((extension) => top.extensions[extension] === 1).map((extension) => [extension, 1 as const]),
  );
  return { ...top, curve: 'BN254CX', limits, endpoints: endpoints as unknown as Endpoints, extensions };
}
