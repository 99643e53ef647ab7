import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { askRefusedAgain, createQueryClient } from '#web/api/query-client.ts';

describe('asking again for what was refused', () => {
  it('waits for what is under way, which was asked in the former language too, and leaves what was answered alone', async () => {
    const client = createQueryClient(() => undefined);
    const answering = Promise.withResolvers<never>();
    const refused = vi.fn(() => answering.promise);
    const answered = vi.fn(async () => 'figures');
    for (const [key, queryFn] of [
      ['refused', refused],
      ['answered', answered],
    ] as const) {
      new QueryObserver(client, { queryKey: [key], queryFn, retry: false }).subscribe(() => undefined);
    }
    const asking = askRefusedAgain(client);
    answering.reject(new Error('您的角色无权进行此操作。'));
    await asking;
    expect([refused.mock.calls.length, answered.mock.calls.length]).toEqual([2, 1]);
    client.clear();
  });
});
