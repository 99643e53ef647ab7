import { expect } from 'vitest';
import type { SignedInCaller } from './app.ts';

/** What a test may want otherwise of a token: by default it reads all cities until the end of October 2020, in the head alone. */
export interface TokenChoices {
  readonly region?: string | null;
  readonly lastDay?: string;
  readonly inAddress?: boolean;
}

/** Makes a token as somebody, and gives it with its id. */
export async function newTokenOf(
  caller: SignedInCaller,
  choices: TokenChoices = {},
): Promise<{ readonly id: string; readonly token: string; readonly bearer: Record<string, string> }> {
  const body = { name: '数据分析平台', region: null, lastDay: '2020-10-31', inAddress: false, ...choices };
  const reply = await caller.post('/api/access-tokens', body);
  expect(reply.statusCode, reply.body).toBe(200);
  const { id, token } = reply.json<{ id: string; token: string }>();
  return { id, token, bearer: { authorization: `Bearer ${token}` } };
}
