import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fastify } from 'fastify';
import { endpoint } from '#api/http/endpoint.ts';
import { refuseUnbound, serve, servePublic, servePage, serveStream } from '#api/http/serve.ts';
import { demoApp } from '#tests/support/app.ts';

const definition = { name: 'x', method: 'GET', path: '/api/x', summary: 'x', reply: z.object({}) } as const;
const forEverybody = endpoint({ ...definition, access: 'public' });
const forOfficials = endpoint({ ...definition, access: ['official'] });

function emptyApp() {
  const app = fastify();
  app.decorate('served', []);
  refuseUnbound(app);
  return app;
}

describe('a route', () => {
  it.each(['/api', '/api/secret', '/api/:anything'])(
    'under %s that was not bound to an endpoint cannot be registered',
    (url) => {
      expect(() => emptyApp().get(url, () => 'figures')).toThrow('has no endpoint');
    },
  );

  it('that catches every address answers nothing under /api', async () => {
    const app = emptyApp();
    app.get('/*', () => 'figures');
    expect((await app.inject('/api/secret')).body).not.toContain('figures');
    expect((await app.inject('/other')).body).toBe('figures');
    await app.close();
  });
});

describe('an endpoint', () => {
  it('for some roles cannot be bound as a public one, nor a public one as one for some roles', () => {
    expect(() => servePublic(emptyApp())(forOfficials)(() => ({}))).toThrow('is not public');
    expect(() => servePage(emptyApp())(forOfficials)(() => '')).toThrow('is not public');
    expect(() => serve(emptyApp())(forEverybody)(() => ({}))).toThrow('is public');
    expect(() => serveStream(emptyApp())(forEverybody)(async (_context, reply) => reply)).toThrow('is public');
  });

  it('replies with what its schema names and nothing else', async () => {
    const app = emptyApp();
    app.decorate('protectiveHeaders', {});
    app.decorate('services', (await demoApp()).app.services);
    const reply = z.object({ shown: z.number() });
    const withSecret = { shown: 1, passwordHash: 'secret' };
    servePublic(app)(endpoint({ ...definition, access: 'public', reply }))(() => withSecret);
    expect((await app.inject('/api/x')).json()).toEqual({ shown: 1 });
    await app.close();
  });
});
