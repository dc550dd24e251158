import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { clientCurve } from '../../src/protocol/bn254cx.ts';
import { identityPoint } from '../../src/protocol/identity-point.ts';
import { confirmationLink } from './support/inbox.ts';
import { meddleOnce } from './support/meddling.ts';
import { PinPad } from './support/pin-pad.ts';
import { ofPin, ofPoint, ofText } from './support/secret-forms.ts';
import type { SecretForms } from './support/secret-forms.ts';
import { Witness } from './support/witness.ts';
import { createWorld } from './support/world.ts';
import type { World } from './support/world.ts';

/** Six digits, and no others like them anywhere: what is found is the PIN. */
const PIN = '735926';
const WRONG_PIN = '964073';
const ADDRESS = 'marked@example.com';

/** Every secret of one flow, and the only places where it may be. */
const secrets = new Map<string, { forms: SecretForms; places: string[] }>();
const keep = (name: string, forms: SecretForms, ...places: string[]): void => { secrets.set(name, { forms, places }); };

let world: World;
let witness: Witness;
let pad: PinPad;

/** Through every screen but the lock-out, each storage looked at, with a wrong PIN and a lost connection. Returns the device's token. */
async function walk(): Promise<string> {
  const page = await (await world.browser.newContext()).newPage();
  witness = await Witness.of(page.context());
  pad = await PinPad.open(page, world.site, world.platform.url);
  await pad.askForMail(ADDRESS);
  await witness.look(page);
  await pad.confirmElsewhere(ADDRESS);
  await pad.sees('Setup your PIN');
  await witness.look(page);
  await pad.choosePin(PIN);
  await witness.look(page);
  const token = String(await page.evaluate('witness.sealedToken()'));
  await pad.button('Sign in now').click();
  await pad.enterPin(WRONG_PIN);
  await page.getByText('2 attempts left').first().waitFor();
  await meddleOnce(page, '/rps/v2/authenticate', (route) => route.abort());
  await pad.enterPin(PIN);
  await pad.sees('No connection');
  await pad.button('Try again').click();
  await pad.enterPin(PIN);
  await pad.isSignedInAs(ADDRESS);
  await witness.look(page);
  await pad.button('Sign out').click();
  await pad.sees('Enter your PIN');
  return token;
}

/** What was secret in all this: learned from answers, from the mail, and from the page's own storage. */
async function learn(token: string): Promise<void> {
  keep('the PIN', ofPin(PIN));
  keep('the wrong PIN', ofPin(WRONG_PIN));
  const [registration] = await witness.answersOf<{ mpinId: string; secretUrls: string[] }>('/registration');
  const [sent] = witness.sentTo('/registration');
  const point = identityPoint({ mpinId: String(registration?.mpinId), publicKey: String(sent?.['publicKey']) });
  const secret = clientCurve.decodeG1(token, 'The token').add(clientCurve.multiply(point, BigInt(PIN)));
  keep('the token', ofPoint(token));
  keep('the client secret', ofPoint(clientCurve.encodeG1(secret)));
  const shares = await witness.answersOf<{ dvsClientSecret: string }>('/client-share');
  assert.equal(shares.length, 2);
  shares.forEach(({ dvsClientSecret }, i) => keep(`share ${i + 1}`, ofPoint(dvsClientSecret)));
  const [session] = await witness.answersOf<{ webOTT: string }>('/rps/v2/session');
  keep('webOTT', ofText(String(session?.webOTT)), 'body /rps/v2/access', 'body /rps/v2/access/stream');
  const collected = (await witness.answersOf<{ activation?: { actToken: string } }>('/rps/v2/access')).flatMap(({ activation }) => activation ?? []);
  keep('the activation token', ofText(String(collected.at(-1)?.actToken)), 'body /registration');
  registration?.secretUrls.forEach((url, i) => keep(`capability ${i + 1}`, ofText(String(new URL(url).pathname.split('/').at(-1))), 'url /client-share'));
  const proofs = await witness.answersOf<{ authOTT: string }>('/rps/v2/pass2');
  proofs.forEach(({ authOTT }, i) => keep(`authOTT ${i + 1}`, ofText(authOTT), 'body /rps/v2/authenticate'));
  const [signedIn] = (await witness.answersOf<{ jwt?: string }>('/rps/v2/authenticate')).flatMap(({ jwt }) => jwt ?? []);
  keep('the sign-in token', ofText(String(signedIn?.split('.')[2])), 'body /session', 'event mpin-signed-in');
  const link = new URL(await confirmationLink(world.platform.url, ADDRESS));
  keep('the link\'s code', ofText(String(link.searchParams.get('code'))));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}

describe('the secrets of a whole flow', () => {
  before(async () => {
    world = await createWorld({ project: ['--pin-length', '6'], settings: { MPIN_LOG_LEVEL: 'trace' } });
    await learn(await walk());
    await pad.lockOut(WRONG_PIN);
    await witness.look(pad.page);
  });
  after(async () => { await world.end(); });

  it('were looked for where everything else was found', () => {
    for (const place of ['document', 'storage', 'url page', 'body /verification/email', 'event mpin-registered', 'event mpin-locked']) {
      assert.ok(witness.count(place) > 0, place);
    }
    assert.deepEqual(witness.placesOf(/marked@example\.com/).filter((place) => /^(document|storage|event)/.test(place)), [
      'document', 'event mpin-locked', 'event mpin-registered', 'event mpin-signed-in', 'storage',
    ]);
    assert.ok(witness.count('document') > 30);
    assert.ok([...secrets.keys()].includes('authOTT 3'));
  });

  it('are where the wire puts them, and nowhere else that a page reaches', () => {
    for (const [name, { forms, places }] of secrets) {
      assert.deepEqual(witness.placesOf(forms.text), places, name);
    }
  });

  it('rest under a key that no script can read out', async () => {
    const stored = String(await pad.page.evaluate('witness.stored()'));
    assert.match(stored, /"extractable":false/);
    assert.doesNotMatch(stored, /"extractable":true/);
  });

  it('are in no line of the platform\'s log, and in no byte of its files', async () => {
    await world.platform.stop();
    const files = filesBelow(world.dataDir).map((path) => [path, readFileSync(path, 'latin1')] as const);
    assert.ok(files.some(([, bytes]) => bytes.includes(ADDRESS)), 'the database is among them');
    for (const [name, { forms }] of secrets) {
      assert.deepEqual(world.platform.output.split('\n').filter((line) => forms.text.test(line)), [], `${name} in the log`);
      assert.deepEqual(files.filter(([, bytes]) => forms.bytes.test(bytes)).map(([path]) => path), [], `${name} in a file`);
    }
  });
});
