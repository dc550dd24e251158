import type { Project } from '../core/projects.ts';
import type { OpenidClient } from './clients.ts';

/** The account pages of each project and the web console are applications of this provider; nobody registers them and nobody is asked for consent to them. */

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

/** The web console's name within the provider, and where the provider sends people back to it. */
export const CONSOLE_CLIENT = 'mpin-console';
export function consoleCallback(publicUrl: string): string {
  return `${publicUrl}/console/callback`;
}

function builtIn(project: Project, { id, startUrl, callback }: { readonly id: string; readonly startUrl: string; readonly callback: string }): OpenidClient {
  return {
    id, projectId: project.id, name: project.name, isPublic: true, logoUrl: '', startUrl, initiateLoginUri: '', postLogoutUris: [], logoutUri: '',
    redirectUris: [callback], mpinIdAllowed: false, owner: undefined, approved: true, changedAt: 0, builtIn: true,
  };
}

/** The account pages of a project, as an application. */
export function accountClient(publicUrl: string, project: Project): OpenidClient {
  return builtIn(project, { id: accountClientId(project.id), startUrl: `${publicUrl}/account?project=${encodeURIComponent(project.id)}`, callback: accountCallback(publicUrl) });
}

/** The web console, as an application of its own project. */
export function consoleClient(publicUrl: string, project: Project): OpenidClient {
  return builtIn(project, { id: CONSOLE_CLIENT, startUrl: `${publicUrl}/console`, callback: consoleCallback(publicUrl) });
}
