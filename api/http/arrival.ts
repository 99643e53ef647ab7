import { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { arrivalTimeoutMs } from './limits.ts';

/** What Node itself says of a request that took too long. */
const tooSlow = (): Error =>
  Object.assign(new Error('the request took too long'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });

/**
 * Ends requests whose body does not arrive in time. Node knows one limit for all of them, which has to be long enough for
 * a large file on a slow line; so what brings no file is watched here, and ends as Node would end it (broken-requests.ts).
 */
export function endSlowArrivals(app: FastifyInstance, timeoutMs = arrivalTimeoutMs): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (isLong(request)) watch(app, request, timeoutMs);
    done();
  });
}

/** Whether a body is still to come that is no upload's. What comes over no connection is there as a whole. */
function isLong({ raw, routeOptions }: FastifyRequest): boolean {
  return (
    raw.socket instanceof Socket &&
    raw.method !== 'GET' &&
    !raw.complete &&
    routeOptions.config.endpoint?.kind !== 'upload'
  );
}

function watch(app: FastifyInstance, { raw }: FastifyRequest, timeoutMs: number): void {
  const timer = setTimeout(() => {
    if (!raw.complete) app.server.emit('clientError', tooSlow(), raw.socket);
  }, timeoutMs);
  raw.once('close', () => clearTimeout(timer));
}
