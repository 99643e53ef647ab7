import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { fileEndpoint, roles, uploadEndpoint } from '#api/http/endpoint.ts';
import { fileAddress, upload, type UploadProgress } from '#web/api/files.ts';

const evidence = uploadEndpoint({
  name: 'evidence',
  method: 'POST',
  path: '/api/evidence/:region',
  summary: 'Takes a file',
  access: roles,
  params: z.strictObject({ region: z.string() }),
  query: z.strictObject({ name: z.string() }),
  accepts: ['text/csv'],
  maxBytes: 1000,
  reply: z.object({ bytes: z.number() }),
});
const input = { params: { region: '330300' }, query: { name: '温州.csv' }, idempotencyKey: 'k' };

/** The browser's request, answered by the test. */
class Request extends EventTarget {
  static last: Request;
  readonly upload = new EventTarget();
  readonly headers = new Map<string, string>();
  opened: readonly string[] = [];
  sent: unknown;
  status = 0;
  responseText = '';
  type = 'application/json';

  constructor() {
    super();
    Request.last = this;
  }
  open(...how: string[]): void {
    this.opened = how;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }
  getResponseHeader(): string {
    return this.type;
  }
  send(content: unknown): void {
    this.sent = content;
  }
  abort(): void {
    this.dispatchEvent(new Event('abort'));
  }
  answer(status: number, body: unknown, type = 'application/json'): void {
    Object.assign(this, { status, responseText: JSON.stringify(body), type });
    this.dispatchEvent(new Event('load'));
  }
}

const begin = (more: Parameters<typeof upload>[3] = {}) => {
  vi.stubGlobal('XMLHttpRequest', Request);
  const file = new Blob(['a,b']);
  return { file, reply: upload(evidence, input, file, more) };
};

afterEach(() => void vi.unstubAllGlobals());

describe('an upload', () => {
  it('sends the file as it is, with its conditions and its type, and gives the reply', async () => {
    const { file, reply } = begin();
    const { opened, headers, sent } = Request.last;
    expect(opened).toEqual(['POST', '/api/evidence/330300?name=%E6%B8%A9%E5%B7%9E.csv']);
    expect(headers.get('idempotency-key')).toBe('k');
    expect(headers.get('content-type')).toBe('text/csv');
    expect(sent).toBe(file);
    Request.last.answer(200, { bytes: 3 });
    expect(await reply).toEqual({ bytes: 3 });
  });

  it('tells how much has left', async () => {
    const seen: UploadProgress[] = [];
    const { reply } = begin({ onProgress: (progress) => seen.push(progress) });
    Request.last.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded: 2, total: 3 }));
    Request.last.answer(200, { bytes: 3 });
    await reply;
    expect(seen).toEqual([{ sent: 2, total: 3 }]);
  });

  it('throws the problem that the server answers, and one of our own where no answer comes', async () => {
    const refused = begin().reply;
    Request.last.answer(413, { code: 'too-large', status: 413 }, 'application/problem+json');
    await expect(refused).rejects.toMatchObject({ problem: { code: 'too-large' } });
    const broken = begin().reply;
    Request.last.dispatchEvent(new Event('error'));
    await expect(broken).rejects.toMatchObject({ problem: { code: 'unavailable', status: 0 } });
  });

  it('ends where its signal says so, before or while it is sent', async () => {
    const during = new AbortController();
    const { reply } = begin({ signal: during.signal });
    during.abort(new Error('left'));
    await expect(reply).rejects.toThrow('left');
    const before = begin({ signal: AbortSignal.abort(new Error('gone')) });
    expect(Request.last.sent).toBeUndefined();
    await expect(before.reply).rejects.toThrow('gone');
  });
});

describe('the address of a file', () => {
  it('is filled from its parameters and its query', () => {
    const file = fileEndpoint({
      name: 'file',
      path: '/api/files/:id',
      summary: 'Gives a file',
      access: roles,
      params: z.strictObject({ id: z.string() }),
      query: z.strictObject({ year: z.number() }),
      contentTypes: ['text/csv'],
    });
    expect(fileAddress(file, { params: { id: 'a b' }, query: { year: 2020 } })).toBe('/api/files/a%20b?year=2020');
  });
});
