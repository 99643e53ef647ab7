/** The only place that talks to the API. Replies are trusted: they come from the same contracts. */
import type { JsonEndpoint, Nothing } from '#api/http/endpoint.ts';
import type { ProblemDocument } from '#api/http/problem.ts';
import { currentLanguage, textNow } from '../text/messages/use-text.ts';
import { localProblem } from './local-problem.ts';
import { ProblemError } from './problem-error.ts';

type Part<Key extends string, Value> = [Value] extends [Nothing | undefined]
  ? { readonly [K in Key]?: undefined }
  : { readonly [K in Key]: Value };

export interface CallOptions {
  /** The version that a change is based on; sent as If-Match. */
  readonly version?: number;
  /** One key a command, kept over its retries; sent as Idempotency-Key. */
  readonly idempotencyKey?: string;
}

/** An endpoint without a body declares `undefined`; a body without keys is still sent. */
type BodyPart<Body> = [Body] extends [undefined] ? { readonly body?: undefined } : { readonly body: Body };

/** What an endpoint needs: exactly the parts that it declares. */
export type CallInput<Params, Query, Body> = Part<'params', Params> &
  Part<'query', Query> &
  BodyPart<Body> &
  CallOptions;

/**
 * Calls an endpoint and gives its reply.
 * @throws ProblemError with the API's problem, or with code `unavailable` and status 0 where no answer came
 */
export async function call<Params extends object, Query extends object, Body, Reply>(
  endpoint: JsonEndpoint<Params, Query, Body, Reply>,
  input: CallInput<Params, Query, Body>,
  signal?: AbortSignal,
): Promise<Reply> {
  const response = await send(addressOf(endpoint.path, input.params, input.query), {
    method: endpoint.method,
    headers: headersOf(input, input.body === undefined ? null : 'application/json'),
    ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return response.json();
}

async function send(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...request, credentials: 'same-origin' });
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw noAnswer();
  }
}

/** What is thrown where no answer came. */
export function noAnswer(): ProblemError {
  return new ProblemError(localProblem('unavailable', 0, textNow('everywhere.problem.noAnswer')));
}

/** The headers of a call; `contentType` is null where it sends no body. */
export function headersOf(input: CallOptions, contentType: string | null): Headers {
  const headers = new Headers({ accept: 'application/json', 'accept-language': currentLanguage() });
  if (contentType !== null) headers.set('content-type', contentType);
  if (input.version !== undefined) headers.set('if-match', `"${input.version}"`);
  if (input.idempotencyKey !== undefined) headers.set('idempotency-key', input.idempotencyKey);
  return headers;
}

/** The problem that an answer is, in the API's words or in ours where a stranger answered. */
export async function problemOf(response: Response): Promise<ProblemDocument> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) return response.json();
  // A proxy or a starting server answers in its own words, which would help nobody.
  return localProblem(
    'unavailable',
    response.status,
    textNow('everywhere.problem.strangeAnswer', { status: response.status }),
  );
}

/** The address of a call: `/api/cities/330300?year=2020&month=9`. */
export function addressOf(path: string, params: object = {}, query: object = {}): string {
  const values = new Map(Object.entries(params).map(([name, value]) => [name, encodeURIComponent(String(value))]));
  const filled = path.replaceAll(/:(\w+)/g, (whole, name: string) => values.get(name) ?? whole);
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? filled : `${filled}?${search}`;
}
