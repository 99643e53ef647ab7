import { beforeAll, describe, expect, it } from 'vitest';
import { startText } from '#web/text/messages/use-text.ts';
import { History } from '#web/parts/submissions/history.tsx';
import { partOf, wordsIn } from '../rendered.tsx';
import { textOf } from '#tests/support/drawn.tsx';
import { area, civil, figureOf, share, submission, version } from '../submission/month.ts';

beforeAll(() => startText('zh'));

const indicators = [area, civil, share];

describe('the versions of a month', () => {
  it('are none before anything is saved', () => {
    expect(textOf(<History submission={submission({ versions: [], daysLate: null })} indicators={indicators} />)).toBe(
      '版本记录 还没有版本。',
    );
  });

  it('say who did what when, and why it came back', () => {
    const returned = version({
      number: 1,
      state: 'returned',
      asOf: '2020-10-15',
      savedBy: 'lishui',
      savedAt: '2020-10-15T06:45:00.000Z',
      submittedBy: 'lishui',
      submittedAt: '2020-10-15T07:10:00.000Z',
      decidedBy: 'official',
      decidedAt: '2020-10-16T03:30:00.000Z',
      returnReason: '请核对',
      note: '含两个续建项目',
    });
    expect(
      textOf(<History submission={submission({ versions: [returned], daysLate: null })} indicators={indicators} />),
    ).toBe(
      '版本记录 第 1 版 报送 已退回 截止日 2020-10-15 丽水市建设局 保存于 2020-10-15 14:45 丽水市建设局 报送于 2020-10-15 15:10 ' +
        '建筑业管理处 退回于 2020-10-16 11:30 理由：请核对 含两个续建项目',
    );
    const accepted = { ...returned, state: 'accepted', returnReason: null } as const;
    const text = textOf(
      <History submission={submission({ versions: [accepted], daysLate: null })} indicators={indicators} />,
    );
    expect(text).toContain('建筑业管理处 通过于 2020-10-16 11:30');
    expect(text).not.toContain('退回');
    expect(text).not.toContain('还没有版本');
    // A draft was sent and decided by nobody.
    const draft = textOf(
      <History
        submission={submission({ versions: [version({ savedBy: 'lishui' })], daysLate: null })}
        indicators={indicators}
      />,
    );
    expect(draft).toBe('版本记录 第 1 版 报送 草稿 截止日 2020-10-31 丽水市建设局 保存于 2020-10-19 09:12');
  });

  it('say of the first report alone whether it was in time, or by how many days it was late', () => {
    const sent = { submittedBy: 'lishui', submittedAt: '2020-11-07T07:10:00.000Z' } as const;
    const versions = [
      version({ number: 3, savedBy: 'lishui' }),
      version({ number: 2, state: 'returned', ...sent, submittedAt: '2020-11-09T07:10:00.000Z' }),
      version({ number: 1, state: 'returned', ...sent }),
    ];
    const textWith = (daysLate: number) =>
      textOf(<History submission={submission({ versions: versions, daysLate: daysLate })} indicators={indicators} />);
    expect(textWith(2)).toContain('报送于 2020-11-07 15:10 · 迟报 2 天');
    expect(textWith(2).match(/迟报/g)).toHaveLength(1);
    expect(textWith(1)).toContain(' · 迟报 1 天');
    expect(textWith(0)).toContain('报送于 2020-11-07 15:10 · 按时报送');
    expect(
      textOf(<History submission={submission({ versions: versions, daysLate: null })} indicators={indicators} />),
    ).not.toMatch(/按时|迟报/);
  });

  it('say what changed against the version before, each figure in its unit', () => {
    const first = version({ number: 1, figures: [figureOf('area', 400), figureOf('share', 400, 1600)] });
    const second = version({
      number: 2,
      figures: [figureOf('area', 1410.5), figureOf('civil', 200), figureOf('share', 400, 1600)],
    });
    const text = textOf(
      <History submission={submission({ versions: [second, first], daysLate: null })} indicators={indicators} />,
    );
    expect(text).toContain('与上一版相比 area：400.00 → 1,410.50 civil：-- → 200.00 第 1 版');
    expect(text).not.toContain('share：');
    // An unchanged one says so, and what a report leaves out has changed to nothing.
    const same = textOf(
      <History
        submission={submission({ versions: [{ ...first, number: 2 }, first], daysLate: null })}
        indicators={indicators}
      />,
    );
    expect(same).toContain('数据与上一版相同。');
    const less = textOf(
      <History
        submission={submission({ versions: [version({ number: 2 }), first], daysLate: null })}
        indicators={indicators}
      />,
    );
    expect(less).toContain('area：400.00 → -- share：25.00% (400.00 / 1,600.00) → --');
  });

  it('of which a correction names only what it changes', () => {
    const report = version({ number: 1, state: 'accepted', figures: [figureOf('area', 400), figureOf('civil', 200)] });
    const correction = version({ number: 2, kind: 'correction', state: 'submitted', figures: [figureOf('area', 410)] });
    const text = textOf(
      <History submission={submission({ versions: [correction, report], daysLate: null })} indicators={indicators} />,
    );
    expect(text).toContain('第 2 版 更正 已报送');
    expect(text).toContain('与上一版相比 area：400.00 → 410.00');
    expect(text).not.toContain('civil：');
  });

  it('are those of late where there are many, the last of them compared with one that is not shown', async () => {
    const versions = Array.from({ length: 11 }, (_, at) =>
      version({ number: 30 - at, state: 'accepted', figures: [figureOf('area', 430 - at)], note: `第${30 - at}次` }),
    );
    const standing = version({ number: 4, state: 'accepted', figures: [figureOf('civil', 200)], note: '仍有效' });
    const long = submission({ versions: [...versions, standing], recent: 11, earlier: 18, daysLate: 2 });
    const text = wordsIn(await partOf(<History submission={long} indicators={indicators} />));
    expect([...text.matchAll(/第 (\d+) 版/g)].map(([, number]) => Number(number))).toEqual([
      30, 29, 28, 27, 26, 25, 24, 23, 22, 21,
    ]);
    expect(text).toContain('area：420.00 → 421.00');
    expect(text).not.toContain('仍有效');
    // Which the first report was is not known of these.
    expect(text).not.toContain('迟报');
    expect(text).toMatch(/显示更早的 20 版$/);
  });
});
