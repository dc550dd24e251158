import { ChangedMeanwhileError, changeProject } from '../../core/project-changes.ts';
import { findProject, projectVersion } from '../../core/projects.ts';
import type { Project } from '../../core/projects.ts';
import { SettingError } from '../../core/settings.ts';
import { mailCatalogue } from '../../mail/catalogue.ts';
import { SAMPLE_KINDS } from '../../mail/sample.ts';
import { lookOf } from '../../pages/index.ts';
import { html } from '../../text/html.ts';
import type { Html } from '../../text/html.ts';
import { LANGUAGE_NAMES } from '../../text/languages.ts';
import type { Language } from '../../text/languages.ts';
import { acceptWording, PLACES, WORDING_LANGUAGES, WordingError } from '../../text/wording.ts';
import type { Wording, WordingPlace } from '../../text/wording.ts';
import { projectPath } from '../frame.ts';
import type { PageContent } from '../frame.ts';
import { button, form, hidden, panel, selectField, textField } from '../parts.ts';
import { PREVIEW_PAGES, previewMail, previewPage } from '../preview.ts';
import type { Fields, InProject, Scope } from '../scope.ts';
import type { ConsoleTexts } from '../texts/texts.ts';

type Chosen = Language | 'default';

/** The form for one language: what stands in it, and the first thing that is wrong. */
interface Shown {
  readonly language: Chosen;
  readonly fields: Fields;
  readonly problem?: { readonly place: string; readonly text: string };
  /** The project as somebody else has left it meanwhile. */
  readonly meanwhile?: Project | undefined;
}

const MAILS = ['confirmLink', 'confirmCode', 'newDevice', 'quickCode', 'pinReset', 'locked'] as const;
const PLACE_NAMES = Object.keys(PLACES) as WordingPlace[];

const chosenOf = (text: string | undefined): Chosen => WORDING_LANGUAGES.find((language) => language === text) ?? 'default';
const fieldsOf = ({ settings }: Project, language: Chosen): Fields => (place) => settings.wording[language]?.[place as WordingPlace] ?? '';

function field(visit: InProject, { language, fields, problem, meanwhile }: Shown, place: WordingPlace, label: string, ours?: string): Html {
  const { texts } = visit;
  const now = meanwhile === undefined ? undefined : fieldsOf(meanwhile, language)(place);
  return textField({
    name: place, label, value: fields(place), help: ours === undefined ? undefined : texts.wording.ours(ours), problem: problem?.place === place ? problem.text : undefined,
    now: now === undefined || now === fields(place) ? undefined : `${texts.problems.now}: ${now || '–'}`,
  }, { anyLanguage: true });
}

/** What the platform says where a project says nothing. */
function mailPanel(visit: InProject, shown: Shown, mail: (typeof MAILS)[number]): Html {
  const { texts } = visit;
  const platform = mailCatalogue[shown.language === 'default' ? 'en' : shown.language][mail];
  return panel(`mail-${mail}`, texts.wording.mails[mail], html`${field(visit, shown, `${mail}Subject`, texts.wording.subject, platform.subject('{project}'))}${field(visit, shown, `${mail}Intro`, texts.wording.intro, platform.intro('{project}'))}`);
}

function languageLinks(visit: InProject, { language }: Shown): Html {
  const { texts, project } = visit;
  const name = (one: Chosen): string => (one === 'default' ? texts.wording.byDefault : LANGUAGE_NAMES[one]);
  return html`<nav class="project" aria-label="${texts.settings.groups.languages}"><ul>${WORDING_LANGUAGES.map((one) =>
    html`<li><a href="${projectPath(project.id)}/wording?lang=${one}" ${one === language ? html`aria-current="page"` : undefined}>${name(one)}${project.settings.wording[one] === undefined ? undefined : html` <span class="tag ok">${texts.wording.own}</span>`}</a></li>`)}</ul></nav>`;
}

