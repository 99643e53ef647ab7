import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

/** Where the build of the web lies. */
export const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));

const notBuilt = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>序时 Xushi</title>
<h1>页面尚未构建</h1>
<p>请运行 <code>npm start</code>（会自动构建），然后刷新本页。</p>
<h1 lang="en">The pages have not been built</h1>
<p lang="en">Run <code>npm start</code>, which builds them, then reload.</p>
</html>
`;

/**
 * Serves the build of the web, packed where the build packed it: files named by their content for a year, everything else
 * asked again each time. Any other address that a browser opens as a page gets the web's own page, which knows what to show.
 */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/*', (request, reply) => {
      refuseUnlessPage(request);
      return reply.code(503).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(notBuilt);
    });
    return;
  }
  const named = join(folder, 'assets') + sep;
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: ['index.html'],
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      response.header('cache-control', path.startsWith(named) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/*', (request, reply) => {
    refuseUnlessPage(request);
    return reply.sendFile('index.html');
  });
}

/** An address that ends like a file is a file that is not there: no page is called so. */
function refuseUnlessPage({ url }: FastifyRequest): void {
  if (/^[^?]*\.\w+(?:\?|$)/.test(url)) throw new Problem('not-found');
}
