import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Errors } from 'typebox/schema';
import type { DocumentedOperation, OpenApiDocument } from '../../src/http/openapi.ts';

/** JSON Schema, as far as requests are written in it. */
export interface FieldSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
  readonly anyOf?: readonly FieldSchema[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** An operation with where it stands. */
export interface Contract {
  readonly method: string;
  /** As in `/api/v1/projects/{projectId}/audit`. */
  readonly path: string;
  readonly operation: DocumentedOperation;
}

/** All operations of a document. */
export function contractsOf(document: OpenApiDocument): readonly Contract[] {
  return Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })));
}

/** A value that a schema allows; the same at every run. */
export function sample(schema: FieldSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.anyOf !== undefined) return sample(schema.anyOf[0] ?? {});
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, sample(field)]));
    case 'array':
      return schema.items === undefined ? [] : Array.from({ length: schema.minItems ?? 1 }, () => sample(schema.items ?? {}));
    case 'boolean':
      return true;
    case 'integer':
      return schema.minimum ?? 0;
    default:
      return schema.pattern === undefined ? 'sample' : fc.sample(fc.stringMatching(new RegExp(schema.pattern)), { numRuns: 1, seed: 1 })[0];
  }
}

/** One way in which a field can be wrong. */
export interface WrongField {
  /** As the platform names it: `signature.u`. */
  readonly field: string;
  readonly why: 'missing' | 'null' | 'wrong type' | 'too long' | 'too short' | 'wrong encoding' | 'out of range' | 'no such value';
  readonly body: Readonly<Record<string, unknown>>;
}

/** Values that break a schema, and how. */
function* wrongValues(schema: FieldSchema): Generator<readonly [WrongField['why'], unknown]> {
  const types = new Set((schema.anyOf ?? [schema]).map((one) => one.type ?? typeof one.const));
  for (const [type, value] of [['string', 'text'], ['number', 1.5], ['boolean', true], ['array', [[]]], ['object', { a: 1 }]] as const) {
    if (!types.has(type) && type !== 'string') yield ['wrong type', value];
    if (type === 'string' && !types.has('string')) yield ['wrong type', value];
  }
  const choices = schema.anyOf ?? (schema.const === undefined ? [] : [schema]);
  if (choices.length > 0) yield [choices.every((choice) => choice.const !== undefined) ? 'no such value' : 'wrong type', 'no such value'];
  if (schema.maxLength !== undefined) yield ['too long', schema.pattern?.includes('[0-9a-fA-F]{2}') === true ? 'ab'.repeat(schema.maxLength / 2 + 1) : 'x'.repeat(schema.maxLength + 1)];
  if (schema.minLength === 1) yield ['too short', ''];
  if (schema.pattern !== undefined) for (const value of ['ö€ \u0000', 'zz', ' 00 ']) if (!new RegExp(schema.pattern).test(value)) yield ['wrong encoding', value];
  if (schema.maxItems !== undefined) yield ['too long', Array.from({ length: schema.maxItems + 1 }, () => sample(schema.items ?? {}))];
  if (schema.minimum !== undefined) yield ['out of range', schema.minimum - 1];
  if (schema.maximum !== undefined) yield ['out of range', schema.maximum + 1];
}

/** Every wrong body that differs from a valid one in one field, fields of fields included. */
export function* wrongBodies(schema: FieldSchema, valid: Readonly<Record<string, unknown>>, prefix = ''): Generator<WrongField> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const { [name]: mine, ...rest } = valid;
    const own = `${prefix}${name}`;
    if (schema.required?.includes(name) === true) {
      yield { field: own, why: 'missing', body: rest };
      if (prefix === '') yield { field: own, why: 'null', body: { ...rest, [name]: null } };
    }
    for (const [why, value] of wrongValues(field)) yield { field: own, why, body: { ...rest, [name]: value } };
    if (field.properties !== undefined) {
      for (const inner of wrongBodies(field, mine as Record<string, unknown>, `${own}.`)) yield { ...inner, body: { ...rest, [name]: inner.body } };
    }
  }
}

/** Fails unless the document says that this operation answers so. */
export function assertDocumented(document: OpenApiDocument, { method, path, operation }: Contract, status: number, body: unknown): void {
  const what = `${method} ${path} → ${status} ${JSON.stringify(body)}`;
  const response = operation.responses[String(status)];
  assert.ok(response, `${what}: no such status in the document`);
  const schema = Object.values(response.content ?? {})[0]?.schema;
  const [valid, errors] = Errors({ ...schema, components: (document as { components?: object }).components } as never, body);
  assert.ok(valid, `${what}: ${JSON.stringify(errors)}`);
}
