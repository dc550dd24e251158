import { MpinIdentityList } from './mpin-identity-list.ts';
import { MpinPinpad } from './mpin-pinpad.ts';

// On a server there is nothing to register with, and importing this must not throw there.
if (typeof customElements !== 'undefined') {
  MpinPinpad.define();
  MpinIdentityList.define();
}

export * from './index.ts';
