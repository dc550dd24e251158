import { loadAccessNumber } from './load-access-number.ts';
import { MpinIdentityList } from './mpin-identity-list.ts';
import { loadOtp } from './load-otp.ts';
import { MpinPinpad } from './mpin-pinpad.ts';

// On a server there is nothing to register with, and importing this must not throw there. Lit brings a registry along, but no document.
if (typeof document !== 'undefined') {
  MpinPinpad.define();
  MpinIdentityList.define();
  if (document.querySelector('mpin-access-number') !== null) loadAccessNumber().catch(() => undefined);
  if (document.querySelector('mpin-otp') !== null) loadOtp().catch(() => undefined);
}

export * from './index.ts';
/** For the phone site's own script, which takes it from this file instead of bringing a second one. */
export { MpinClient } from '../client/index.ts';
