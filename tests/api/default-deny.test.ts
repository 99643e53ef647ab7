import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fastify } from 'fastify';
import { endpoint } from '#api/http/endpoint.ts';
import { refuseUnbound, serve } from '#api/http/serve.ts';
import { demoApp } from '#tests/support/app.ts';

const named = z.object({ name: z.string() });
const definition = { name: 'x', method: 'GET', path: '/api/x', summary: 'x', reply: named } as const;
const forEverybody = endpoint({ ...definition, path: '/api/y', access: 'public' });
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
  it('for some roles is never bound as a public one: who calls is asked of what it declares', () => {
    const app = emptyApp();
    serve(app)(forOfficials)((_input, { actor }) => ({ name: actor.author.name }));
    // @ts-expect-error: nobody is known to have called.
    serve(app)(forEverybody)((_input, { actor }) => ({ name: actor.name }));
    expect(app.served).toEqual([forOfficials, forEverybody]);
  });

  it('for some roles refuses where its session was not asked for', async () => {
    const app = emptyApp();
    app.decorate('protectiveHeaders', {});
    app.decorateRequest('signedIn', null);
    serve(app)(forOfficials)(() => ({ name: '' }));
    expect((await app.inject('/api/x')).statusCode).toBe(500);
    await app.close();
  });

  it('replies with what its schema names and nothing else', async () => {
    const app = emptyApp();
    app.decorate('protectiveHeaders', {});
    app.decorate('services', (await demoApp()).app.services);
    const reply = z.object({ shown: z.number() });
    const withSecret = { shown: 1, passwordHash: 'secret' };
    serve(app)(endpoint({ ...definition, access: 'public', reply }))(() => withSecret);
    expect((await app.inject('/api/x')).json()).toEqual({ shown: 1 });
    await app.close();
  });
});
