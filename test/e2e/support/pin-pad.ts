import assert from 'node:assert/strict';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { confirmationLink } from './inbox.ts';

/** The PIN-pad on a page, worked as a person works it: by what is read, and by keys and buttons. */
export class PinPad {
  readonly page: Page;
  /** What the browser complained about, script errors and refused policies among it. */
  readonly complaints: string[] = [];
  readonly #platform: string;

  private constructor(page: Page, platform: string) {
    this.page = page;
    this.#platform = platform;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) this.complaints.push(message.text());
    });
  }

  static async open(page: Page, url: string, platform: string): Promise<PinPad> {
    const pad = new PinPad(page, platform);
    await page.goto(url);
    return pad;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name, exact: true });
  }

  async sees(heading: string | RegExp): Promise<void> {
    await this.heading(heading).waitFor();
  }

  /** From the first screen, which offers the phone as well where the project does, to "Add an identity". */
  async toForm(): Promise<void> {
    const way = this.button(/^Sign in with browser/);
    const form = this.heading('Add an identity');
    await way.or(form).waitFor();
    if (await way.isVisible()) await way.click();
    await form.waitFor();
  }

  /** From the first screen to "Check your email". */
  async askForMail(address: string): Promise<void> {
    await this.toForm();
    await this.page.getByLabel('Email address').fill(address);
    await this.goOnToMail(address);
  }

  /** From "Add an identity", with the address filled in, to "Check your email". */
  async goOnToMail(address: string): Promise<void> {
    assert.equal(await this.page.getByLabel('Email address').inputValue(), address);
    await this.button('Setup M-Pin').click();
    await this.sees('Check your email');
  }

  /** Types a PIN on the hardware keyboard. */
  async type(pin: string): Promise<void> {
    await this.page.getByLabel(/^PIN, \d digits/).pressSequentially(pin);
  }

  /** Opens the mailed link in another browser, chooses the number that this one shows, and confirms. */
  async confirmElsewhere(address: string, count = 1): Promise<void> {
    await this.confirmByLink(await confirmationLink(this.#platform, address, count), await this.matchNumber());
  }

  /** The same with a link and a number that were read before. */
  async confirmByLink(link: string, number: string): Promise<void> {
    const other = await this.context.browser()?.newContext();
    assert.ok(other !== undefined);
    const page = await other.newPage();
    await page.goto(link);
    await page.getByRole('radio', { name: number }).check();
    await page.getByRole('button', { name: 'Confirm and activate' }).click();
    await page.getByRole('heading', { name: 'Email confirmed' }).waitFor();
    await other.close();
  }

  /** The two digits that the PIN-pad shows for the confirmation page. */
  async matchNumber(): Promise<string> {
    const text = await this.page.getByText(/^\d\d$/).first().innerText();
    return text.trim();
  }

  async choosePin(pin: string): Promise<void> {
    await this.sees('Setup your PIN');
    await this.type(pin);
    await this.button('Setup').click();
    await this.sees('Enter your PIN again');
    await this.type(pin);
    await this.button('Setup').click();
    await this.sees('Congratulations!');
  }

  /** From the first screen to "Congratulations!"; `mail` counts the links that this address got. */
  async register(address: string, pin: string, mail = 1): Promise<void> {
    await this.askForMail(address);
    await this.confirmElsewhere(address, mail);
    await this.choosePin(pin);
  }

  async enterPin(pin: string): Promise<void> {
    await this.sees('Enter your PIN');
    await this.type(pin);
    await this.button('Login').click();
  }

  /** Enters a wrong PIN until the identity is revoked, reading each time what is left. */
  async lockOut(wrongPin: string): Promise<void> {
    for (const left of ['2 attempts left', '1 attempt left']) {
      await this.enterPin(wrongPin);
      await this.page.getByText(`Incorrect PIN! ${left}.`).first().waitFor();
    }
    await this.enterPin(wrongPin);
    await this.sees('Your M-Pin has been revoked');
    await this.page.getByText('You have entered your PIN incorrectly 3 times.').waitFor();
  }

  /** The browser's view of the protected page. */
  async isSignedInAs(address: string): Promise<void> {
    await this.page.waitForURL(/\/account/);
    await this.page.getByText(address, { exact: true }).waitFor();
  }
}
