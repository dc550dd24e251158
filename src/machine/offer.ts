import type { ProjectConfiguration } from '../client/types.ts';
import type { Context, FirstScreen, Way } from './state.ts';

type Known = Pick<Context, 'wishes' | 'project'>;

/** Whether to offer adding an identity beside those that are there. Where nobody is, setting one up is always possible. */
export const mayAdd = ({ wishes, project }: Known): boolean => wishes.addIdentities ?? project?.addIdentities ?? true;

/** Whether to ask what this device is to be called. */
export const asksDeviceName = ({ wishes, project }: Known): boolean => wishes.askDeviceName ?? project?.askDeviceName ?? false;

/** What to begin with where somebody is set up here. */
export const firstScreen = ({ wishes, project }: Known): FirstScreen => wishes.firstScreen ?? project?.firstScreen ?? 'auto';

/** The ways that both the page and the project offer; the page's, where they have none in common. */
export function offeredWays(page: readonly Way[], project: ProjectConfiguration): readonly Way[] {
  const both = page.filter((way) => project.ways.includes(way));
  return both.length === 0 ? page : both;
}
