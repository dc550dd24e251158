import { createOtpApplication, listOtpApplications, OTP_SECONDS, rotateOtpSecret } from '../core/otp-applications.ts';
import { requireProject } from '../core/projects.ts';
import { ACTOR, countOf } from './administration-command.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { requireOption, UsageError } from './arguments.ts';

/** `mpin-platform otp-application …`: applications for one-time passwords (docs/otp.md); secrets are told once. */
export const otpCommands: Readonly<Record<string, AdministrationCommand>> = {
  create: {
    usage: '--project ID --name NAME [--seconds N]', options: ['project', 'name', 'seconds'],
    async run(foundation, options) {
      const project = await requireProject(foundation, requireOption(options, 'project'));
      const ttlSeconds = countOf(options, 'seconds', OTP_SECONDS.default);
      if (ttlSeconds < OTP_SECONDS.min || ttlSeconds > OTP_SECONDS.max) throw new UsageError(`--seconds must be a whole number from ${OTP_SECONDS.min} to ${OTP_SECONDS.max}`);
      return createOtpApplication(foundation, { projectId: project.id, name: requireOption(options, 'name'), ttlSeconds, actor: ACTOR });
    },
  },
  'rotate-secret': {
    usage: '--id ID', options: ['id'],
    async run(foundation, options) {
      const id = requireOption(options, 'id');
      return { clientId: id, otpSecret: await rotateOtpSecret(foundation, id, ACTOR) };
    },
  },
  list: {
    usage: '--project ID', options: ['project'],
    async run(foundation, options) {
      const project = await requireProject(foundation, requireOption(options, 'project'));
      return (await listOtpApplications(foundation, project.id)).map(({ id, name, active }) => ({ clientId: id, name, active }));
    },
  },
};
