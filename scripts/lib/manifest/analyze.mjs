import { create, ts } from '@custom-elements-manifest/analyzer';
import { pathToFileURL } from 'node:url';
import { files as filesIn } from '../files.mjs';
import { inRoot } from '../paths.mjs';
import { describedIn, eventsOf, partsIn, reachable, slotsIn, source, statesOf, tokensIn } from './sources.mjs';

/** The properties that the elements have from the platform or from Lit, and that need no words of ours. */
const INHERITED = new Set(['styles', 'properties', 'observedAttributes', 'formAssociated']);

/**
 * Describes every element of the built library: classes and comments as the analyzer reads them; attributes as the classes themselves tell
 * them; parts, custom properties and states from the modules that an element uses.
 *
 * @returns the manifest (custom-elements.json, schema 1.0.0), and what was found in the sources whether it is described or not
 */
export async function analyze() {
  const library = await import(pathToFileURL(inRoot('dist', 'npm', 'index.js')).href);
  const files = reachable('src/elements/index.ts').filter((path) => /^src\/elements\/(?:mpin-[\w-]+|events)\.ts$/u.test(path));
  const manifest = create({ modules: files.map((path) => ts.createSourceFile(path, source(path), ts.ScriptTarget.ES2022, true)), context: { dev: false } });
  const found = [];
  for (const module of manifest.modules) {
    for (const declaration of module.declarations ?? []) {
      if (declaration.kind !== 'class') continue;
      const { tagName } = declaration;
      if (tagName === undefined) continue;
      const constructor = library[declaration.name] ?? (await library[`load${declaration.name.slice('Mpin'.length)}`]?.());
      found.push({ ...complete(declaration, module.path, constructor), exported: constructor !== undefined });
    }
  }
  return { manifest, elements: found, states: statesOf(), events: eventsOf() };
}

/** Adds to a class what its comments and members alone do not tell. */
function complete(declaration, path, constructor) {
  const modules = reachable(path).filter((file) => file.startsWith('src/elements/'));
  const texts = modules.map(source);
  // What elements share is described once, wherever it is made.
  const described = filesIn('src/elements', /\.ts$/u).map((file) => describedIn(source(file)));
  const unique = (list) => [...new Map(list.toReversed().map((one) => [one.name, one])).values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  const used = { parts: union(texts.map(partsIn)), tokens: union(texts.map(tokensIn)), slots: union(texts.map(slotsIn)), attributes: attributesOf(constructor) };
  const isUsed = (names) => ({ name }) => names.includes(name);
  declaration.customElement = true;
  declaration.cssParts = unique(described.flatMap(({ parts }) => parts)).filter(isUsed(used.parts));
  declaration.cssProperties = unique(described.flatMap(({ tokens }) => tokens)).filter(isUsed(used.tokens));
  // What the analyzer takes from calls of dispatchEvent knows no names; the comments do.
  declaration.events = (declaration.events ?? []).filter(({ name = '' }) => name.startsWith('mpin-'));
  // Of a method with several signatures, the one that has words.
  declaration.members = unique((declaration.members ?? []).filter((member) => isPublic(member) && !overrides(member)).toSorted((one) => (one.description ? -1 : 1)));
  declaration.attributes = used.attributes.map(({ attribute, property }) => attributeOf(attribute, property, declaration));
  return { declaration, used };
}

const union = (lists) => [...new Set(lists.flat())].sort();

/** Attributes with the properties that follow them; none, and a finding, where the library does not export the class. */
function attributesOf(constructor) {
  if (constructor === undefined) return [];
  const observed = constructor.observedAttributes;
  const properties = new Map([...constructor.elementProperties].flatMap(([property, { attribute }]) => (attribute === false ? [] : [[typeof attribute === 'string' ? attribute : property.toLowerCase(), property]])));
  const named = constructor.formAssociated ? ['name'] : [];
  return union([observed, named]).map((attribute) => ({ attribute, property: properties.get(attribute) ?? (attribute === 'name' ? 'name' : undefined) }));
}

function attributeOf(attribute, property, { attributes = [], members }) {
  const written = attributes.find(({ name }) => name === attribute);
  const field = members.find(({ name }) => name === property);
  const type = written?.type ?? field?.type;
  return { name: attribute, ...(type && { type }), description: written?.description ?? field?.description ?? '', ...(property && { fieldName: property }) };
}

const isPublic = ({ privacy, name }) => privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');

const overrides = ({ name, static: isStatic, kind }) =>
  (isStatic && INHERITED.has(name)) || (kind === 'method' && /Callback$|^(?:render|updated|willUpdate|firstUpdated)$/u.test(name));
