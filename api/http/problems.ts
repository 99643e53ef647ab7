import { STATUS_CODES } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { insertAuditEvent } from '#db/audit.ts';
import { acceptedTypes } from './accepted-types.ts';
import { auditEvent } from './audit-event.ts';
import { preferredLanguage } from './language.ts';
import { limits, sizeText } from './limits.ts';
import { Problem, problemSentence, problemTexts, type Language, type ProblemDocument } from './problem.ts';
import { databaseTrouble } from './unavailable.ts';

/** Answers everything that goes wrong as RFC 9457, in the reader's language, without a word about the inside. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error, acceptedTypes(request));
    if (problemTexts[problem.code].status >= 500)
      request.log.error({ err: error, requestId: request.id }, problem.code);
    await auditRefusal(problem, request);
    return sendProblem(problem, request, reply);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(new Problem('not-found'), request, reply));
}

/** Sends a problem. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = preferredLanguage(request.headers['accept-language']);
  const document = documentOf(problem, request.id, language);
  return reply
    .code(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(document));
}

function documentOf(problem: Problem, requestId: string, language: Language): ProblemDocument {
  const { status } = problemTexts[problem.code];
  return {
    type: `/api/docs#${problem.code}`,
    title: STATUS_CODES[status] ?? '',
    status,
    detail: problemSentence(problem.code, problem.values, language),
    instance: `urn:uuid:${requestId}`,
    code: problem.code,
    errors: problem.pointers.map(({ pointer, code, values }) => ({
      pointer,
      code,
      detail: problemSentence(code, values, language),
    })),
    ...(problem.current === undefined ? {} : { current: problem.current }),
  };
}

/** The problem that any error is, as far as its sender may know. */
export function problemOf(error: unknown, accepted: readonly string[]): Problem {
  if (error instanceof Problem) return error;
  return databaseTrouble(error) ?? refusedByFastify(error, accepted) ?? new Problem('unexpected');
}

/** What Fastify and its plugins refuse by themselves: https://fastify.dev/docs/latest/Reference/Errors/ */
function refusedByFastify(error: unknown, accepted: readonly string[]): Problem | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  switch (error.statusCode) {
    case 400:
      return new Problem('malformed-json');
    case 404:
    case 414:
      return new Problem('not-found');
    case 413:
      return new Problem('too-large', { limit: sizeText(limits.bodyLimit) });
    case 415:
      return new Problem('unsupported-media-type', { types: accepted.join(', ') });
    case 429:
      return new Problem('too-many-requests');
    default:
      return null;
  }
}

const auditedStatuses: ReadonlySet<number> = new Set([403, 409]);

/** A refusal of somebody who is signed in leaves a row; that it cannot be written must not hide the refusal. */
async function auditRefusal(problem: Problem, request: FastifyRequest): Promise<void> {
  const { signedIn } = request;
  if (signedIn === null || !auditedStatuses.has(problemTexts[problem.code].status)) return;
  const { database, clock } = request.server.services;
  const entry = auditEvent({ clock, address: request.ip, requestId: request.id }, signedIn.actor, {
    action: request.routeOptions.config.endpoint?.name ?? 'unknown',
    object: request.url.slice(0, 300),
    outcome: 'refused',
    detail: { problem: problem.code },
  });
  try {
    await database.write((tx) => insertAuditEvent(tx, entry));
  } catch (error) {
    request.log.error({ err: error, requestId: request.id }, 'a refusal could not be written to the audit trail');
  }
}
