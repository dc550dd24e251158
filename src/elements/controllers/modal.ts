import { nothing } from 'lit';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { offline } from '../../client/later.ts';
import type { DialogController } from './dialog.ts';

type Host = ReactiveControllerHost & HTMLElement & { readonly mode: string; readonly renderRoot: HTMLElement | DocumentFragment };

/** Whether an element stands where it is or in a dialog, as its `mode` says. What opens a dialog is fetched when there is to be one. */
export class Modal {
  readonly #host: Host;
  readonly #onClosed: () => void;
  #dialog: DialogController | undefined;

  /** @param onClosed - the dialog was closed, by the person or the page */
  constructor(host: Host, onClosed: () => void) {
    this.#host = host;
    this.#onClosed = onClosed;
  }

  get wanted(): boolean {
    return this.#host.mode === 'dialog';
  }

  /** Whether people see the element: nothing runs in a dialog that is closed. */
  get shown(): boolean {
    return !this.wanted || this.#dialog?.open === true;
  }

  /** Fetches the dialog, once. @throws MpinError OFFLINE */
  async load(): Promise<DialogController> {
    const { DialogController: Dialog } = await import('./dialog.ts').catch(offline);
    this.#dialog ??= new Dialog(this.#host, this.#onClosed);
    this.#host.requestUpdate();
    return this.#dialog;
  }

  async show(): Promise<void> {
    await (await this.load()).show();
  }

  close(): void {
    this.#dialog?.close();
  }

  /** The card where it stands, or in its dialog as soon as that is there. */
  draw(card: () => TemplateResult): TemplateResult | typeof nothing {
    if (!this.wanted) return card();
    return this.#dialog?.wrap(card()) ?? nothing;
  }
}
