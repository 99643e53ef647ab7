import { describe, expect, it } from 'vitest';
import { correctionBody, correctionSheet, correctionsIn } from '#web/features/submissions/form/correction-table.tsx';
import { typeInto } from '#web/features/submissions/form/sheet.ts';
import { figureOf, subject, submission, version } from './month.ts';

const report = version({
  state: 'accepted',
  figures: [figureOf('area', 400), figureOf('civil', 200), figureOf('share', 400, 1600)],
  note: '报送时的备注',
});
const accepted = subject(submission({ status: 'accepted', version: 3, versions: [report] }));
const start = correctionSheet(accepted);

describe('a correction', () => {
  it('begins with the accepted figures and without a reason', () => {
    expect(start.figures['area']).toMatchObject({ cumulative: '400.00' });
    expect(start.note).toBe('');
    expect(correctionsIn(accepted, start)).toEqual([]);
  });

  it('holds only what changes; a numerator changes with the indicator it follows', () => {
    const sheet = { ...typeInto(accepted, start, { code: 'area', field: 'cumulative' }, '410'), note: '漏报一个项目' };
    expect(correctionsIn(accepted, sheet)).toEqual([
      {
        code: 'area',
        before: { cumulative: 4_000_000, denominator: null },
        after: { cumulative: 4_100_000, denominator: null },
      },
      {
        code: 'share',
        before: { cumulative: 4_000_000, denominator: 16_000_000 },
        after: { cumulative: 4_100_000, denominator: 16_000_000 },
      },
    ]);
    expect(correctionBody(accepted, sheet)).toMatchObject({
      figures: { area: { cumulative: '410.00' }, share: { numerator: '410.00', denominator: '1600.00' } },
      asOf: '2020-10-31',
      reason: '漏报一个项目',
    });
  });

  it('goes on from a correction that came back', () => {
    const returned = version({
      number: 2,
      kind: 'correction',
      state: 'returned',
      figures: [figureOf('civil', 210)],
      note: '理由',
    });
    const again = subject(submission({ status: 'returned', version: 5, versions: [returned, report] }));
    const sheet = correctionSheet(again);
    expect(sheet.figures['civil']).toMatchObject({ cumulative: '210.00' });
    expect(sheet.figures['area']).toMatchObject({ cumulative: '400.00' });
    expect(correctionsIn(again, sheet).map(({ code }) => code)).toEqual(['civil']);
  });
});
