import type { Project } from '../core/projects.ts';
import type { OpenidClient } from './clients.ts';

/** The account pages are an application of this provider, one for each project; nobody registers it and nobody is asked for consent to it. */

const PREFIX = 'mpin-account.';

/** The application's name within the provider. */
export function accountClientId(projectId: string): string {
  return `${PREFIX}${projectId}`;
}

/** The project whose account pages this names; `undefined` for any other application. */
export function accountProject(clientId: string): string | undefined {
  return clientId.startsWith(PREFIX) ? clientId.slice(PREFIX.length) : undefined;
}

/** Where the provider sends people back to. */
export function accountCallback(publicUrl: string): string {
  return `${publicUrl}/account/callback`;
}

/** The account pages of a project, as an application. */
export function accountClient(publicUrl: string, project: Project): OpenidClient {
  return {
    id: accountClientId(project.id), projectId: project.id, name: project.name, isPublic: true, logoUrl: '', startUrl: `${publicUrl}/account`, initiateLoginUri: '', postLogoutUris: [], logoutUri: '',
    redirectUris: [accountCallback(publicUrl)], mpinIdAllowed: false, owner: undefined, approved: true, changedAt: 0, builtIn: true,
  };
}
