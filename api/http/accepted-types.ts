import type { FastifyRequest } from 'fastify';

/** The content types that a request's endpoint reads: JSON, or the files that it declares. */
export function acceptedTypes(request: FastifyRequest): readonly string[] {
  const { endpoint } = request.routeOptions.config;
  return endpoint?.kind === 'upload' ? endpoint.accepts : ['application/json'];
}

/** A `Content-Type` header without its parameters, in small letters. */
export function mediaTypeOf(header: string): string {
  return (header.split(';', 1)[0] ?? '').trim().toLowerCase();
}
