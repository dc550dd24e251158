import type { Texts } from '../../../src/elements/texts/texts.ts';
import { assertLooks, complaintsOf } from './looks.ts';
import type { Look } from './looks.ts';
import { meddleOnce } from './meddling.ts';
import { PinPad } from './pin-pad.ts';
import type { World } from './world.ts';

/** A visitor who reads one language, and looks closely at every screen. */
export class Reader {
  readonly #pad: PinPad;
  readonly #texts: Texts;
  readonly #looks: readonly Look[];
  readonly complaints: string[];

  constructor(pad: PinPad, texts: Texts, looks: readonly Look[], complaints: string[]) {
    this.#pad = pad;
    this.#texts = texts;
    this.#looks = looks;
    this.complaints = complaints;
  }

  static async visit(world: World, texts: Texts, looks: readonly Look[]): Promise<Reader> {
    const context = await world.browser.newContext({ locale: texts.$code });
    const complaints = complaintsOf(context);
    const pad = await PinPad.open(await context.newPage(), `${world.site}/?lang=${texts.$code}`, world.platform.url);
    return new Reader(pad, texts, looks, complaints);
  }

  get page(): PinPad['page'] {
    return this.#pad.page;
  }

  get number(): Promise<string> {
    return this.#pad.matchNumber();
  }

  async sees(heading: string): Promise<void> {
    await this.#pad.sees(heading);
  }

  async press(button: string): Promise<void> {
    await this.#pad.button(button).click();
  }

  /** Looks at the screen with this heading. */
  async looks(heading: string, detail = ''): Promise<void> {
    await this.sees(heading);
    await assertLooks(this.page, `${this.#texts.$code}: ${heading} ${detail}`, this.#looks);
  }

  /** From the first screen to the one that asks for an address: this browser is the first way offered. */
  async choosesBrowser(): Promise<void> {
    await this.sees(this.#texts.homeTitle);
    await this.page.locator('[part~="option"]').first().click();
    await this.sees(this.#texts.addTitle);
  }

  /** From the address to the mail. */
  async askForMail(address: string): Promise<void> {
    await this.sees(this.#texts.addTitle);
    await this.page.getByLabel(this.#texts.email).fill(address);
    await this.press(this.#texts.setupMpin);
  }

  async type(pin: string): Promise<void> {
    await this.page.locator('#pin').pressSequentially(pin);
  }

  /** Types a new PIN, the first time or once more, as the heading asks. */
  async choosePin(heading: string, pin: string): Promise<void> {
    await this.sees(heading);
    await this.type(pin);
    await this.press(this.#texts.setup);
  }

  async enterPin(pin: string): Promise<void> {
    await this.sees(this.#texts.enterPin);
    await this.type(pin);
    await this.press(this.#texts.login);
  }

  /** Holds back the answer of a path while it looks at what is shown meanwhile. */
  async looksWhile(path: string, act: () => Promise<void>, heading: string): Promise<void> {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    await meddleOnce(this.page, path, async (route) => {
      await held;
      await route.continue();
    });
    await act();
    await this.looks(heading, 'waiting');
    release();
  }
}
