import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { OpenApiDocument } from '../src/http/openapi.ts';
import { assertDocumented, contractsOf, sample, wrongBodies } from './support/contract.ts';
import type { Contract, FieldSchema } from './support/contract.ts';
import { basic } from './support/device.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** Everything here is made from the document that the platform gives out: what it says of every field is tried. */

let platform: TestPlatform;
let document: OpenApiDocument;
before(async () => {
  platform = await startPlatform();
  document = (await platform.app.inject('/openapi.json')).json();
});
after(() => platform.close());

interface Told {
  readonly status: number;
  readonly body: { readonly error?: string; readonly context?: Readonly<Record<string, string>> };
}

/** Calls an operation with credentials that open everything. */
async function call({ method, path, operation }: Contract, payload: string | undefined, query: Record<string, string> = {}, inPath: Record<string, string> = {}): Promise<Told> {
  const url = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(inPath[name] ?? (name === 'projectId' ? platform.project.projectId : '0'.repeat(64))));
  const response = await platform.app.inject({
    method: method as 'POST', url, query, headers: operation.security === undefined ? {} : basic(platform), ...(payload === undefined ? {} : { payload }),
  });
  return { status: response.statusCode, body: response.body === '' || response.headers['content-type'] === 'application/x-ndjson' ? {} : response.json() };
}

function bodyOf({ operation }: Contract): FieldSchema | undefined {
  return Object.values(operation.requestBody?.content ?? {})[0]?.schema as FieldSchema | undefined;
}

const withBody = (): readonly Contract[] => contractsOf(document).filter((contract) => bodyOf(contract) !== undefined);
/** The back-end API tells JSON of another shape from fields that are wrong (docs/protocol.md 10.2). */
const tellsShapes = ({ operation }: Contract): boolean => operation.responses['400']?.description.includes('INVALID_REQUEST_PAYLOAD') === true;

function assertRefused(contract: Contract, told: Told, field: string, misshapen: boolean, what: string): void {
  const label = `${contract.method} ${contract.path}: ${what}: ${JSON.stringify(told)}`;
  assert.equal(told.status, 400, label);
  assertDocumented(document, contract, told.status, told.body);
  assert.equal(told.body.error, misshapen && tellsShapes(contract) ? 'INVALID_REQUEST_PAYLOAD' : 'INVALID_REQUEST_PARAMETERS', label);
  assert.ok(told.body.context?.['params']?.split(',').includes(field), label);
}

describe('what the document says', () => {
  it('of every field of every body: missing, null, of another type, too long, badly encoded', async () => {
    let tried = 0;
    for (const contract of withBody()) {
      const schema = bodyOf(contract) ?? {};
      for (const { field, why, body } of wrongBodies(schema, sample(schema) as Record<string, unknown>)) {
        assertRefused(contract, await call(contract, JSON.stringify(body)), field, why === 'wrong type', `${field} ${why}`);
        tried += 1;
      }
    }
    assert.ok(tried > 400, `${tried} bodies`);
  });

  it('of every field of paths and queries', async () => {
    let tried = 0;
    for (const contract of contractsOf(document)) {
      for (const { name, in: where, schema } of contract.operation.parameters ?? []) {
        const field = schema as FieldSchema;
        const wrong = [...(field.maxLength === undefined ? [] : ['x'.repeat(field.maxLength + 1)]), ...(field.pattern === undefined ? [] : ['ö€', '-1', 'x'.repeat(70)])];
        if (name === 'projectId') continue;
        for (const value of wrong) {
          const told = await call(contract, bodyOf(contract) && JSON.stringify(sample(bodyOf(contract) ?? {})), where === 'query' ? { [name]: value } : {}, where === 'path' ? { [name]: value } : {});
          assertRefused(contract, told, name, false, `${name} = ${value}`);
          tried += 1;
        }
      }
    }
    assert.ok(tried > 15, `${tried} values`);
  });

  it('of bodies that are no JSON object', async () => {
    for (const contract of withBody()) {
      for (const payload of ['{', '"text"', '[]', '7', '\u00ff\u00fe{}', '{"a":1}}', `{"long":"${'x'.repeat(70_000)}"}`]) {
        const told = await call(contract, payload);
        assertDocumented(document, contract, told.status, told.body);
        const misshapen = tellsShapes(contract) && /^(".*"|\[\]|7)$/.test(payload);
        assert.deepEqual([told.status, told.body.error], [400, misshapen ? 'INVALID_REQUEST_PAYLOAD' : 'INVALID_REQUEST_BODY'], `${contract.method} ${contract.path} ${payload.slice(0, 20)}`);
      }
    }
  });

  it('of valid requests for things that do not exist: a documented status in the envelope, never a fault of ours', async () => {
    for (const contract of contractsOf(document)) {
      const schema = bodyOf(contract);
      const told = await call(contract, schema && JSON.stringify(sample(schema)));
      assert.ok(told.status < 500, `${contract.method} ${contract.path}: ${JSON.stringify(told)}`);
      if (told.status !== 200) assertDocumented(document, contract, told.status, told.body);
    }
  });

  it('of who may call: without credentials nobody', async () => {
    const asked = contractsOf(document).filter(({ operation }) => operation.security !== undefined);
    assert.ok(asked.length >= 8);
    for (const contract of asked) {
      const told = await call({ ...contract, operation: { ...contract.operation, security: undefined } as never }, bodyOf(contract) && '{}');
      assertDocumented(document, contract, told.status, told.body);
      assert.equal(told.status, contract.path === '/otp' ? 400 : 401, contract.path);
    }
  });
});
