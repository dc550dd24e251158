import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ConfirmReset, SetUp } from '../../machine/index.ts';
import { primaryButton, softButton } from '../parts/buttons.ts';
import { check, mail } from '../parts/icons.ts';
import { message } from '../parts/message.ts';
import { richText } from '../parts/rich-text.ts';
import type { SetUpView } from '../parts/view.ts';

/** "Congratulations!" */
export const setUp = ({ state, texts, send }: SetUpView<SetUp>): TemplateResult => message({
  picture: check,
  title: texts.congratulations,
  says: [richText(texts.canSignIn, { userId: state.identity.userId })],
  ways: primaryButton(texts.signInNow, () => send({ type: 'sign-in' })),
});

/** "Are you sure…?": the old PIN works until the new one is set. */
export const confirmReset = ({ state, texts, send }: SetUpView<ConfirmReset>): TemplateResult => message({
  picture: mail,
  look: 'plain',
  title: texts.resetTitle,
  says: [texts.resetQuestion, richText(texts.resetHint, { userId: state.identity.userId })],
  ways: html`<div class="stack">
    ${primaryButton(texts.resetYes, () => send({ type: 'confirm' }), { busy: state.busy })}
    ${softButton(texts.cancel, () => send({ type: 'back' }))}
  </div>`,
});
