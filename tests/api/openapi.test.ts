import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exampleAddress } from '#api/http/examples.ts';
import type { OpenapiDocument } from '#api/http/openapi.ts';
import { problemCodes } from '#api/http/problem.ts';
import { newTokenOf } from '#tests/support/access-tokens.ts';
import { callerOf, demoApp, type Caller } from '#tests/support/app.ts';
import { lishui } from '#tests/support/reporting.ts';

async function describedApp() {
  const office = await demoApp();
  const document = (await office.anonymous.get('/api/openapi.json')).json<OpenapiDocument>();
  return { ...office, document };
}

describe('the description of the API', () => {
  it('lists exactly the endpoints that are served', async () => {
    const { app, document } = await describedApp();
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = app.served.map((endpoint) => `${endpoint.method} ${endpoint.path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(listed.toSorted()).toEqual(served.toSorted());
    expect(new Set(app.served.map(({ name }) => name)).size).toBe(served.length);
  });

  it('says of an endpoint what it takes, what it replies and who may call it', async () => {
    const { document } = await describedApp();
    const save = document.paths['/api/submissions/{year}/{month}/{region}']?.['put'];
    expect(save).toMatchObject({
      operationId: 'saveDraft',
      description: 'For: bureau.',
      security: [{ session: [] }],
      parameters: [
        { name: 'year', in: 'path', required: true },
        { name: 'month', in: 'path', required: true },
        { name: 'region', in: 'path', required: true },
        { name: 'If-Match', in: 'header', required: true },
        { name: 'Idempotency-Key', in: 'header', required: false },
      ],
      requestBody: {
        content: { 'application/json': { schema: { required: ['figures'], additionalProperties: false } } },
      },
      responses: { 200: { content: { 'application/json': { schema: { type: 'object' } } } } },
    });
    expect(document.paths['/api/events']?.['get']).toMatchObject({
      responses: { 200: { content: { 'text/event-stream': {} } } },
    });
    expect(document.paths['/api/docs']?.['get']).toMatchObject({
      responses: { 200: { content: { 'text/html': {} } } },
    });
    expect(document.paths['/api/overview']?.['get']).toMatchObject({
      parameters: [
        { name: 'year', in: 'query', required: true },
        { name: 'month', in: 'query', required: true },
        { name: 'known', in: 'query', required: false },
      ],
    });
  });

  it('can be read as a page that names every endpoint and every problem, without a script or a style', async () => {
    const { app, anonymous } = await describedApp();
    const reply = await anonymous.get('/api/docs');
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    for (const endpoint of app.served) expect(reply.body).toContain(`${endpoint.method} ${endpoint.path}`);
    for (const code of problemCodes) expect(reply.body).toContain(`<tr id="${code}">`);
    expect(reply.body).not.toMatch(/<script|<style|style=|https?:\/\//);
  });
});

/** What the document says of an operation, as far as an example needs it. */
const operationShape = z.object({
  operationId: z.string(),
  description: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      example: z.union([z.string(), z.number()]).optional(),
    }),
  ),
  responses: z.looseObject({
    200: z.object({
      content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()).optional() })),
    }),
  }),
});
type Operation = z.infer<typeof operationShape>;

/** Read endpoints without an example, because what they name (a load, a project, a bulletin, a secret) is each office’s own. */
const ofOwnIds = [
  'getLoad',
  'bulletinTable',
  'getProject',
  'listProjectAttachments',
  'downloadAttachment',
  'subscribedCalendar',
  'getBulletin',
  'downloadBulletin',
  'openDatasetAt',
];

function addressIn(path: string, { parameters }: Operation): string {
  const given = parameters.filter(({ example }) => example !== undefined);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    String(given.find((one) => one.name === name && one.in === 'path')?.example),
  );
  const query = given.filter((one) => one.in === 'query').map(({ name, example }) => `${name}=${example}`);
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

describe('the examples of the description', () => {
  it('run, each as somebody who may, and are answered as their schemas say', { timeout: 60_000 }, async () => {
    const { app, document, signedInAs, anonymous } = await describedApp();
    const official = await signedInAs('official');
    const callers: Readonly<Record<string, Caller>> = {
      official,
      bureau: await signedInAs('bureau', lishui),
      administrator: await signedInAs('administrator'),
      token: callerOf(app, (await newTokenOf(official)).bearer),
    };
    const callerFor = (description: string): Caller =>
      ['official', 'bureau', 'administrator', 'token'].flatMap((who) =>
        description.startsWith('For') && description.includes(who) ? (callers[who] ?? []) : [],
      )[0] ?? anonymous;
    const run: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      const operation = operationShape.safeParse(methods['get']).data;
      const endpoint = app.served.find(({ name }) => name === operation?.operationId);
      if (operation === undefined || endpoint === undefined || endpoint.kind === 'stream') continue;
      if (ofOwnIds.includes(endpoint.name)) continue;
      const address = addressIn(path, operation);
      expect(exampleAddress(endpoint)).toBe(address);
      const reply = await callerFor(operation.description).get(address);
      expect(`${reply.statusCode} ${address}`).toBe(`200 ${address}`);
      const [type = ''] = String(reply.headers['content-type']).split(';');
      const { schema } = operation.responses[200].content[type] ?? {};
      expect(Object.keys(operation.responses[200].content), address).toContain(type);
      if (type === 'application/json') {
        const read = z.fromJSONSchema(schema ?? { not: {} }).safeParse(reply.json());
        expect(read.error?.issues.slice(0, 3) ?? [], address).toEqual([]);
      }
      run.push(endpoint.name);
    }
    const reads = app.served
      .filter(({ kind, method }) => method === 'GET' && kind !== 'stream')
      .map(({ name }) => name);
    expect([...run, ...ofOwnIds].toSorted()).toEqual(reads.toSorted());
    expect(run).toEqual(
      expect.arrayContaining(['openDataset', 'dataset', 'overview', 'getSubmission', 'listSubmissions']),
    );
  });
});
