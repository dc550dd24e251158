import type { TemplateResult } from 'lit';
import type { SetUp } from '../../machine/index.ts';
import { primaryButton } from '../parts/buttons.ts';
import { check } from '../parts/icons.ts';
import { message } from '../parts/message.ts';
import { richText } from '../parts/rich-text.ts';
import type { SetUpView } from '../parts/view.ts';

/** "Congratulations!" */
export const setUp = ({ state, texts, send }: SetUpView<SetUp>): TemplateResult => message({
  picture: check,
  title: texts.congratulations,
  says: [richText(texts.canSignIn, { userId: state.identity.userId })],
  ways: primaryButton(state.context.flow === 'identities' ? texts.backToList : texts.signInNow, () => send({ type: 'sign-in' })),
});
