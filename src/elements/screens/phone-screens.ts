import type { SecretEntry } from '../../client/secret-entry.ts';
import { phone } from '../../machine/states/phone.ts';
import type { AddDevice, QuickCode } from '../../machine/index.ts';
import { phoneSayings } from '../announcements-phone.ts';
import type { TextsController } from '../controllers/texts.ts';
import { adopt } from '../parts/adopt.ts';
import { CodeField } from '../parts/code-field.ts';
import type { FieldHost } from '../parts/pin-field.ts';
import { QrCode } from '../parts/qr-code.ts';
import { ignoreSecondClicks } from '../parts/second-click.ts';
import type { PhoneView } from '../parts/view.ts';
import { phoneStyles } from '../styles/phone.ts';
import { qrStyles } from '../styles/qr.ts';
import { setUpStyles } from '../styles/set-up.ts';
import { LaterScreens } from './later-screens.ts';
import { addDevice, enterQuickCode } from './phone-device.ts';
import { approved, confirmRequest, enterAccessNumber, identityOptions, requestDeclined } from './phone-request.ts';
import { scanRequest } from './scan-request.ts';

/** The screens of the phone itself, and of setting up one more device, in a module of their own. */
export function phoneScreens(host: FieldHost, entry: SecretEntry, texts: TextsController): LaterScreens {
  const field = new CodeField(host, entry);
  const code = new QrCode(host);
  for (const styles of [setUpStyles, phoneStyles, qrStyles]) adopt(host.renderRoot as ShadowRoot, styles);
  ignoreSecondClicks(host.renderRoot);
  return new LaterScreens(texts, {
    handlers: phone,
    screens: {
      'identity-options': identityOptions, 'enter-access-number': enterAccessNumber, 'scan-request': scanRequest, 'confirm-request': confirmRequest, 'request-declined': requestDeclined, approved,
      'add-device': (view: PhoneView<AddDevice>) => addDevice(view, code), 'quick-code': (view: PhoneView<QuickCode>) => enterQuickCode(view, field),
    },
    sayings: phoneSayings,
  });
}
