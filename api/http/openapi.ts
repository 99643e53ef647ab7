import { hash } from 'node:crypto';
import { z } from 'zod';
import { endpoint, fileEndpoint, type Access, type AnyEndpoint } from './endpoint.ts';
import { docsPage } from './docs-page.ts';
import { exampleOf } from './examples.ts';
import { sizeText } from './limits.ts';
import { problemDocument } from './problem.ts';
import { serveFile } from './serve-file.ts';
import { serve, type Routes } from './serve.ts';

/** An OpenAPI document, as far as we need to know its shape. */
const document = z.object({
  openapi: z.string(),
  info: z.record(z.string(), z.unknown()),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.record(z.string(), z.unknown()),
});
export type OpenapiDocument = z.infer<typeof document>;

export const openapi = endpoint({
  name: 'openapi',
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This description of the API (OpenAPI 3.1)',
  access: 'public',
  reply: document,
});

export const docs = fileEndpoint({
  name: 'docs',
  path: '/api/docs',
  summary: 'The same description as a page to read, with the table of problem codes',
  access: 'public',
  contentTypes: ['text/html'],
  disposition: 'inline',
});

/** The description of the API, made from the endpoints that are served. */
export const openapiRoutes: Routes = (app) => {
  let kept: OpenapiDocument | null = null;
  serve(app)(openapi)(() => (kept ??= describe(app.served)));
  serveFile(app)(docs)(() => {
    const content = Buffer.from(docsPage(app.served));
    return { name: 'api.html', contentType: 'text/html', tag: hash('sha1', content, 'base64url'), content };
  });
};

function describe(served: readonly AnyEndpoint[]): OpenapiDocument {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of served) (paths[openapiPath(one.path)] ??= {})[one.method.toLowerCase()] = operation(one);
  return {
    openapi: '3.1.0',
    info: { title: 'Xushi 序时', version: '0.1.0', description: 'Annual targets, monthly figures, review, standing.' },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'xushi' },
        token: { type: 'http', scheme: 'bearer', description: 'A read-only token; also the password of Basic' },
      },
      schemas: { Problem: jsonSchema(problemDocument, 'output') },
    },
  };
}

/** `/api/cities/:region` as `/api/cities/{region}`. */
function openapiPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

function operation(endpoint: AnyEndpoint) {
  const { name, summary, access } = endpoint;
  const requestContent = requestContentOf(endpoint);
  return {
    operationId: name,
    summary,
    ...callersOf(access),
    parameters: [
      ...addressParameters(endpoint, 'path'),
      ...addressParameters(endpoint, 'query'),
      ...headerParameters(endpoint),
    ],
    ...(requestContent === null ? {} : { requestBody: { required: true, content: requestContent } }),
    responses: {
      200: { description: descriptionOf(endpoint), content: replyContentOf(endpoint) },
      default: {
        description: 'A problem; its code is one of the list at /api/docs',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function callersOf(access: Access) {
  if (access === 'public') return { description: 'Needs no session.' };
  if (access === 'token') return { description: 'For a read-only token.', security: [{ token: [] }] };
  return { description: `For: ${access.join(', ')}.`, security: [{ session: [] }] };
}

type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>;

/** OpenAPI 3.1: bytes that are no text of JSON have a content type and no schema. */
const bare = (types: readonly string[]): Content => Object.fromEntries(types.map((type) => [type, {}]));

function requestContentOf(endpoint: AnyEndpoint): Content | null {
  if (endpoint.kind === 'upload') return bare(endpoint.accepts);
  if (endpoint.kind !== 'json') return null;
  const schema = jsonSchema(endpoint.body, 'input');
  return schema['type'] === 'object' ? { 'application/json': { schema } } : null;
}

function replyContentOf(endpoint: AnyEndpoint): Content {
  switch (endpoint.kind) {
    case 'json':
    case 'upload':
      return { 'application/json': { schema: jsonSchema(endpoint.reply, 'output') } };
    case 'file':
      return {
        ...bare(endpoint.contentTypes),
        ...(endpoint.json === null ? {} : { 'application/json': { schema: jsonSchema(endpoint.json, 'output') } }),
      };
    case 'stream':
      return { 'text/event-stream': { schema: jsonSchema(endpoint.data, 'output') } };
  }
}

function descriptionOf(endpoint: AnyEndpoint): string {
  if (endpoint.kind === 'upload') return `Done; the body was at most ${sizeText(endpoint.maxBytes)}`;
  if (endpoint.kind === 'stream') return `Events called ${endpoint.event}, each with this as its data`;
  return 'Done';
}

type JsonSchema = Readonly<Record<string, unknown>>;

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function addressParameters(endpoint: AnyEndpoint, place: 'path' | 'query') {
  const { properties = {}, required = [] } = z.toJSONSchema(place === 'path' ? endpoint.params : endpoint.query, {
    io: 'input',
    unrepresentable: 'any',
  });
  return Object.entries(properties).map(([name, schema]) => {
    const isRequired = place === 'path' || required.includes(name);
    // What is optional narrows; an example of everything would leave nothing.
    const example = isRequired ? exampleOf(name, schema) : undefined;
    return { name, in: place, required: isRequired, schema, ...(example === undefined ? {} : { example }) };
  });
}

function headerParameters({ versioned, idempotent }: AnyEndpoint) {
  return [
    ...(versioned === 'never'
      ? []
      : [
          header(
            'If-Match',
            versioned === 'required',
            'The version this change is based on, as "3"; 0 for a first save',
          ),
        ]),
    ...(idempotent ? [header('Idempotency-Key', false, 'The same key and request sent again counts once')] : []),
  ];
}

function header(name: string, required: boolean, description: string) {
  return { name, in: 'header', required, description, schema: { type: 'string' } };
}
