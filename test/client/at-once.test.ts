import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Extended } from './extended.ts';
import { PIN, registerByLink, setUp, WRONG_PIN } from './support.ts';

test('with pass 1 answered, pass 2 leaves before finish gives way to anything, such as the page\'s drawing', async (t) => {
  const left: string[] = [];
  const watched: typeof fetch = (input, init) => {
    left.push(String(input));
    return fetch(input, init);
  };
  const { server, client } = await setUp(t, { yTtlMs: 180_000 }, { fetch: watched });
  const { extensions } = new Extended(server);
  const { id } = await registerByLink(server, client);
  assert.equal(extensions['pass2U'], 1, 'the server answers pass 1 before a PIN is typed');
  // The second try begins as the first did: what was made ahead served once.
  for (const [pin, works] of [[WRONG_PIN, false], [PIN, true]] as const) {
    const attempt = client.beginSignIn(id);
    await attempt.prepare();
    left.length = 0;
    const outcome = attempt.finish(pin).then(() => true, () => false);
    assert.deepEqual(left.map((url) => new URL(url).pathname), ['/rps/v2/pass2'], 'in the same turn');
    assert.equal(await outcome, works);
  }
});
