import { html, LitElement, nothing } from 'lit';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { defineOnce } from './define-once.ts';
import { announce, ensureLiveRegions } from './live-region.ts';
import { closeCamera, openCamera } from './scanner/camera.ts';
import type { CameraTrouble } from './scanner/camera.ts';
import { requestOfLink } from './scanner/link.ts';
import { loadReader } from './scanner/reader.ts';
import type { QrReader } from './scanner/reader.ts';
import { scannerStyles } from './scanner/styles.ts';
import { texts as english } from './texts/en/scanner.ts';
import type { ScannerTexts } from './texts/scanner-texts.ts';
import { controlStyles } from './styles/controls.ts';
import { tokens } from './styles/tokens.ts';
import { words } from './words.ts';

/** Between two looks at the picture, milliseconds: as often as helps, with time left for the picture itself. */
const LOOK_MS = 120;

/** The request that a QR code named. */
export class MpinScannedEvent extends Event {
  readonly accessId: string;

  constructor(accessId: string) {
    super('mpin-scanned');
    this.accessId = accessId;
  }
}

/**
 * Reads the QR code of a request with the camera, and nothing else: other codes are named as such, and lead nowhere. The camera runs while the
 * element is on the page and the page is shown.
 *
 * @element mpin-scanner
 *
 * @event {MpinScannedEvent} mpin-scanned - A request was read; `accessId` names it. Does not bubble.
 *
 * @csspart camera - The camera's picture.
 */
export class MpinScanner extends LitElement {
  static override styles = [tokens, controlStyles, scannerStyles];

  /** Registers the element, once: a second copy of the script, or a second call, changes nothing. */
  static define(tag = 'mpin-scanner', registry: CustomElementRegistry = customElements): typeof MpinScanner {
    return defineOnce(MpinScanner, tag, registry);
  }

  static override properties: PropertyDeclarations = { server: words, texts: { attribute: false }, state: { state: true } };

  /** The platform's base URL: whose links are read. */
  declare server: string;
  /** Words in place of the English ones. */
  declare texts: Partial<ScannerTexts> | undefined;
  declare private state: 'starting' | 'looking' | 'foreign' | CameraTrouble;

  #stream: MediaStream | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the times that the camera was started: what an earlier one still does is dropped. */
  #run = 0;

  constructor() {
    super();
    this.server = '';
    this.state = 'starting';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureLiveRegions();
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#onVisibility();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#stop();
  }

  protected override render(): TemplateResult {
    const { state } = this;
    const broken = state === 'refused' || state === 'missing';
    return html`
      ${broken ? nothing : html`<div class="view ${state === 'starting' ? 'waiting' : ''}" part="camera"><video muted playsinline autoplay aria-label=${this.#words.scanTitle}></video></div>`}
      <p class=${broken || state === 'foreign' ? 'bad' : ''}>${this.#text}</p>`;
  }

  get #words(): ScannerTexts {
    return { ...english, ...this.texts };
  }

  get #text(): string {
    const { scanStarting, scanHint, scanForeign, cameraRefused, cameraMissing } = this.#words;
    return { starting: scanStarting, looking: scanHint, foreign: scanForeign, refused: cameraRefused, missing: cameraMissing }[this.state];
  }

  readonly #onVisibility = (): void => {
    this.#stop();
    if (document.visibilityState === 'visible') void this.#start();
  };

  #stop(): void {
    this.#run += 1;
    clearTimeout(this.#timer);
    if (this.#stream !== undefined) closeCamera(this.#stream);
    this.#stream = undefined;
  }

  async #start(): Promise<void> {
    const run = this.#run;
    this.state = 'starting';
    // The reader is on its way while the person is asked for the camera.
    const loading = loadReader().catch(() => undefined);
    const camera = await openCamera();
    if ('trouble' in camera) return this.#is(run, camera.trouble);
    if (run !== this.#run) return closeCamera(camera.stream);
    this.#stream = camera.stream;
    const read = await loading;
    if (run !== this.#run) return;
    if (read === undefined) {
      this.#stop();
      return this.#is(this.#run, 'missing');
    }
    await this.updateComplete;
    const video = this.renderRoot.querySelector('video');
    if (video === null) return;
    video.srcObject = camera.stream;
    await video.play().catch(() => undefined);
    if (run !== this.#run) return;
    this.#is(run, 'looking');
    void this.#look(run, video, read);
  }

  async #look(run: number, video: HTMLVideoElement, read: QrReader): Promise<void> {
    const texts = await read(video).catch((): readonly string[] => []);
    if (run !== this.#run) return;
    const accessId = texts.map((text) => requestOfLink(text, this.server)).find((found) => found !== undefined);
    if (accessId !== undefined) {
      this.#stop();
      this.dispatchEvent(new MpinScannedEvent(accessId));
      return;
    }
    if (texts.length > 0) this.#is(run, 'foreign');
    this.#timer = setTimeout(() => void this.#look(run, video, read), LOOK_MS);
  }

  /** Changes what is said, and says it aloud: once. */
  #is(run: number, state: MpinScanner['state']): void {
    if (run !== this.#run || state === this.state) return;
    this.state = state;
    announce(this.#text, state === 'looking' ? 'polite' : 'assertive');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mpin-scanner': MpinScanner;
  }
}
