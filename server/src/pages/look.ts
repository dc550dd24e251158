import { brandOf } from '../text/colours.ts';
import type { Brand } from '../text/colours.ts';
import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import type { Language } from '../text/languages.ts';
import { oneLine } from '../text/untrusted.ts';
import { wordsAt } from '../text/wording.ts';
import type { Wording, WordingPlace } from '../text/wording.ts';

/** In whose name a page speaks, and how that looks. */
export interface Look {
  readonly projectName: string;
  /** The project's colours; without them the platform's. */
  readonly brand?: Brand | undefined;
  /** The project's logo, as a `data:` URL; without it the platform's lock. */
  readonly logo?: string | undefined;
  /** The project's own words; without them the platform's. */
  readonly wording?: Wording | undefined;
}

/** Pages that are about no project in particular. */
export const PLATFORM_LOOK: Look = { projectName: 'M-Pin' };

/** A project, as far as its look goes. */
interface Seen {
  readonly name: string;
  readonly logoUrl: string;
  readonly settings: Parameters<typeof brandOf>[0]['settings'] & { readonly wording: Wording };
}

/** The look of a project; of the platform itself where there is none. */
export function lookOf(project: Seen | undefined): Look {
  return project === undefined ? PLATFORM_LOOK : { projectName: project.name, brand: brandOf(project), logo: ownPicture(project.logoUrl), wording: project.settings.wording };
}

/** What the project says at a place of its pages, where it says something. */
export function ownWords({ projectName, wording }: Look, language: Language, place: WordingPlace): string | undefined {
  return wordsAt(wording, language, place, { project: oneLine(projectName) });
}

/** A picture as our pages may show it: they load nothing from third parties (docs/security.md, 4), so one that lies elsewhere is as good as none. */
export function ownPicture(url: string): string | undefined {
  return url.startsWith('data:') ? url : undefined;
}

/** A logo beside the name of whose it is, which it need not repeat; `slot` for the PIN-pad's frame. */
export function logoImage(logo: string | undefined, slot?: 'logo'): Html | undefined {
  return logo === undefined ? undefined : html`<img class="logo" src="${logo}" alt="" ${slot === undefined ? undefined : html`slot="${slot}"`}>`;
}
