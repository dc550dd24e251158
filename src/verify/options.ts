import { MpinError } from '../errors.ts';
import type { ReplayStore } from './replay.ts';

export interface VerifierOptions {
  /** The platform's public URL: the `iss` of its tokens. */
  server: string | URL;
  /** The project's id: the `aud` of its tokens. */
  project: string;
  /** This site's origin, e.g. `https://www.example.com`. One of `origin` and `application` is needed; both are checked where both are given. */
  origin?: string;
  /** This site's application id: the `azp` of its tokens. */
  application?: string;
  /** Where the keys are, when not at `<server>/.well-known/jwks`. */
  jwksUrl?: string | URL;
  /** Shared between the nodes of a site; one of this process when absent. */
  replayStore?: ReplayStore;
  /** Unix milliseconds. */
  now?: () => number;
}

export interface LogoutVerifierOptions {
  /** The platform's public URL: the `iss` of its tokens. */
  server: string | URL;
  /** This site's application id: the `aud` of its logout tokens. */
  application: string;
  /** Where the keys are, when not at `<server>/oidc/certs`. */
  jwksUrl?: string | URL;
  /** Shared between the nodes of a site; one of this process when absent. */
  replayStore?: ReplayStore;
  /** Unix milliseconds. */
  now?: () => number;
}

/** What tokens must name, checked and normalised. */
export interface Expectations {
  issuer: string;
  project: string;
  origin: string | undefined;
  application: string | undefined;
  jwksUrl: URL;
}

/**
 * Checks a site's configuration once, so that a mistake shows at its start and not as sign-ins that fail.
 *
 * @throws {MpinError} `INVALID_CONFIGURATION`
 */
export function readOptions(options: VerifierOptions): Expectations {
  if (typeof options !== 'object' || options === null) throw misconfigured('Give server, project, and origin or application.');
  const issuer = issuerOf(options.server);
  const project = required('project', options.project);
  const application = options.application === undefined ? undefined : required('application', options.application);
  const origin = options.origin === undefined ? undefined : originOf(options.origin);
  if (origin === undefined && application === undefined) {
    throw misconfigured('Give origin or application: a token made for another site of the project would be accepted otherwise.');
  }
  const jwksUrl = secureUrl('jwksUrl', options.jwksUrl ?? `${issuer}/.well-known/jwks`);
  return { issuer, project, origin, application, jwksUrl };
}

/**
 * The same for a site's back channel.
 *
 * @throws {MpinError} `INVALID_CONFIGURATION`
 */
export function readLogoutOptions(options: LogoutVerifierOptions): { issuer: string; application: string; jwksUrl: URL } {
  if (typeof options !== 'object' || options === null) throw misconfigured('Give server and application.');
  const issuer = issuerOf(options.server);
  return { issuer, application: required('application', options.application), jwksUrl: secureUrl('jwksUrl', options.jwksUrl ?? `${issuer}/oidc/certs`) };
}

/** The platform's URL as its tokens name it. */
function issuerOf(server: string | URL): string {
  const { href, search, hash, username, password } = secureUrl('server', server);
  if (`${search}${hash}${username}${password}` !== '') throw misconfigured('server must be the platform\'s URL alone, without a query, a fragment or credentials.');
  return href.replace(/\/$/, '');
}

function required(name: string, value: string): string {
  if (typeof value !== 'string' || value === '') throw misconfigured(`${name} must be a string that is not empty.`);
  return value;
}

function originOf(text: string): string {
  if (!URL.canParse(text) || new URL(text).origin !== text) throw misconfigured('origin must be a bare origin, e.g. https://www.example.com, without a path or a slash at its end.');
  return text;
}

/** Keys that came over plain http could be anybody's. */
function secureUrl(name: string, value: string | URL): URL {
  if (!URL.canParse(String(value))) throw misconfigured(`${name} must be an absolute URL.`);
  const url = new URL(value);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) throw misconfigured(`${name} must be an https URL (http only on loopback).`);
  return url;
}

function misconfigured(message: string): MpinError {
  return new MpinError('INVALID_CONFIGURATION', message);
}
