import { ChangedMeanwhileError, changeProject } from '../../core/project-changes.ts';
import { findProject, projectVersion } from '../../core/projects.ts';
import type { Project } from '../../core/projects.ts';
import { ownPicture } from '../../pages/index.ts';
import { html } from '../../text/html.ts';
import type { Html } from '../../text/html.ts';
import { projectPath } from '../frame.ts';
import type { PageContent } from '../frame.ts';
import { button, checkField, checkGroup, form, hidden, linesField, panel, selectField, textField } from '../parts.ts';
import type { Problems } from '../parts.ts';
import type { InProject, Scope } from '../scope.ts';
import { choiceNames, fieldsOf, readSettingsForm, SETTINGS_FORM } from '../settings-form.ts';
import type { SettingInForm } from '../settings-form.ts';
import { previewMail, previewPage } from '../preview.ts';

/** A form as it is shown: what stands in its fields, what is wrong with them, and what is in force where somebody else changed it. */
interface Shown {
  readonly fields: (name: string) => string;
  readonly problems: Problems;
  /** The project as somebody else has left it meanwhile. */
  readonly meanwhile: Project | undefined;
}

function inForce(setting: SettingInForm, { texts }: InProject, { fields, meanwhile }: Shown): string | undefined {
  if (meanwhile === undefined) return undefined;
  const now = fieldsOf(meanwhile);
  const choices = choiceNames(texts);
  const told = (of: (name: string) => string): string => {
    switch (setting.kind) {
      case 'flag':
        return of(setting.name) === '1' ? texts.yes : texts.no;
      case 'some':
        return setting.choices.filter((choice) => of(`${setting.name}.${choice}`) === '1').map((choice) => choices[choice]).join(' · ');
      case 'choice':
        return choices[setting.choices.find((choice) => choice === of(setting.name)) ?? setting.choices[0] ?? 'auto'];
      default:
        return of(setting.name).trim();
    }
  };
  return told(now) === told(fields) ? undefined : `${texts.problems.now}: ${told(now) || '–'}`;
}

function control(setting: SettingInForm, visit: InProject, shown: Shown): Html {
  const { texts } = visit;
  const { names } = texts.settings;
  const choices = choiceNames(texts);
  const { name } = setting;
  const common = { name, label: names[name], problem: shown.problems[name], now: inForce(setting, visit, shown) };
  const field = { ...common, value: shown.fields(name) };
  switch (setting.kind) {
    case 'flag':
      return checkField({ name, label: common.label, checked: field.value === '1', now: common.now });
    case 'some':
      return checkGroup(common, setting.choices.map((choice) => ({ value: choice, label: choices[choice], checked: shown.fields(`${name}.${choice}`) === '1' })));
    case 'choice':
      return selectField(field, setting.choices.map((choice) => [choice, choices[choice]]));
    case 'digits':
      return selectField(field, ['4', '5', '6'].map((digits) => [digits, digits]));
    case 'lines':
      return linesField(field);
    case 'count':
      return textField({ ...field, help: texts.settings[setting.empty] }, { technical: true });
    case 'logo':
      return textField({ ...field, help: texts.settings.logoHelp }, { technical: true });
    default:
      return textField(field, { technical: setting.kind !== 'text' });
  }
}

function settingsPage(visit: InProject, shown: Shown): PageContent {
  const { texts, project } = visit;
  const { settings } = texts;
  const base = projectPath(project.id);
  const may = visit.may('settings:change');
  const groups = (Object.keys(settings.groups) as (keyof typeof settings.groups)[]).map((group) =>
    panel(`group-${group}`, settings.groups[group], html`${SETTINGS_FORM.filter((setting) => setting.group === group).map((setting) => control(setting, visit, shown))}`));
  const problem = shown.meanwhile !== undefined ? texts.problems.changed : Object.keys(shown.problems).length > 0 ? texts.problemSummary : undefined;
  // The first button of a form is what the Enter key presses.
  const buttons = html`<div class="buttons">${button(texts.save, 'primary')}<button type="submit" formaction="${base}/preview" formtarget="_blank" name="what" value="mail">${settings.previewMail}</button>
<button type="submit" formaction="${base}/preview" formtarget="_blank" name="what" value="page">${settings.previewPage}</button><span class="help">${settings.previewHelp}</span></div>`;
  const save = html`${hidden('version', projectVersion(shown.meanwhile ?? project))}${groups}${buttons}`;
  return {
    title: settings.title,
    content: html`${problem === undefined ? undefined : html`<p class="note" role="alert">${problem}</p>`}${may ? form(visit, `${base}/settings`, save) : html`<fieldset disabled>${groups}</fieldset>`}`,
  };
}

/** The settings of a project, and what its mails and pages look like with them. */
export function settingsRoutes({ core, page, form: takeForm }: Scope): void {
  page('/settings', 'settings', async (visit) => settingsPage(visit, { fields: fieldsOf(visit.project), problems: {}, meanwhile: undefined }));

  takeForm('/settings', 'settings:change', async (visit, fields) => {
    const { project, texts } = visit;
    const { changes, problems } = readSettingsForm(project, fields, texts);
    if (Object.keys(problems).length > 0) {
      const meanwhile = projectVersion(project) === fields('version') ? undefined : project;
      return settingsPage(visit, { fields, problems, meanwhile });
    }
    try {
      await changeProject(core, project.id, changes, visit.userId, fields('version'));
    } catch (error) {
      if (!(error instanceof ChangedMeanwhileError)) throw error;
      return { ...settingsPage(visit, { fields, problems, meanwhile: await findProject(core, project.id) }), status: 409 };
    }
    return { to: `${projectPath(project.id)}/settings`, note: { done: 'saved' } };
  });

  takeForm('/preview', 'settings:change', async (visit, fields) => {
    const { problems } = readSettingsForm(visit.project, fields, visit.texts);
    const { name: wrongName, logoUrl: wrongLogo, accentLight, accentDark } = problems;
    const brand = { light: accentLight === undefined ? fields('accentLight') : visit.project.settings.accentLight, dark: accentDark === undefined ? fields('accentDark') : visit.project.settings.accentDark };
    const model = { lang: visit.lang, projectName: wrongName === undefined ? fields('name') : visit.project.name, brand, logo: ownPicture(wrongLogo === undefined ? fields('logoUrl').trim() : visit.project.logoUrl), wording: visit.project.settings.wording, publicUrl: core.config.publicUrl, userId: visit.userId, now: Math.floor(core.now() / 1000) };
    return fields('what') === 'mail' ? previewMail(model, fields('verificationMethod') === 'code' ? 'confirm-code' : 'confirm-link') : previewPage(model, 'enrolment');
  });
}
