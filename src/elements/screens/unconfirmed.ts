import type { TemplateResult } from 'lit';
import type { Trouble } from '../../machine/index.ts';
import { unconfirmedOf } from '../../machine/states/unconfirmed.ts';
import { linkButton } from '../parts/buttons.ts';
import type { SetUpView } from '../parts/view.ts';
import { trouble } from './trouble.ts';

/** A trouble; where a mail came to nothing, with the way to another address. */
export const unconfirmed = (view: SetUpView<Trouble>): TemplateResult =>
  trouble(view, unconfirmedOf(view.state) && linkButton(view.texts.changeAddress, () => view.send({ type: 'change-address' })));
