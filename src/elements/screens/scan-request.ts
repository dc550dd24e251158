import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ScanRequest } from '../../machine/index.ts';
import { loadScanner } from '../load-scanner.ts';
import { linkButton } from '../parts/buttons.ts';
import { heading } from '../parts/frame.ts';
import type { PhoneView } from '../parts/view.ts';
import type { MpinScannedEvent } from '../scanner.ts';

/** The camera, which reads the code that the other device shows. Its element is fetched with the screen. */
export function scanRequest({ state, texts, send }: PhoneView<ScanRequest>): TemplateResult {
  // The platform's links lie where its API does.
  const server = state.context.project?.endpoints.session ?? '';
  loadScanner().catch(() => undefined);
  return html`<div class="screen" part="screen">
    ${heading(texts.scanTitle)}
    <mpin-scanner class="grow" server=${server} .texts=${texts} @mpin-scanned=${({ accessId }: MpinScannedEvent) => send({ type: 'open-request', accessId })}></mpin-scanner>
    ${linkButton(texts.typeInstead, () => send({ type: 'back' }))}
  </div>`;
}
