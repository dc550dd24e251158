import { brandOf } from '../text/colours.ts';
import type { Brand } from '../text/colours.ts';

/** In whose name a page speaks, and how that looks. */
export interface Look {
  readonly projectName: string;
  /** The project's colours; without them the platform's. */
  readonly brand?: Brand | undefined;
}

/** Pages that are about no project in particular. */
export const PLATFORM_LOOK: Look = { projectName: 'M-Pin' };

/** The look of a project; of the platform itself where there is none. */
export function lookOf(project: (Parameters<typeof brandOf>[0] & { readonly name: string }) | undefined): Look {
  return project === undefined ? PLATFORM_LOOK : { projectName: project.name, brand: brandOf(project) };
}
