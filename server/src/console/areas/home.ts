import { administeredProjects, mayMakeProjects } from '../../core/administration.ts';
import type { Administered } from '../../core/administration.ts';
import { requireOrigin } from '../../core/project-changes.ts';
import { CONSOLE_PROJECT, createProject, readProjectName } from '../../core/projects.ts';
import { SettingError } from '../../core/settings.ts';
import { html } from '../../text/html.ts';
import type { Html } from '../../text/html.ts';
import { linesOf } from '../../text/lines.ts';
import { oneLine } from '../../text/untrusted.ts';
import { projectPath } from '../frame.ts';
import type { PageContent } from '../frame.ts';
import { button, form, linesField, selectField, textField } from '../parts.ts';
import type { Problems } from '../parts.ts';
import type { Fields, Scope, SignedIn } from '../scope.ts';
import type { ConsoleTexts } from '../texts/texts.ts';

const NEW = '/console/projects/new';

function card({ project, role }: Administered, texts: ConsoleTexts): Html {
  const own = project.id === CONSOLE_PROJECT;
  return html`<li><h2><a href="${projectPath(project.id)}"><bdi>${oneLine(project.name)}</bdi></a></h2><p><span class="tag">${texts.roles[role]}</span></p>
${own ? html`<p>${texts.home.platform}. ${texts.home.platformHelp}</p>` : html`<p class="help">${texts.home.origins}: <bdi dir="ltr">${project.origins.length === 0 ? '–' : project.origins.join(' ')}</bdi></p>`}</li>`;
}

const EMPTY: Fields = (name) => ({ method: 'link', pinLength: '4' })[name] ?? '';

function newPage(visit: SignedIn, fields: Fields, problems: Problems = {}): PageContent {
  const { texts } = visit;
  const { project } = texts;
  const content = html`${form(visit, NEW, html`${textField({ name: 'name', label: texts.name, value: fields('name'), problem: problems['name'] })}
${linesField({ name: 'origins', label: project.origins, value: fields('origins'), problem: problems['origins'], help: project.originsHelp })}
${selectField({ name: 'method', label: project.method, value: fields('method'), problem: problems['method'] }, [['link', project.link], ['code', project.code]])}
${selectField({ name: 'pinLength', label: project.pinLength, value: fields('pinLength'), problem: problems['pinLength'] }, ['4', '5', '6'].map((length) => [length, length] as const))}
${button(texts.create, 'primary')}`)}`;
  return { title: project.title, content: html`<div class="panel">${content}</div>` };
}

/** What a form says a project shall be; or what is wrong with it. */
function read(fields: Fields, texts: ConsoleTexts) {
  const problems: Record<string, string> = {};
  const name = readProjectName(fields('name'));
  if (name === undefined) problems['name'] = texts.problems.name;
  const origins = linesOf(fields('origins'));
  try {
    origins.forEach(requireOrigin);
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    problems['origins'] = texts.problems.origin;
  }
  const verificationMethod = (['link', 'code'] as const).find((method) => method === fields('method'));
  if (verificationMethod === undefined) problems['method'] = texts.problems.choice;
  const pinLength = [4, 5, 6].find((length) => String(length) === fields('pinLength'));
  if (pinLength === undefined) problems['pinLength'] = texts.problems.choice;
  if (name === undefined || verificationMethod === undefined || pinLength === undefined || Object.keys(problems).length > 0) return { problems };
  return { project: { name, origins: [...new Set(origins.map(requireOrigin))], verificationMethod, pinLength } };
}

/** The projects that somebody administers, and making one. */
export function homeRoutes({ core, ownPage, ownForm }: Scope): void {
  ownPage('/console', 'session', async (visit) => {
    const { texts } = visit;
    const own = await administeredProjects(core, visit.userId);
    const create = mayMakeProjects(visit.everywhere) ? html`<p><a class="button" href="${NEW}">${texts.home.create}</a></p>` : undefined;
    return { title: texts.home.title, content: html`${create}${own.length === 0 ? html`<p>${texts.home.none}</p>` : html`<ul class="cards">${own.map((one) => card(one, texts))}</ul>`}` };
  });

  ownPage(NEW, 'projects:create', async (visit) => newPage(visit, EMPTY));
  ownForm(NEW, 'projects:create', async (visit, fields) => {
    const wanted = read(fields, visit.texts);
    if ('problems' in wanted) return newPage(visit, fields, wanted.problems);
    const created = await createProject(core, { ...wanted.project, actor: visit.userId });
    return {
      to: `${projectPath(created.projectId)}/applications/${created.clientId}`,
      note: { done: 'project-created', secrets: [{ label: 'clientSecret', value: created.clientSecret }] },
    };
  });
}
