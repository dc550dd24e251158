import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { lodgeLiveRegions } from '../live-region.ts';
import { adopt } from '../parts/adopt.ts';
import { dialogStyles } from '../styles/dialog.ts';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Shows the card in a native `<dialog>`: the browser makes the page inert, keeps focus inside, closes on Escape and gives focus back. The
 * live regions move in with it, as nothing outside a modal dialog is announced. It owns being open; it does not own what follows from it.
 *
 * @csspart dialog - The dialog around the card; its `::backdrop` too.
 */
export class DialogController implements ReactiveController {
  readonly #host: Host;
  readonly #onClosed: () => void;
  #open = false;

  /** @param onClosed - it was closed, by the person or the page */
  constructor(host: Host, onClosed: () => void) {
    this.#host = host;
    this.#onClosed = onClosed;
    adopt(host.renderRoot as ShadowRoot, dialogStyles);
    host.addController(this);
  }

  /** Removal takes a dialog out of the top layer and leaves it half open. */
  hostDisconnected(): void {
    if (this.#open) this.#closed();
  }

  get open(): boolean {
    return this.#open;
  }

  /** The card in its dialog. What is not open has no box. */
  wrap(card: TemplateResult): TemplateResult {
    return html`<dialog part="dialog" aria-labelledby="title" @close=${this.#onClose}>${card}<slot name="mpin-live-region"></slot></dialog>`;
  }

  /** Opens it, once its content is drawn. */
  async show(): Promise<void> {
    if (this.#open) return;
    this.#open = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (!this.#open) return;
    this.#dialog?.showModal();
    lodgeLiveRegions(this.#host);
    this.#host.focus();
  }

  close(): void {
    if (this.#open) this.#closed();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  #closed(): void {
    this.#open = false;
    this.#dialog?.close();
    lodgeLiveRegions(undefined);
    this.#onClosed();
  }

  readonly #onClose = (): void => {
    if (this.#open) this.#closed();
  };
}
