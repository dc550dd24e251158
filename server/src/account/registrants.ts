import { administeredProject, administersAnything, permits } from '../core/administration.ts';
import type { Core } from '../core/core.ts';
import { requireProject } from '../core/projects.ts';
import { readAccountName } from '../oidc/accounts.ts';

/** True where a mail of ours proved the address of a device that can sign in: only then is a user id the address of whoever administers. */
async function isAddressProved({ db }: Pick<Core, 'db'>, projectId: string, userId: string): Promise<boolean> {
  const row = await db.queries.selectFrom('identities').select('id').where('project_id', '=', projectId).where('user_id', '=', userId)
    .where('state', '=', 'active').where('address_proved', '=', 1).executeTakeFirst();
  return row !== undefined;
}

/**
 * Whether an account may register applications (docs/connect.md): its project's setting `registerApplications` says who may. Administrators
 * are those who may change applications in the console, known here by an address that was proved.
 *
 * @throws PlatformError UNKNOWN_PROJECT
 */
export async function mayRegister(core: Pick<Core, 'db' | 'config'>, account: string): Promise<boolean> {
  const { projectId, userId } = readAccountName(account);
  const { registerApplications } = (await requireProject(core, projectId)).settings;
  if (registerApplications !== 'administrators') return registerApplications === 'anyone';
  const administered = await administeredProject(core, userId, projectId);
  return administered !== undefined && permits(administered.role, 'applications:change') && isAddressProved(core, projectId, userId);
}

/** Whether the console has anything for an account, known by an address that was proved: nobody learns from a made-up user id who administers. */
export async function mayAdminister(core: Pick<Core, 'db'>, account: string): Promise<boolean> {
  const { projectId, userId } = readAccountName(account);
  return (await administersAnything(core, userId)) && isAddressProved(core, projectId, userId);
}
