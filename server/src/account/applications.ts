import type { Provider } from 'oidc-provider';
import { regenerateSecret } from '../core/applications.ts';
import type { Core } from '../core/core.ts';
import { PlatformError } from '../core/errors.ts';
import { changeOpenidApplication, createOpenidApplication, removeOpenidApplication } from '../core/openid-applications.ts';
import type { Maker, OpenidApplication } from '../core/openid-applications.ts';
import { challengeFor, internetLooks, proveHost, readRedirectUri } from '../core/redirect-uris.ts';
import type { HostChallenge, HostLooks } from '../core/redirect-uris.ts';
import { readAccountName } from '../oidc/accounts.ts';
import { findClient } from '../oidc/clients.ts';
import type { OpenidClient } from '../oidc/clients.ts';
import { endForAll } from '../oidc/decisions.ts';
import type { ApplicationFields } from '../pages/index.ts';
import { linesOf } from '../text/lines.ts';
import { mayRegister } from './registrants.ts';

/** What people do with the applications that they registered themselves (docs/protocol.md 11.7). */

function makerOf(account: string): Maker {
  const { projectId, userId } = readAccountName(account);
  return { projectId, account, actor: userId };
}

function toApplication(fields: ApplicationFields): OpenidApplication {
  const { name, isPublic, startUrl, initiateLoginUri, logoutUri, logoUrl } = fields;
  return { name, isPublic, startUrl, initiateLoginUri, logoutUri, logoUrl, redirectUris: linesOf(fields.redirectUris), postLogoutUris: linesOf(fields.postLogoutUris) };
}

/** How saving ended: the application's id, with the secret of a new one; or what is in the way. */
export type Saved =
  | { readonly id: string; readonly secret: string | undefined }
  | { readonly problem: 'invalid' | 'taken' | 'unproved' | 'not-allowed' | 'too-many'; readonly proofs: readonly HostChallenge[] };

/** Looks for the proofs of the hosts that are not proved yet, once for each save. @returns what still has to be published */
async function missingProofs(core: Core, account: string, redirectUris: readonly string[], looks: HostLooks): Promise<readonly HostChallenge[]> {
  const owner = { projectId: readAccountName(account).projectId, owner: account };
  const hosts = [...new Set(redirectUris.flatMap((uri) => readRedirectUri(uri).host ?? []))].slice(0, 5);
  const checked = await Promise.all(hosts.map(async (host) => ((await proveHost(core, owner, host, looks)) ? [] : [await challengeFor(core, owner, host)])));
  return checked.flat();
}

/** Registers an application for an account that may, or changes its own. */
export async function saveApplication(core: Core, account: string, id: string | undefined, fields: ApplicationFields, looks = internetLooks(core.config.dev)): Promise<Saved> {
  const application = toApplication(fields);
  if (id === undefined && !(await mayRegister(core, account))) return { problem: 'not-allowed', proofs: [] };
  try {
    const proofs = await missingProofs(core, account, application.redirectUris, looks);
    if (proofs.length > 0) return { problem: 'unproved', proofs };
    if (id !== undefined) {
      await changeOpenidApplication(core, makerOf(account), id, application);
      return { id, secret: undefined };
    }
    const created = await createOpenidApplication(core, makerOf(account), application);
    return { id: created.clientId, secret: fields.isPublic ? undefined : created.clientSecret };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.code === 'REDIRECT_URI_TAKEN') return { problem: 'taken', proofs: [] };
    if (error.code === 'TOO_MANY_APPLICATIONS') return { problem: 'too-many', proofs: [] };
    if (error.code === 'INVALID_REQUEST_PARAMETERS') return { problem: 'invalid', proofs: [] };
    throw error;
  }
}

/** The application, where this account registered it. */
export async function ownApplication(core: Core, account: string, id: string): Promise<OpenidClient | undefined> {
  const client = await findClient(core, id);
  return client?.owner === account ? client : undefined;
}

/** A new secret for an application of one's own; the former one ends at once. */
export async function renewSecret(core: Core, account: string, id: string): Promise<string> {
  return (await regenerateSecret(core, id, 0, readAccountName(account).userId)).clientSecret;
}

/**
 * Removes an application: nobody signs in to it any more, and its redirect URIs are free again. Where somebody is signed in to it, it hears that
 * this is over.
 *
 * @throws PlatformError NOT_FOUND where the account has no such application
 */
export async function removeApplication(core: Core, provider: Provider, account: string, id: string): Promise<void> {
  const { projectId, userId } = readAccountName(account);
  await endForAll(core, provider, id, () => removeOpenidApplication(core, { projectId, account, actor: userId }, id));
}
