export { initialState, transition } from './transition.ts';
export { asksDeviceName, mayAdd } from './offer.ts';
export { canGoBack, canLeaveTrouble, canListIdentities, recovery, resendIn, retryIn } from './view.ts';
export { recoveryOf, troubleKind } from './problem.ts';
export type { Problem, Recovery, TroubleKind } from './problem.ts';
export type { Effect, Step, Task, TaskKey, Tell } from './effect.ts';
export type { MachineEvent, PageEvent, PersonEvent, ResultEvent, WorldEvent } from './event.ts';
export type * from './state.ts';
