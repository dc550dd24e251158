import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findings } from '../../scripts/lib/manifest/findings.mjs';
import type { AnalysedElement } from '../../scripts/lib/manifest/findings.mjs';
import { describedIn, eventsOf, partsIn, reachable, slotsIn, source, statesOf, tokensIn } from '../../scripts/lib/manifest/sources.mjs';

describe('what is found in the sources', () => {
  it('is every part, also of expressions and of parameters', () => {
    assert.deepEqual(partsIn('html`<i part="dot one"></i><b part=${on ? \'dot filled\' : \'dot\'}></b>`'), ['dot', 'filled', 'one']);
    assert.deepEqual(partsIn('const f = (name: \'menu\' | \'back\') => html`<b part="icon-button ${name}"></b>`'), ['back', 'icon-button', 'menu']);
    assert.deepEqual(partsIn('const f = (part: \'button primary\' | \'link\', x: string) => html`<b part=${part}></b>`'), ['button', 'link', 'primary']);
  });

  it('is every slot but our own, every custom property, and every state with its words', () => {
    assert.deepEqual(slotsIn('<slot name="logo"></slot><slot></slot><slot name="mpin-live-region"></slot>'), ['logo', '']);
    assert.deepEqual(tokensIn('a { color: var(--mpin-a, var(--mpin-b)); margin: var(--_c); }'), ['--mpin-a', '--mpin-b']);
    assert.deepEqual(statesOf('/** One. */\nexport interface One extends In<\'one\'> {\n}\n/** Two. */\nexport type Two = In<\'two\'>;\nconst x = 1;\nexport interface Three extends In<\'three\'> {}'),
      [{ name: 'one', description: 'One.' }, { name: 'two', description: 'Two.' }, { name: 'three', description: '' }]);
  });

  it('is what comments say of them', () => {
    assert.deepEqual(describedIn('/**\n * @csspart dot - One dot.\n * @cssproperty [--mpin-a=1px] - A.\n * @cssproperty [--mpin-b] - B.\n */'), {
      parts: [{ name: 'dot', description: 'One dot.' }],
      tokens: [{ name: '--mpin-a', default: '1px', description: 'A.' }, { name: '--mpin-b', description: 'B.' }],
    });
  });

  it('reaches what is fetched later, and nothing that is only a type', () => {
    const files = reachable('src/elements/mpin-pinpad.ts');
    for (const path of ['src/elements/screens/set-up-screens.ts', 'src/elements/controllers/dialog.ts', 'src/elements/parts/keypad.ts']) assert.ok(files.includes(path), path);
    assert.ok(!files.includes('src/elements/requests.ts'));
  });

  it('is not empty for our own elements', () => {
    const texts = reachable('src/elements/mpin-pinpad.ts').map(source);
    assert.ok(new Set(texts.flatMap(partsIn)).size > 35);
    assert.ok(new Set(texts.flatMap(tokensIn)).size > 25);
    assert.ok(statesOf().length >= 15 && statesOf().some(({ name }) => name === 'enter-pin'));
    assert.ok(eventsOf().some(({ name, type }) => name === 'mpin-signed-in' && type === 'MpinSignedInEvent'));
  });
});

describe('the check', () => {
  const described = (name: string) => ({ name, description: 'Words.' });
  const complete = (): { elements: [AnalysedElement]; states: ReturnType<typeof described>[]; events: { name: string }[] } => ({
    elements: [{
      declaration: {
        tagName: 'x-y', members: [{ kind: 'method', ...described('go') }], attributes: [described('to')], cssParts: [described('dot')],
        cssProperties: [described('--mpin-a')], slots: [described('logo')], events: [described('mpin-e')],
      },
      used: { parts: ['dot'], tokens: ['--mpin-a'], slots: ['logo'] },
      exported: true,
    }],
    states: [described('one')],
    events: [{ name: 'mpin-e' }],
  });

  it('is content with what is described', () => {
    assert.deepEqual(findings(complete()), []);
  });

  const faults: Record<string, (analysis: ReturnType<typeof complete>) => void> = {
    'the method go': ({ elements: [{ declaration }] }) => { declaration.members[0] = { kind: 'method', name: 'go' }; },
    'the attribute to': ({ elements: [{ declaration }] }) => { declaration.attributes[0] = { name: 'to', description: ' ' }; },
    'the part line': ({ elements: [{ used }] }) => { used.parts.push('line'); },
    'the custom property --mpin-b': ({ elements: [{ used }] }) => { used.tokens.push('--mpin-b'); },
    'the slot footer': ({ elements: [{ used }] }) => { used.slots.push('footer'); },
    'the slot help, which it does not have': ({ elements: [{ declaration }] }) => { declaration.slots?.push(described('help')); },
    'the event mpin-x, whose type no page can learn': ({ elements: [{ declaration }] }) => { declaration.events?.push(described('mpin-x')); },
    'the event mpin-z: no element says that it fires it': ({ events }) => { events.push({ name: 'mpin-z' }); },
    'the state two': ({ states }) => { states.push({ name: 'two', description: '' }); },
    '41 custom properties: at most 40': ({ elements: [{ declaration }] }) => { declaration.cssProperties = Array.from({ length: 41 }, (_, i) => described(i === 0 ? '--mpin-a' : `--mpin-${i}`)); },
    'its class, which src/elements/index.ts does not export': ({ elements: [element] }) => { element.exported = false; },
  };
  for (const [finding, spoil] of Object.entries(faults)) {
    it(`names ${finding}`, () => {
      const analysis = complete();
      spoil(analysis);
      const found = findings(analysis);
      assert.equal(found.length, 1);
      assert.ok(found[0]?.endsWith(finding), found[0]);
    });
  }
});
