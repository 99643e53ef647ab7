import { beforeAll, describe, expect, it } from 'vitest';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { FigureValue } from '#web/parts/submissions/figure-value.tsx';
import { figureText, inUnitOf, sameFigure, storedFigure } from '#web/parts/submissions/figures.ts';
import { FiguresTable } from '#web/parts/submissions/figures-table.tsx';
import { hintText } from '#web/parts/submissions/hint-words.ts';
import { LevelCell } from '#web/parts/submissions/level-cell.tsx';
import { Said } from '#web/parts/submissions/said.tsx';
import { currentVersion, shownFigures } from '#web/parts/submissions/subject.ts';
import { textOf } from '#tests/support/drawn.tsx';
import { area, figureOf, projects, share, subject, submission, version } from '../submission/month.ts';

beforeAll(() => startText('zh'));

const valueText = (more: object, indicator = area) =>
  textOf(<FigureValue indicator={indicator} figure={{ cumulative: 390, denominator: null, ...more }} />);

describe('a figure', () => {
  it('is written in its unit, a ratio as its share with its parts, none as none', () => {
    expect(figureText(area, { cumulative: 1234.5, denominator: null })).toBe('1,234.50');
    expect(figureText(projects, { cumulative: 3, denominator: null })).toBe('3');
    expect(figureText(area, { cumulative: 0, denominator: null })).toBe('0.00');
    expect(figureText(share, { cumulative: 390, denominator: 1600 })).toBe('24.38% (390.00 / 1,600.00)');
    expect(figureText(share, { cumulative: 0, denominator: 0 })).toBe('-- (0.00 / 0.00)');
    expect(figureText(area, null)).toBe('--');
  });

  it('goes between its unit and base units without a loss', () => {
    expect(inUnitOf(area, { cumulative: 12_345_000, denominator: null })).toEqual({
      cumulative: 1234.5,
      denominator: null,
    });
    expect(inUnitOf(share, { cumulative: 3_900_000, denominator: 16_000_000 })).toEqual({
      cumulative: 390,
      denominator: 1600,
    });
    expect(storedFigure(area, { cumulative: 1234.5, denominator: null })).toEqual({
      cumulative: 12_345_000,
      denominator: null,
    });
    expect(storedFigure(share, { cumulative: 390, denominator: 1600 })).toEqual({
      cumulative: 3_900_000,
      denominator: 16_000_000,
    });
  });

  it('is the same where both its parts are', () => {
    const figure = { cumulative: 390, denominator: 1600 };
    expect(sameFigure(figure, { ...figure })).toBe(true);
    expect(sameFigure(figure, { ...figure, cumulative: 391 })).toBe(false);
    expect(sameFigure(figure, { ...figure, denominator: 1601 })).toBe(false);
    expect(sameFigure(figure, null)).toBe(false);
    expect(sameFigure(null, figure)).toBe(false);
    expect(sameFigure(null, null)).toBe(true);
  });

  it('has a dagger where it is invented', () => {
    expect(valueText({})).toBe('390.00');
    expect(valueText({ origin: 'reported' })).toBe('390.00');
    expect(valueText({ origin: 'invented' })).toMatch(/^390\.00 †/);
    expect(valueText({ denominator: 1600 }, share)).toBe('24.38% 390.00 / 1,600.00');
    expect(valueText({ denominator: 1600, origin: 'invented' }, share)).toMatch(/^24\.38% † .* 390\.00 \/ 1,600\.00$/);
    expect(valueText({ cumulative: 0, denominator: 0 }, share)).toBe('-- 0.00 / 0.00');
    expect(textOf(<FigureValue indicator={area} figure={null} />)).toBe('--');
  });
});

describe('a level in a table', () => {
  it('has its gap under it, and is none where nothing can be judged', () => {
    expect(textOf(<LevelCell standing={{ level: 'watch', gapPoints: -6.854 }} />)).toBe('预警 −6.85 个百分点');
    expect(textOf(<LevelCell standing={{ level: 'on-pace', gapPoints: 0 }} />)).toBe('正常 0.00 个百分点');
    expect(textOf(<LevelCell standing={{ level: 'no-data', gapPoints: null }} />)).toBe('无数据');
    expect(textOf(<LevelCell standing={null} />)).toBe('--');
  });
});

