import type { ProjectConfiguration } from '../client/types.ts';
import type { Context, FirstScreen, Way } from './state.ts';

type Known = Pick<Context, 'wishes' | 'project'>;

/** Whether to offer adding an identity beside those that are there. Where nobody is, setting one up is always possible. */
export const mayAdd = ({ wishes, project }: Known): boolean => wishes.addIdentities ?? project?.addIdentities ?? true;

/** Whether to ask what this device is to be called. */
export const asksDeviceName = ({ wishes, project }: Known): boolean => wishes.askDeviceName ?? project?.askDeviceName ?? false;

/** What to begin with where somebody is set up here. */
export const firstScreen = ({ wishes, project }: Known): FirstScreen => wishes.firstScreen ?? project?.firstScreen ?? 'auto';

/**
 * The ways that both the page and the project offer; the page's, where they have none in common. Phones answer numbers, so that a server has
 * to have some (docs/protocol.md 3.5).
 */
export function offeredWays(page: readonly Way[], { ways, extensions }: ProjectConfiguration): readonly Way[] {
  const possible = page.filter((way) => way === 'browser' || extensions.accessNumber === 1);
  const both = possible.filter((way) => ways.includes(way));
  return [both, possible, ['browser'] as const].find(({ length }) => length > 0) ?? page;
}

/** Whether this page may be signed in by a phone. */
export const offersPhone = ({ ways }: Pick<Context, 'ways'>): boolean => ways.includes('phone');

/** Whether a device that is set up may set up the next one. */
export const mayAddDevice = ({ project }: Pick<Context, 'project'>): boolean => project?.enableRegistrationCode === true;
