import { html, nothing } from 'lit';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { QrPath } from '../access-number/qr.ts';

/** One QR code at a time, drawn by a module that is fetched when the first is shown. One that cannot be fetched leaves the address beside it. */
export class QrCode {
  readonly #host: ReactiveControllerHost;
  #text = '';
  #path: QrPath | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * The code of a text, or its place while it is on its way.
   *
   * @csspart qr - The QR code.
   */
  render(text: string, label: string): TemplateResult {
    if (text !== this.#text) void this.#draw(text);
    return html`<div class="qr" part="qr">${this.#path === undefined ? nothing : html`<svg viewBox="0 0 ${this.#path.size} ${this.#path.size}"
      shape-rendering="crispEdges" role="img" aria-label=${label}><path d=${this.#path.path}></path></svg>`}</div>`;
  }

  async #draw(text: string): Promise<void> {
    this.#text = text;
    this.#path = undefined;
    const path = await import('../access-number/qr.ts').then(({ qrPath }) => qrPath(text), () => undefined);
    if (text !== this.#text) return;
    this.#path = path;
    this.#host.requestUpdate();
  }
}
