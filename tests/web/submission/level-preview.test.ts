import { describe, expect, it } from 'vitest';
import { levelToExplain, levelPreviews } from '#web/features/submissions/form/level-preview.tsx';
import { sheetOf, typeInto } from '#web/features/submissions/form/sheet.ts';
import { standingBefore, standingOf } from '#web/parts/submissions/standings.ts';
import { area, subject, submission } from './month.ts';

const month = subject();

const after = (added: string, asOf = '2020-10-31') => {
  const sheet = { ...sheetOf(month, null), asOf };
  return levelPreviews(month, typeInto(month, sheet, { code: 'area', field: 'increment' }, added));
};

const level = (added: string) => after(added).get('area')?.standing?.level;

describe('level previews', () => {
  it('gives the level that the server will give: October must add 69.55 to be watch and 117.82 to be on pace', () => {
    expect(level('69.54')).toBe('behind');
    expect(level('69.55')).toBe('watch');
    expect(level('117.81')).toBe('watch');
    expect(level('117.82')).toBe('on-pace');
  });

  it('says before anything is typed what the month must add', () => {
    const turns = levelPreviews(month, sheetOf(month, null)).get('area')?.turns;
    expect(turns).toEqual([
      { level: 'watch', by: '2020-10-31', add: 695_500 },
      { level: 'on-pace', by: '2020-10-31', add: 1_178_200 },
    ]);
  });

  it('says what is still missing once something is typed', () => {
    // 69.55 − 60 = 9.55; 117.82 − 60 = 57.82
    expect(
      after('60')
        .get('area')
        ?.turns.map(({ add }) => add),
    ).toEqual([95_500, 578_200]);
    // Watch is reached: 117.82 − 80 = 37.82 to on pace.
    expect(after('80').get('area')?.turns).toEqual([{ level: 'on-pace', by: '2020-10-31', add: 378_200 }]);
    expect(after('118').get('area')?.turns).toEqual([]);
    // Exactly what watch takes leaves nothing to add to it, and what is missing to on pace: 117.82 − 69.55.
    expect(after('69.55').get('area')?.turns).toEqual([{ level: 'on-pace', by: '2020-10-31', add: 482_700 }]);
  });

  it('judges a day inside the month by what the rest of the month can still add', () => {
    const row = after('30', '2020-10-16').get('area');
    expect(row?.standing?.level).toBe('behind');
    // The same month end is reached by 69.55 in all.
    expect(row?.turns.find(({ level }) => level === 'watch')).toMatchObject({ by: '2020-10-31', add: 395_500 });
  });

  it('computes a share as it is typed', () => {
    const sheet = typeInto(
      month,
      typeInto(month, sheetOf(month, null), { code: 'area', field: 'cumulative' }, '400'),
      { code: 'share', field: 'denominator' },
      '1600',
    );
    expect(levelPreviews(month, sheet).get('share')?.share).toBe(0.25);
  });

  it('judges nothing without a rule, and nothing that cannot be read', () => {
    expect(after('12万').get('area')?.standing).toBeNull();
    expect(standingBefore({ ...month, conditions: null }, area)).toBeNull();
  });
});

describe('standingBefore', () => {
  it('is how the region stands by what is accepted', () => {
    expect(standingBefore(month, area)?.level).toBe('behind');
  });

  it('is null where nothing is accepted yet, or nothing is known beside the indicator', () => {
    expect(standingBefore(subject(submission({ month: 1 })), area)).toBeNull();
    const unknown = { ...area, code: 'unknown' };
    expect(standingBefore(month, unknown)).toBeNull();
    expect(standingOf(month, unknown, '2020-10-31', { cumulative: 1, denominator: null })).toBeNull();
    expect(
      standingOf({ ...month, conditions: null }, area, '2020-10-31', { cumulative: 1, denominator: null }),
    ).toBeNull();
  });
});

describe('levelToExplain', () => {
  it('is the worst level of the core indicators, null where none is watch or behind', () => {
    expect(levelToExplain(month, after('0'))).toBe('behind');
    expect(levelToExplain(month, after('80'))).toBe('watch');
    expect(levelToExplain(month, after('118'))).toBeNull();
  });

  it('does not ask about what is not core', () => {
    const others = subject(submission());
    const sheet = typeInto(others, sheetOf(others, null), { code: 'projects', field: 'cumulative' }, '0');
    expect(levelToExplain(others, levelPreviews(others, sheet))).toBeNull();
  });
});
