import { onTestFinished, vi } from 'vitest';

/** Answers every request of the web's code in a server's place; gives the requests as they were sent, in their order. */
export function answerRequests(answer: (request: Request) => Response | Promise<Response>): readonly Request[] {
  const sent: Request[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const request = new Request(new URL(address, 'http://office.example'), init);
    sent.push(request);
    return answer(request);
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return sent;
}

/** An answer of the API. */
export const reply = (body: unknown): Response => Response.json(body);

/** A problem as the API sends it. */
export const problem = (status: number, code: string, detail: string): Response =>
  new Response(
    JSON.stringify({
      type: `urn:xushi:problem:${code}`,
      title: code,
      status,
      detail,
      instance: 'urn:request:7f3a',
      code,
      errors: [],
    }),
    { status, headers: { 'content-type': 'application/problem+json; charset=utf-8' } },
  );

/** The path and query of a request. */
export const pathOf = ({ url }: Request): string => url.replace('http://office.example', '');
