/** What tests of province-years by file share: sending a table, and confirming what its preview shows. */
import { expect } from 'vitest';
import type { LoadLine, LoadPreview } from '#api/loads/contract.ts';
import { demoApp, type SignedInCaller } from './app.ts';
import { secondOfficial } from './second-official.ts';

export const reason = '补录历史数据，依据统计年报';
/** What a table of a province needs at least. */
export const head = ['地区代码', '年', '月', '指标代码', '累计', '分母'];

/** What a file would write. */
export const preview = async (
  caller: SignedInCaller,
  content: string | Buffer,
  { type = 'text/csv', conflicts = 'theirs', except = '' } = {},
): Promise<LoadPreview> => {
  const query = new URLSearchParams({ language: 'zh', conflicts, ...(except !== '' && { except }) });
  const reply = await caller.upload('POST', `/api/loads/preview?${query}`, type, content);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<LoadPreview>();
};

/** Confirms what a preview showed. */
export const commit = (
  caller: SignedInCaller,
  content: string | Buffer,
  digest: string,
  { type = 'text/csv', conflicts = 'theirs', except = '', rows = 'all', why = reason, key = '' } = {},
) => {
  const more = except === '' ? {} : { except };
  const query = new URLSearchParams({
    language: 'zh',
    conflicts,
    ...more,
    digest,
    name: '2015年.csv',
    reason: why,
    rows,
  });
  const headers = key === '' ? {} : { 'idempotency-key': key };
  return caller.upload('POST', `/api/loads?${query}`, type, content, headers);
};

/** The demonstration with two officials: whoever enters does not accept. */
export async function loadOffice() {
  const test = await demoApp();
  return { ...test, first: await test.signedInAs('official'), second: await secondOfficial(test) };
}

/** Loads a file and gives what came of it. */
export async function loaded(caller: SignedInCaller, content: string | Buffer): Promise<LoadLine> {
  const { digest } = await preview(caller, content);
  const reply = await commit(caller, content, digest);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<LoadLine>();
}
