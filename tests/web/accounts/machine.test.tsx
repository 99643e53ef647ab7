/** What an administrator is told of the machine, as it is written into the page of accounts. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MachineNotices } from '#web/features/accounts/machine.tsx';
import { changeTextLanguage, startText } from '#web/text/messages/use-text.ts';
import { textOf } from '#tests/support/drawn.tsx';

beforeAll(() => startText('zh'));
afterEach(() => changeTextLanguage('zh'));

const well = { status: 'ready', failingJobs: [] } as const;
const unwell = {
  status: 'ready',
  failingJobs: ['backup', 'verify-seals'],
  clockStep: { at: '2026-11-28T08:00:00.000Z', bySeconds: -7208 },
  lateBackup: { goodAt: '2026-11-25T18:30:02.000Z' },
} as const;
const told = (state: Parameters<typeof MachineNotices>[0]['state']) => textOf(<MachineNotices state={state} />);

describe('of the machine', () => {
  it('nothing is told where all is well', () => {
    expect(told({ ...well, failingJobs: [] })).toBe('');
  });

  it('a clock that was set, late backups and failing jobs are told, times by the office’s day', () => {
    const text = told({ ...unwell, failingJobs: [...unwell.failingJobs] });
    expect(text).toContain('时钟于 2026-11-28 16:00 被调整 -7208 秒');
    expect(text).toContain('最近一次完好的备份为 2026-11-26 02:30');
    expect(text).toContain('后台任务多次失败：backup, verify-seals');
  });

  it('the same is told in English, and that no backup was ever good', async () => {
    await changeTextLanguage('en');
    const text = told({ ...unwell, failingJobs: [], lateBackup: { goodAt: null } });
    expect(text).toContain('set by -7208 seconds, to 2026-11-28 16:00');
    expect(text).toMatch(/the last good one is of \S+\./);
    expect(text).not.toContain('Jobs that fail');
  });
});
