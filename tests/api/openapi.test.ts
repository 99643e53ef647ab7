import { describe, expect, it } from 'vitest';
import type { OpenapiDocument } from '#api/http/openapi.ts';
import { problemCodes } from '#api/http/problem.ts';
import { demoApp } from '#tests/support/app.ts';

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
