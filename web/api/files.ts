/** Files in and out, by endpoints of the kinds `upload` and `file`. */
import type { UploadType } from '#api/http/content-types.ts';
import type { FileEndpoint, UploadEndpoint } from '#api/http/endpoint.ts';
import { addressOf, headersOf, noAnswer, problemOf, type CallInput } from './call.ts';
import { ProblemError } from './problem-error.ts';

/** How much of a file has left, in bytes. */
export interface UploadProgress {
  readonly sent: number;
  readonly total: number;
}

/** What goes with the file. */
interface Sending {
  readonly onProgress?: (progress: UploadProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Sends a file to an endpoint and gives its reply. By XMLHttpRequest, because `fetch` does not tell how much has left.
 * @throws ProblemError as `call`: `too-large` and `unsupported-media-type` are the server's to say; the signal's reason
 *   where the signal ended it
 */
export async function upload<Params extends object, Query extends object, Reply>(
  endpoint: UploadEndpoint<Params, Query, Reply>,
  input: CallInput<Params, Query, undefined>,
  file: Blob,
  { onProgress, signal }: Sending = {},
): Promise<Reply> {
  const request = new XMLHttpRequest();
  request.open(endpoint.method, addressOf(endpoint.path, input.params, input.query));
  for (const [name, value] of headersOf(input, typeOf(endpoint.accepts, file))) request.setRequestHeader(name, value);
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.({ sent: loaded, total }));
  const response = await answerOf(request, file, signal);
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return response.json();
}

/** The type that a file is sent as: its own, or the only one that is taken, where its system does not know its kind. */
function typeOf(accepts: readonly UploadType[], file: Blob): string {
  const [only, ...others] = accepts;
  return file.type === '' && only !== undefined && others.length === 0 ? only : file.type;
}

function answerOf(request: XMLHttpRequest, file: Blob, signal?: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const abort = (): void => request.abort();
    request.addEventListener('load', () => {
      const type = request.getResponseHeader('content-type') ?? '';
      resolve(new Response(request.responseText, { status: request.status, headers: { 'content-type': type } }));
    });
    request.addEventListener('error', () => reject(noAnswer()));
    request.addEventListener('abort', () => reject(signal?.reason ?? noAnswer()));
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', abort));
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    signal?.addEventListener('abort', abort);
    request.send(file);
  });
}

/** Where a file is: the address for `<a href download>`, which the session's cookie opens. */
export function fileAddress<Params extends object, Query extends object>(
  endpoint: FileEndpoint<Params, Query>,
  input: Pick<CallInput<Params, Query, undefined>, 'params' | 'query'>,
): string {
  return addressOf(endpoint.path, input.params, input.query);
}
