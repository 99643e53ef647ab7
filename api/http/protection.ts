import type { FastifyInstance, FastifyRequest } from 'fastify';
import { acceptedTypes, mediaTypeOf } from './accepted-types.ts';
import { Problem } from './problem.ts';

/** Everything comes from our own files, or is refused. Style attributes that a script sets need no permission. */
const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `manifest-src 'self'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ');

/** The headers of every response, errors included. */
export function protectiveHeaders(publicOrigin: string | null): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(publicOrigin?.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

/**
 * The headers of an endpoint that replies with files: whatever a file holds, a browser that shows it gives it an origin of
 * its own, without scripts, forms or anything from elsewhere. A sandboxed page may not name a policy of openers, or browsers
 * refuse to open it.
 */
export function fileHeaders(publicOrigin: string | null): Readonly<Record<string, string>> {
  return {
    ...protectiveHeaders(publicOrigin),
    'content-security-policy': `sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'cross-origin-opener-policy': 'unsafe-none',
  };
}

/** Sets the protective headers on every response and refuses changes that another site asks for. */
export function protect(app: FastifyInstance, publicOrigin: string | null): void {
  const headers = protectiveHeaders(publicOrigin);
  app.decorate('protectiveHeaders', headers);
  const headersOfFiles = fileHeaders(publicOrigin);
  // What is sent past Fastify (encode.ts, serve-stream.ts) carries them by itself.
  app.addHook('onSend', (request, reply, _payload, done) => {
    reply.headers(request.routeOptions.config.endpoint?.kind === 'file' ? headersOfFiles : headers);
    done();
  });
  app.addHook('onRequest', (request, _reply, done) => {
    // Node keeps the first of two; a proxy before us may have decided by the second.
    if (countOf('host', request.raw.rawHeaders) > 1) {
      done(new Problem('malformed-request'));
      return;
    }
    const isChange = request.method !== 'GET' && request.method !== 'HEAD';
    done(isChange && isForeign(request, publicOrigin) ? new Problem('foreign-origin') : undefined);
  });
}

/**
 * Whether a change may come from another site. Browsers say where it comes from: in `Origin`, which every one sends with a
 * script's change, and in `Sec-Fetch-Site`; whichever is there must say that it is our own. What says neither is no
 * browser's script; so that it is no old browser's form either, it must be declared as JSON or as a file that the endpoint
 * takes, which no form can, or be declared as nothing and carry nothing.
 */
function isForeign(request: FastifyRequest, publicOrigin: string | null): boolean {
  const { origin, 'content-type': type, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin') return true;
  if (origin !== undefined) return publicOrigin === null ? hostOf(origin) !== request.host : origin !== publicOrigin;
  if (site !== undefined) return false;
  if (type === undefined) return hasBody(request);
  return !acceptedTypes(request).includes(mediaTypeOf(type));
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** How often a header was sent; `raw` has names and values in turn. */
export function countOf(name: string, raw: readonly string[]): number {
  let found = 0;
  for (let at = 0; at < raw.length; at += 2) if (raw[at]?.toLowerCase() === name) found += 1;
  return found;
}
