import { changeProject } from '../core/project-changes.ts';
import { requireProject } from '../core/projects.ts';
import { composeMail } from '../mail/compose.ts';
import { SAMPLE_KINDS, sampleMail } from '../mail/sample.ts';
import { lookOf } from '../pages/index.ts';
import { PLACES, WORDING_LANGUAGES } from '../text/wording.ts';
import { ACTOR, optionalOption } from './administration-command.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { requireOption, UsageError } from './arguments.ts';

/** `PLACE=TEXT`; an empty text takes the project's words away. */
function words(text: string): readonly [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1) throw new UsageError(`--set takes PLACE=TEXT; places are ${Object.keys(PLACES).join(', ')}`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}

/** `mpin-platform project wording` and `project preview`: a project's own words in its mails and pages, and what a mail looks like with them. */
export const wordingCommands: Readonly<Record<string, AdministrationCommand>> = {
  wording: {
    usage: '--id ID [--lang default|LANGUAGE --set PLACE=TEXT…]', options: ['id', 'lang', 'set'],
    async run(foundation, options) {
      const project = await requireProject(foundation, requireOption(options, 'id'));
      const changes = (options.get('set') ?? []).map(words);
      if (changes.length === 0) return project.settings.wording;
      const lang = optionalOption(options, 'lang') ?? 'default';
      const language = WORDING_LANGUAGES.find((known) => known === lang);
      if (language === undefined) throw new UsageError(`--lang takes ${WORDING_LANGUAGES.join(', ')}`);
      const wording = { ...project.settings.wording, [language]: { ...project.settings.wording[language], ...Object.fromEntries(changes) } };
      return (await changeProject(foundation, project.id, { wording }, ACTOR)).settings.wording;
    },
  },
  preview: {
    usage: `--id ID --mail ${SAMPLE_KINDS.join('|')} [--lang LANGUAGE]`, options: ['id', 'mail', 'lang'],
    async run(foundation, options) {
      const project = await requireProject(foundation, requireOption(options, 'id'));
      const mail = requireOption(options, 'mail');
      const kind = SAMPLE_KINDS.find((known) => known === mail);
      if (kind === undefined) throw new UsageError(`--mail takes ${SAMPLE_KINDS.join(', ')}`);
      const { publicUrl } = foundation.config;
      return composeMail({ ...sampleMail(kind, lookOf(project), publicUrl, Math.floor(foundation.now() / 1000)), lang: optionalOption(options, 'lang') });
    },
  },
};
