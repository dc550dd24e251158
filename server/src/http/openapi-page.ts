import { page } from '../pages/document.ts';
import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import { TAGS } from './openapi-operations.ts';
import type { Tag } from './openapi-operations.ts';
import type { DocumentedOperation, OpenApiDocument } from './openapi.ts';

/** The words of the page; like the document it is written in English alone, for those who write programs. */
const TEXTS = {
  title: 'The API', raw: 'The document itself, for tools', field: 'Field', kind: 'What it holds', needed: 'needed', optional: 'may be left out',
  body: 'Body', parameters: 'Path and query', answers: 'Answers', credentials: 'Asks for credentials', nothing: 'None.',
} as const;

interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What a field holds, in one line. */
function shapeOf(shape: Shape): string {
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum !== undefined) return shape.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (shape.anyOf !== undefined) return shape.anyOf.map(shapeOf).join(' | ');
  if (shape.items !== undefined) return `list of ${shapeOf(shape.items)}`;
  const limits = [
    shape.minLength === undefined ? undefined : `at least ${shape.minLength} characters`, shape.maxLength === undefined ? undefined : `at most ${shape.maxLength} characters`,
    shape.minimum === undefined ? undefined : `from ${shape.minimum}`, shape.maximum === undefined ? undefined : `to ${shape.maximum}`, shape.pattern === undefined ? undefined : `as in ${shape.pattern}`,
  ].filter((limit) => limit !== undefined);
  const name = shape.type ?? 'anything';
  return limits.length === 0 ? name : `${name}, ${limits.join(', ')}`;
}

interface Row {
  readonly name: string;
  readonly shape: Shape;
  readonly isNeeded: boolean;
}

function table(rows: readonly Row[]): Html {
  if (rows.length === 0) return html`<p>${TEXTS.nothing}</p>`;
  return html`<table><thead><tr><th scope="col">${TEXTS.field}</th><th scope="col">${TEXTS.kind}</th></tr></thead><tbody>
${rows.map(({ name, shape, isNeeded }) => html`<tr><th scope="row"><code>${name}</code></th><td>${shapeOf(shape)}; ${isNeeded ? TEXTS.needed : TEXTS.optional}</td></tr>`)}
</tbody></table>`;
}

/** The fields of an object, those of objects in it beside them. */
function rowsOf(shape: Shape, prefix = ''): readonly Row[] {
  return Object.entries(shape.properties ?? {}).flatMap(([name, field]) => {
    const row = { name: `${prefix}${name}`, shape: field, isNeeded: shape.required?.includes(name) === true };
    return field.properties === undefined ? [row] : [row, ...rowsOf(field, `${prefix}${name}.`)];
  });
}

function operationBlock(method: string, path: string, operation: DocumentedOperation): Html {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema as Shape | undefined;
  const parameters = (operation.parameters ?? []).map(({ name, required, schema }) => ({ name, shape: schema as Shape, isNeeded: required === true }));
  return html`<details id="${operation.operationId}">
<summary><strong>${operation.summary}</strong><br><code dir="ltr">${method.toUpperCase()} ${path}</code></summary>
<p>${operation.description}${operation.security === undefined ? undefined : html` ${TEXTS.credentials}.`}</p>
${parameters.length === 0 ? undefined : html`<h3>${TEXTS.parameters}</h3>${table(parameters)}`}
${body === undefined ? undefined : html`<h3>${TEXTS.body}</h3>${table(rowsOf(body))}`}
<h3>${TEXTS.answers}</h3>
<dl>${Object.entries(operation.responses).map(([status, { description, content }]) => {
    const answer = status === '200' ? Object.values(content ?? {})[0]?.schema as Shape | undefined : undefined;
    return html`<dt>${status}</dt><dd>${description}${answer === undefined || rowsOf(answer).length === 0 ? undefined : table(rowsOf(answer))}</dd>`;
  })}</dl>
</details>`;
}

/** The document as a page: no script, nothing fetched but our own style sheet. */
export function openApiPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation })));
  const content = html`<h1>${TEXTS.title}</h1>
<p>${document.info.description}</p>
<p><a href="/openapi.json">${TEXTS.raw}</a></p>
${(Object.keys(TAGS) as Tag[]).map((tag) => html`<h2>${TAGS[tag]}</h2>
${operations.filter(({ operation }) => operation.tags.includes(tag)).map(({ method, path, operation }) => operationBlock(method, path, operation))}`)}`;
  return page({ language: 'en', title: TEXTS.title, look: { projectName: document.info.title }, content, layout: 'wide' });
}
