import type { Step } from '../effect.ts';
import { begin, openRequest, requestRegistration, resumePending, trouble } from '../enter.ts';
import type { MachineEvent } from '../event.ts';
import { offeredWays } from '../offer.ts';
import type { Begin, Context, Starting, State } from '../state.ts';
import { start, to } from '../step.ts';

/** Finds out where to begin: discovery and storage first, then what the page handed over. */
export function starting(state: Starting, event: MachineEvent): Step<State> {
  switch (event.type) {
    case 'start':
      return perform(opened(state.context, event), { to: 'start' });
    case 'loaded':
      return handedOver({
        ...state.context, project: event.project, ways: state.context.flow === 'phone' ? ['browser'] : offeredWays(state.context.ways, event.project),
        identities: event.identities, pending: event.pending,
      });
    case 'registration':
      return resumePending(state.context, event.pending, 'confirm-email');
    case 'request-found':
      return openRequest(state.context, event.request);
    case 'failed':
      // A request that is over is not looked for again.
      return trouble(state.context, event.problem, event.problem.code.startsWith('REQUEST_') ? { to: 'start' } : state.doing);
    default:
      return to(state);
  }
}

const opened = (context: Context, { now, flow = 'browser', wishes = {}, ways, visit }: Extract<MachineEvent, { type: 'start' }>): Context =>
  ({ ...context, now, flow, wishes, ways, visit });

/** Does, or tries again, what comes before the first screen. */
export function perform(context: Context, doing: Begin): Step<State> {
  switch (doing.to) {
    case 'start': return to({ name: 'starting', context, doing }, start('request', { type: 'load' }));
    case 'activation': return to({ name: 'starting', context, doing }, start('request', { type: 'use-activation' }));
    case 'link': return to({ name: 'starting', context, doing }, start('request', { type: 'open-link' }));
    case 'find': return to({ name: 'starting', context, doing }, start('request', { type: 'find-request', accessId: doing.accessId }));
    case 'request': return requestRegistration(context, doing.userId, doing.deviceName);
  }
}

/** An activation token goes before everything else, then a mail's link, then another device's request. Each is used once: a reload does not find it again. */
function handedOver(context: Context): Step<State> {
  const { visit } = context;
  if (visit.activation) return perform({ ...context, visit: { ...visit, activation: false } }, { to: 'activation' });
  if (visit.link) return perform({ ...context, visit: { ...visit, link: false } }, { to: 'link' });
  if (visit.request !== undefined) return perform({ ...context, visit: { ...visit, request: undefined } }, { to: 'find', accessId: visit.request });
  return begin(context);
}
