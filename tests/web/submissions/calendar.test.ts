/** The calendar's forms: what is pasted, what is typed, and what saving would move. */
import { describe, expect, it } from 'vitest';
import type { MonthDeadline } from '#api/deadlines/contract.ts';
import { usualRule } from '#api/deadlines/lifecycle.ts';
import { holidayYears } from '#seeds/reference/holidays.ts';
import { daysAsRows, readPastedDays } from '#web/features/submissions/calendar/pasted-days.ts';
import {
  movedMonths,
  ruleOf,
  ruleSentencesWrong,
  specialOf,
  typedOf,
} from '#web/features/submissions/calendar/typed-rule.ts';

const special = specialOf(holidayYears.flatMap(({ days }) => days));

describe('pasted holidays', () => {
  it('are read by tabs or commas, in the ways that spreadsheets and notices write a day', () => {
    const text =
      '2022-10-03\t休\t国庆节\t国办发明电〔2021〕11号\r\n\n2022/10/8,班,国庆节调休,国办发明电〔2021〕11号\n2022年1月3日，OFF，元旦，某文件';
    expect(readPastedDays(text, 2022)).toEqual({
      days: [
        { day: '2022-01-03', kind: 'off', name: '元旦', source: '某文件' },
        { day: '2022-10-03', kind: 'off', name: '国庆节', source: '国办发明电〔2021〕11号' },
        { day: '2022-10-08', kind: 'working', name: '国庆节调休', source: '国办发明电〔2021〕11号' },
      ],
      faults: [],
    });
  });

  it('name each line that cannot be read, and what is wrong with it', () => {
    const rows = [
      '2022-10-03,休,国庆节',
      '2022-02-30,休,无此日,文号',
      '2021-10-03,休,国庆节,文号',
      '2022-10-03,周末,国庆节,文号',
      '2022-10-03,休,,文号',
      '2022-10-04,休,国庆节,文号',
      '2022/10/4,休,国庆节,文号',
    ];
    const faults = ['columns', 'day', 'other-year', 'kind', 'text', 'twice'];
    const { days, faults: found } = readPastedDays(rows.join('\n'), 2022);
    expect(days.map(({ day }) => day)).toEqual(['2022-10-04']);
    expect(found).toEqual(faults.map((fault, at) => ({ line: [1, 2, 3, 4, 5, 7][at], fault })));
  });

  it('are written as rows that are read as the same days', () => {
    for (const { year, days } of holidayYears) {
      const rows = daysAsRows(days, { off: '休', working: '班' });
      expect(readPastedDays(rows, year)).toEqual({ days, faults: [] });
    }
  });
});

/** A month of 2020 under the usual rule. */
const usual = (month: number): MonthDeadline => ({
  year: 2020,
  month,
  version: 0,
  onTimeDay: '',
  closesOn: null,
  usual: { onTimeDay: `2020-${String(month + 1).padStart(2, '0')}-05`, closesOn: null },
  notOwed: null,
  decisions: [],
  can: { set: true },
});

describe('a typed rule', () => {
  const typed = { ...typedOf(usualRule), reason: '省厅统一规定' };
  const wrong = (more: Partial<typeof typed>) =>
    ruleSentencesWrong({ ...typed, ...more }, { year: 2020, special, language: 'zh', dayWords: '1 至 31' });

  it('begins with the rule in force and is that rule again', () => {
    const rule = { ...usualRule, closes: { count: 'working', day: 8 }, dayOff: 'moves' } as const;
    expect(ruleOf(typedOf(rule))).toEqual(rule);
    expect(ruleOf(typed)).toEqual(usualRule);
    expect(ruleOf({ ...typed, onTimeDay: '0' })).toBeNull();
  });

  it('is judged at its fields by the server’s rules', () => {
    expect(wrong({})).toEqual({});
    expect(wrong({ onTimeDay: '32', reason: '' })).toEqual({
      onTimeDay: '1 至 31',
      reason: expect.stringContaining('理由'),
    });
    expect(wrong({ closesCount: 'calendar', closesDay: '' })).toEqual({ closesDay: '1 至 31' });
    expect(wrong({ closesCount: 'calendar', closesDay: '3' }).closesDay).toContain('2020-02-05');
  });

  it('shows the months that it moves and no others', () => {
    const months = [8, 9, 10].map(usual);
    // 5 September is a Saturday, 5 October a holiday, 5 November a Thursday.
    const moved = movedMonths(months, { rule: { ...usualRule, dayOff: 'moves' }, special });
    expect(moved.map(({ month, to }) => [month, to.onTimeDay])).toEqual([
      [8, '2020-09-07'],
      [9, '2020-10-09'],
    ]);
    expect(movedMonths(months, { rule: usualRule, special })).toEqual([]);
  });
});