function wordingPage(visit: InProject, shown: Shown): PageContent {
  const { texts, project } = visit;
  const { wording } = texts;
  const base = `${projectPath(project.id)}/wording`;
  const panels = html`${panel('every-mail', wording.everyMail, html`${field(visit, shown, 'mailGreeting', wording.greeting)}${field(visit, shown, 'mailFooter', wording.footer)}`)}
${MAILS.map((mail) => mailPanel(visit, shown, mail))}
${panel('pages', wording.pages, html`${field(visit, shown, 'confirmPageIntro', wording.confirmPage)}${field(visit, shown, 'enrolmentPageIntro', wording.enrolmentPage)}${field(visit, shown, 'pageFooter', wording.pageFooter)}`)}`;
  const mails = MAILS.map((mail, index) => [SAMPLE_KINDS[index] ?? '', wording.mails[mail]] as const);
  const looks = selectField({ name: 'what', label: texts.settings.preview, value: '', help: texts.settings.previewHelp }, [...mails, ...PREVIEW_PAGES.map((page) => [page, page === 'confirmation' ? wording.confirmPage : wording.enrolmentPage] as const)]);
  // The first button of a form is what the Enter key presses.
  const save = html`${hidden('version', projectVersion(shown.meanwhile ?? project))}${hidden('lang', shown.language)}${panels}<div class="buttons">${button(texts.save, 'primary')}</div>
${panel('preview', texts.settings.preview, html`${looks}<button type="submit" formaction="${base}/preview" formtarget="_blank">${wording.look}</button>`)}`;
  const alert = shown.meanwhile !== undefined ? texts.problems.changed : shown.problem === undefined ? undefined : texts.problemSummary;
  return {
    title: texts.nav.wording,
    content: html`<p>${wording.help}</p>${alert === undefined ? undefined : html`<p class="note" role="alert">${alert}</p>`}${languageLinks(visit, shown)}
${visit.may('settings:change') ? form(visit, base, save) : html`<fieldset disabled>${panels}</fieldset>`}`,
  };
}

function problemOf({ fault, culprit, place }: WordingError, { wording }: ConsoleTexts): { place: string; text: string } {
  const text = fault === 'placeholder' ? wording.placeholder(culprit) : fault === 'link' ? wording.link(culprit) : wording.text;
  return { place: place.split('.')[1] ?? '', text };
}

/** The project's words with those that were typed in the place of one language's. @throws WordingError */
function typed(project: Project, language: Chosen, fields: Fields): Wording {
  return acceptWording({ ...project.settings.wording, [language]: Object.fromEntries(PLACE_NAMES.map((place) => [place, fields(place)])) });
}

/** A project's own words in its mails and pages, language by language, and what they look like there. */
export function wordingRoutes({ core, page, form: takeForm }: Scope): void {
  page('/wording', 'settings', async (visit, query) => {
    const language = chosenOf(query['lang']);
    return wordingPage(visit, { language, fields: fieldsOf(visit.project, language) });
  });

  takeForm('/wording', 'settings:change', async (visit, fields) => {
    const { project, texts } = visit;
    const language = chosenOf(fields('lang'));
    try {
      await changeProject(core, project.id, { wording: typed(project, language, fields) }, visit.userId, fields('version'));
    } catch (error) {
      const cause = error instanceof SettingError ? error.cause : error;
      if (cause instanceof WordingError) return wordingPage(visit, { language, fields, problem: problemOf(cause, texts) });
      if (!(cause instanceof ChangedMeanwhileError)) throw error;
      return { ...wordingPage(visit, { language, fields, meanwhile: await findProject(core, project.id) }), status: 409 };
    }
    return { to: `${projectPath(project.id)}/wording?lang=${language}`, note: { done: 'saved' } };
  });

  takeForm('/wording/preview', 'settings:change', async (visit, fields) => {
    const { project, texts, userId, lang } = visit;
    const language = chosenOf(fields('lang'));
    try {
      const look = { ...lookOf(project), wording: typed(project, language, fields) };
      const model = { ...look, lang: language === 'default' ? lang : language, publicUrl: core.config.publicUrl, userId, now: Math.floor(core.now() / 1000) };
      const shownPage = PREVIEW_PAGES.find((one) => one === fields('what'));
      return shownPage === undefined ? previewMail(model, SAMPLE_KINDS.find((kind) => kind === fields('what')) ?? 'confirm-link') : previewPage(model, shownPage);
    } catch (error) {
      if (!(error instanceof WordingError)) throw error;
      return wordingPage(visit, { language, fields, problem: problemOf(error, texts) });
    }
  });
}
