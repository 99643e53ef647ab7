/**
 * What the product is compared with, in a process of its own: `fastify` or `http`, answering every GET with the bytes of a
 * file, kept in memory.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fastify } from 'fastify';
import { answerBench } from './answering.ts';

const [, , kind, path = '/', file = ''] = process.argv;
const bytes = readFileSync(file);
const type = 'application/json; charset=utf-8';

if (kind === 'fastify') {
  const app = fastify();
  app.get(path, (_request, reply) => reply.header('content-type', type).send(bytes));
  await app.listen({ port: 0, host: '127.0.0.1' });
  answerBench({ server: app.server, stop: () => app.close() });
} else {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
  });
  server.listen(0, '127.0.0.1', () =>
    answerBench({
      server,
      stop: async () => {
        server.close();
        server.closeAllConnections();
      },
    }),
  );
}