describe('what was written beside the figures', () => {
  const written = { kind: 'submission', cause: '供地推迟', remedies: '专班推进', note: '含续建', words: {} } as const;

  it('is what says something, in the order of the form', () => {
    expect(textOf(<Said of={written} indicators={[area]} />)).toBe('原因 供地推迟 措施 专班推进 备注 含续建');
    expect(textOf(<Said of={{ ...written, cause: ' ', note: '' }} indicators={[area]} />)).toBe('措施 专班推进');
    expect(textOf(<Said of={{ ...written, cause: '', remedies: '\n', note: ' ' }} indicators={[area]} />)).toBe('');
  });

  it('has a word on an indicator under its name', () => {
    const words = { area: '含续建项目', gone: '无' };
    expect(textOf(<Said of={{ ...written, note: '', words }} indicators={[area]} />)).toBe(
      '原因 供地推迟 措施 专班推进 对“area”的说明 含续建项目',
    );
  });

  it('is a correction’s reason where it corrects', () => {
    expect(textOf(<Said of={{ ...written, kind: 'correction' }} indicators={[area]} />)).toBe(
      '原因 供地推迟 措施 专班推进 更正理由 含续建',
    );
  });
});

describe('a hint in words', () => {
  const words = { t: textNow, language: 'zh' } as const;
  const hint = (code: Parameters<typeof hintText>[1]['code'], value: number | null, against: number | null) =>
    hintText(words, { indicator: 'area', code, value, against }, area);

  it('has its numbers in the indicator’s unit, a completion in per cent', () => {
    expect(hint('falling', 340, 348)).toBe('area：累计 340.00 小于此前已通过的 348.00 万㎡');
    expect(hint('jump', 152, 1050.5)).toBe('area：每月新增 152.00 万㎡，远高于以往各月的中位数 1,050.50');
    expect(hint('copied', 348, 348)).toBe('area：348.00 万㎡ 与此前的数完全相同');
    expect(hint('would-be-behind', 0.58, 0.7295)).toBe('area：若通过将为滞后，完成 58.00%，序时 72.95%');
    expect(hint('far-from-last-year', 900, null)).toBe(
      'area：累计 900.00，与去年同月 -- 万㎡ 之比，明显不同于今年前几个月',
    );
  });

  it('names the smallest step of the indicator on the line', () => {
    expect(hint('on-the-line', 417.55, null)).toBe('area：417.55 万㎡ 恰在界线上，少 0.01 即降一级');
    expect(hintText(words, { indicator: 'projects', code: 'on-the-line', value: 3, against: null }, projects)).toBe(
      'projects：3 万㎡ 恰在界线上，少 1 即降一级',
    );
  });

  it('is its code where the indicator is gone', () => {
    expect(hintText(words, { indicator: 'gone', code: 'falling', value: 1, against: 2 }, undefined)).toBe('falling');
  });
});

const tableText = (of: ReturnType<typeof submission>, more: { withBefore: boolean; isAccepted: boolean }) =>
  textOf(
    <FiguresTable
      subject={subject(of)}
      caption="第 1 版数据"
      asOf="2020-10-31"
      figures={shownFigures(of)}
      absences={currentVersion(of)?.absences ?? {}}
      {...more}
    />,
  );

describe('the table of a stored version', () => {
  const report = version({
    number: 1,
    state: 'accepted',
    figures: [figureOf('area', 400), figureOf('share', 400, 1600)],
  });
  const correction = version({ number: 2, kind: 'correction', state: 'submitted', figures: [figureOf('area', 410)] });

  it('has each figure with its increment and its level once accepted', () => {
    const text = tableText(submission({ versions: [{ ...report, state: 'submitted' }] }), {
      withBefore: false,
      isAccepted: false,
    });
    expect(text).toContain('第 1 版数据 指标 累计 本月新增 上月累计 去年同月 若通过 area');
    // 400 − 348; 400 of 600 is 66.67 %, by the end of October 81.72 % are expected.
    expect(text).toContain('area (万㎡) 400.00 +52.00 -- -- 滞后 −15.05 个百分点 civil');
    expect(text).toContain('civil (万㎡) -- -- -- -- -- share');
    expect(text).toMatch(/share \(%\) 25\.00% 400\.00 \/ 1,600\.00 -- -- -- (预警|滞后|正常)/);
  });

  it('says that the levels count where they do, and shows the one before where it is asked for', () => {
    const of = submission({ versions: [report] });
    expect(tableText(of, { withBefore: false, isAccepted: true })).toContain('去年同月 进度状态 area');
    const text = tableText(submission({ versions: [correction, report] }), { withBefore: true, isAccepted: false });
    expect(text).toContain('去年同月 现状 若通过 area');
    // The accepted figure stands under the one that would replace it, and the level before is that of September's 348.
    expect(text).toContain('410.00 已通过 400.00 +62.00 -- --');
    expect(text).not.toContain('已通过 25.00%');
  });
});
