import type { FastifyInstance } from 'fastify';

/**
 * Warns once in a process when somebody who is no trusted proxy says for whom they ask. Mostly it is the office's own
 * proxy, which nobody named: everybody then shares its address, in the limit on sign-ins, the locks and the audit trail.
 */
export function warnOfUnknownProxy(app: FastifyInstance): void {
  let isSaid = false;
  app.addHook('onRequest', (request, _reply, done) => {
    if (!isSaid && isForwarded(request.headers['x-forwarded-for'])) {
      // Of a trusted sender the addresses it forwards are here too.
      isSaid = (request.ips?.length ?? 1) === 1;
      if (isSaid) request.log.warn({ address: request.ip }, unknownProxy);
    }
    done();
  });
}

const unknownProxy =
  'X-Forwarded-For came from an address that TRUSTED_PROXIES does not name, and is not believed. If it is your proxy, ' +
  'name it there: until then everybody behind it shares its address, limit of sign-ins and locks';

const isForwarded = (header: string | string[] | undefined): boolean => header !== undefined && header.length > 0;
