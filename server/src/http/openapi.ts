import swagger from '@fastify/swagger';
import type { FastifyContextConfig, RouteOptions } from 'fastify';
import type { PlatformErrorCode } from '../core/errors.ts';
import { statusOf } from '../core/errors.ts';
import { ANSWERS } from './openapi-answers.ts';
import { OPERATIONS, TAGS } from './openapi-operations.ts';
import type { Operation } from './openapi-operations.ts';
import type { App } from './types.ts';

/** An operation of the document, as far as its readers here look at it. */
export interface DocumentedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: object }[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>;
}

/** The document, OpenAPI 3.1. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
}

const ERROR_SCHEMA = {
  type: 'object', required: ['error', 'info', 'context'],
  properties: {
    error: { type: 'string' }, info: { type: 'string', description: 'For people who read logs.' },
    context: { type: 'object', required: ['requestID'], additionalProperties: { type: 'string' }, properties: { requestID: { type: 'string' } } },
  },
};

/** The errors that follow from a route, with those that its operation names. */
function errorsOf(operation: Operation, config: FastifyContextConfig, takes: { body: boolean; fields: boolean }): readonly PlatformErrorCode[] {
  const { right, rate, project, refusal } = config;
  const isBackend = right !== undefined;
  return [...new Set<PlatformErrorCode>([
    ...(takes.body ? ['INVALID_REQUEST_BODY'] as const : []), ...(takes.fields ? ['INVALID_REQUEST_PARAMETERS'] as const : []),
    ...(isBackend && takes.body && operation.section.startsWith('10.') ? ['INVALID_REQUEST_PAYLOAD'] as const : []),
    ...(isBackend ? [refusal ?? 'UNAUTHORIZED', 'FORBIDDEN'] as const : []), ...(project === undefined ? [] : ['ORIGIN_NOT_ALLOWED', 'UNKNOWN_PROJECT'] as const),
    ...(rate === undefined ? [] : ['REQUEST_BACKOFF'] as const), ...(operation.errors ?? []), 'INTERNAL_ERROR',
  ])];
}

function responsesOf(operation: Operation, codes: readonly PlatformErrorCode[]): DocumentedOperation['responses'] {
  const errors = [...new Set(codes.map(statusOf))].map((status) => [status, codes.filter((code) => statusOf(code) === status)] as const).map(([status, those]) => [status, {
    description: those.join(', '), ...(status === 429 ? { headers: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } } } : {}),
    content: { 'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/Error' }, { properties: { error: { enum: those } } }] } } },
  }]);
  const others = Object.entries(operation.others ?? {}).map(([status, description]) => [status, { description, content: { 'application/json': { schema: ANSWERS[operation.answer] } } }]);
  return {
    200: { description: 'Done.', content: { [operation.mediaType ?? 'application/json']: { schema: ANSWERS[operation.answer] } } },
    ...Object.fromEntries([...errors, ...others]) as DocumentedOperation['responses'],
  };
}

/** `POST /rps/v2/session` of a route, for each of its methods that the document knows. */
function keysOf({ method, url }: RouteOptions): readonly string[] {
  return [method].flat().map((one) => `${one} ${url}`).filter((key) => Object.hasOwn(OPERATIONS, key));
}

function describe(key: string, operation: Operation, route: RouteOptions, generated: Partial<DocumentedOperation>): DocumentedOperation {
  const { requestBody } = generated;
  const parameters = route.url.endsWith('*') ? [{ name: 'capability', in: 'path', required: true, schema: { type: 'string' } }] : generated.parameters;
  const config = route.config ?? {};
  const isOpen = config.right === undefined && operation.openTo === undefined;
  return {
    operationId: key.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/-$/g, ''), summary: operation.summary, tags: [operation.tag],
    description: `docs/protocol.md ${operation.section}.${config.right === undefined ? '' : ` Asks for the right \`${config.right}\`.`}${config.rate === undefined ? '' : ` Counts towards the limit \`${config.rate}\`.`}`,
    ...(parameters === undefined ? {} : { parameters }),
    ...(requestBody === undefined ? {} : { requestBody: { required: config.optionalBody !== true, content: requestBody.content } }),
    ...(isOpen ? {} : { security: [{ application: [] }, ...(config.right === undefined ? [{}] : [{ serviceAccount: [] }])] }),
    responses: responsesOf(operation, errorsOf(operation, config, { body: requestBody !== undefined, fields: requestBody !== undefined || parameters !== undefined })),
  };
}

/**
 * Collects the routes that are registered after it into one OpenAPI 3.1 document. What requests hold comes from the very schemas that validate them; nothing of
 * it changes how a route answers. A route without an entry in {@link OPERATIONS} stays out.
 */
export function documentApi(app: App, { version, publicUrl }: { readonly version: string; readonly publicUrl: string }): void {
  const routes = new Map<string, RouteOptions>();
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0', servers: [{ url: publicUrl }],
      info: { title: 'M-Pin platform', version, description: 'What clients and applications may ask. A body is read as JSON whatever its content type says; fields that are not named here are ignored, and null counts as absent.' },
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: { application: { type: 'http', scheme: 'basic', description: 'An application\'s id and secret.' }, serviceAccount: { type: 'http', scheme: 'bearer', description: 'A service account\'s token.' } },
        schemas: { Error: ERROR_SCHEMA as never },
      },
    },
    transform({ schema, url, route }) {
      const keys = keysOf(route);
      for (const key of keys) routes.set(key, route);
      return { url, schema: keys.length === 0 ? { hide: true } : schema ?? {} };
    },
    transformObject(generated) {
      if (!('openapiObject' in generated)) throw new Error('The document is OpenAPI, never Swagger 2.');
      const document = structuredClone(generated.openapiObject) as unknown as { paths: Record<string, Record<string, DocumentedOperation>> };
      for (const [key, route] of routes) {
        const [method = '', url = ''] = key.split(' ');
        const path = url.replaceAll(/:(\w+)/g, '{$1}').replace('*', '{*}');
        const { [path]: operations, ...others } = document.paths;
        const operation = OPERATIONS[key];
        if (operations === undefined || operation === undefined) continue;
        operations[method.toLowerCase()] = describe(key, operation, route, operations[method.toLowerCase()] ?? {});
        // A rest of a path has no name in a route; in the document it needs one.
        if (url.endsWith('*')) document.paths = { ...others, [path.replace('{*}', '{capability}')]: operations };
      }
      return document as never;
    },
  });
}
