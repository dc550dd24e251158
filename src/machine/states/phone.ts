import type { Handlers } from '../transition.ts';
import { addDevice, quickCode } from './phone-device.ts';
import { approved, confirmRequest, enterAccessNumber, identityOptions, requestDeclined, scanRequest } from './phone-request.ts';

/** The states of a phone itself, and of setting up one more device, which are fetched with their screens. */
export type StateOfPhone =
  | 'identity-options' | 'enter-access-number' | 'scan-request' | 'confirm-request' | 'request-declined' | 'approved' | 'add-device' | 'quick-code';

/** What they make of events. */
export const phone: Handlers<StateOfPhone> = {
  'identity-options': identityOptions, 'enter-access-number': enterAccessNumber, 'scan-request': scanRequest, 'confirm-request': confirmRequest,
  'request-declined': requestDeclined, approved, 'add-device': addDevice, 'quick-code': quickCode,
};
