import { css } from 'lit';
import { defineOnce } from './define-once.ts';
import { MpinPinpad } from './mpin-pinpad.ts';

/** Alone on a page, a list is as high as what it shows. */
const listStyles = css`:host { --mpin-height: 0px; }`;

/**
 * The identities on this device: to choose one of, to edit, rename, reset and remove, and to add to. It is the PIN-pad's own list, with the
 * same attributes, parts and words, in a flow that begins and ends there; elements on one page and in other tabs stay in step.
 *
 * @element mpin-identity-list
 *
 * @event {MpinSelectedEvent} mpin-selected - An identity that can sign in was chosen: `userId`.
 */
export class MpinIdentityList extends MpinPinpad {
  static override styles = [...[MpinPinpad.styles].flat(), listStyles];

  /** Registers the element, once: a second copy of the script, or a second call, changes nothing. */
  static override define(tag = 'mpin-identity-list', registry: CustomElementRegistry = customElements): typeof MpinIdentityList {
    return defineOnce(MpinIdentityList, tag, registry);
  }

  constructor() {
    super();
    this.flow = 'identities';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpin-identity-list': MpinIdentityList;
  }
}
