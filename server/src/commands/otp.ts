import { createOtpApplication, listOtpApplications, OTP_SECONDS, rotateOtpSecret } from '../core/otp-applications.ts';
import { requireProject } from '../core/projects.ts';
import { openFoundation } from '../foundation.ts';
import type { Foundation } from '../foundation.ts';
import { readOptions, requireOption, UsageError } from './arguments.ts';
import { configuration } from './configuration.ts';

/** Whoever holds a shell on the platform's host, for the audit log. */
const ACTOR = 'command line';

function readSeconds(text: string | undefined): number {
  const seconds = text === undefined ? OTP_SECONDS.default : Number(text);
  if (!Number.isSafeInteger(seconds) || seconds < OTP_SECONDS.min || seconds > OTP_SECONDS.max) {
    throw new UsageError(`--seconds must be a whole number from ${OTP_SECONDS.min} to ${OTP_SECONDS.max}`);
  }
  return seconds;
}

async function perform(action: string | undefined, words: readonly string[], foundation: Foundation): Promise<unknown> {
  switch (action) {
    case 'create': {
      const options = readOptions(words, ['project', 'name', 'seconds']);
      const project = await requireProject(foundation, requireOption(options, 'project'));
      return createOtpApplication(foundation, { projectId: project.id, name: requireOption(options, 'name'), ttlSeconds: readSeconds(options.get('seconds')?.[0]), actor: ACTOR });
    }
    case 'rotate-secret': {
      const id = requireOption(readOptions(words, ['id']), 'id');
      return { clientId: id, otpSecret: await rotateOtpSecret(foundation, id, ACTOR) };
    }
    case 'list': {
      const project = await requireProject(foundation, requireOption(readOptions(words, ['project']), 'project'));
      return (await listOtpApplications(foundation, project.id)).map(({ id, name, active }) => ({ clientId: id, name, active }));
    }
    default:
      throw new UsageError('there are "otp-application create", "otp-application rotate-secret" and "otp-application list"');
  }
}

/** `mpin-platform otp-application …`: makes applications for one-time passwords (docs/otp.md); secrets are told once. */
export async function otpApplication([action, ...words]: readonly string[], environment: NodeJS.ProcessEnv, print: (line: string) => void): Promise<void> {
  const foundation = await openFoundation(configuration(environment));
  try {
    print(JSON.stringify(await perform(action, words, foundation), null, 2));
  } finally {
    await foundation.db.close();
  }
}
