import { z } from 'zod';
import { endpoint, type AnyEndpoint } from './endpoint.ts';
import { docsPage } from './docs-page.ts';
import { problemDocument } from './problem.ts';
import { servePage, servePublic, type Routes, type Served } from './serve.ts';

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

export const docs = endpoint({
  name: 'docs',
  method: 'GET',
  path: '/api/docs',
  summary: 'The same description as a page to read, with the table of problem codes',
  access: 'public',
  reply: z.string(),
});

/** The description of the API, made from the endpoints that are served. */
export const openapiRoutes: Routes = (app) => {
  let kept: OpenapiDocument | null = null;
  servePublic(app)(openapi)(() => (kept ??= describe(app.served)));
  servePage(app)(docs)(() => docsPage(app.served));
};

function describe(served: readonly Served[]): OpenapiDocument {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of served) {
    const { method, path } = one.endpoint;
    (paths[openapiPath(path)] ??= {})[method.toLowerCase()] = operation(one);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Xushi 序时', version: '0.1.0', description: 'Annual targets, monthly figures, review, standing.' },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'xushi' } },
      schemas: { Problem: jsonSchema(problemDocument, 'output') },
    },
  };
}

/** `/api/cities/:region` as `/api/cities/{region}`. */
function openapiPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

function operation({ endpoint, contentType }: Served) {
  const body = jsonSchema(endpoint.body, 'input');
  const hasBody = body['type'] === 'object';
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    description: endpoint.access === 'public' ? 'Needs no session.' : `For: ${endpoint.access.join(', ')}.`,
    ...(endpoint.access === 'public' ? {} : { security: [{ session: [] }] }),
    parameters: [
      ...addressParameters(endpoint, 'path'),
      ...addressParameters(endpoint, 'query'),
      ...headerParameters(endpoint),
    ],
    ...(hasBody ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      200: { description: 'Done', content: { [contentType]: { schema: jsonSchema(endpoint.reply, 'output') } } },
      default: {
        description: 'A problem; its code is one of the list at /api/docs',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
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
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
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
