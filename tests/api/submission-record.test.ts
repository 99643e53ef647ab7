import { describe, expect, it } from 'vitest';
import { inputContextOf, type SubmissionRecord } from '#api/submissions/submission-record.ts';
import { presentSubmission } from '#api/submissions/present.ts';
import { accepted, record, figure, indicators, targets, version } from '#tests/support/small-record.ts';
import { area, authorNamed, north, smallOffice, steel } from '#tests/support/small-office.ts';

const contextAt = (month: number, code = 'area') =>
  inputContextOf(indicators.find((one) => one.code === code) ?? area, { year: 2021, month }, { accepted, targets });

describe('what stands beside an input', () => {
  it('is last month, the same month last year, both years and the target of the month, in the unit', () => {
    const source = 'https://example.org/may';
    expect(contextAt(6)).toEqual({
      ownCurve: null,
      indicator: 'area',
      target: 1200,
      lastMonth: { indicator: 'area', cumulative: 450, denominator: null, origin: 'published', source },
      sameMonthLastYear: { indicator: 'area', cumulative: 540, denominator: null, origin: 'invented', source: null },
      accepted: [
        { month: 4, asOf: '2021-04-30', cumulative: 380, denominator: null },
        { month: 5, asOf: '2021-05-31', cumulative: 450, denominator: null },
      ],
      lastYear: [
        { month: 5, asOf: '2020-05-31', cumulative: 450, denominator: null },
        { month: 6, asOf: '2020-06-30', cumulative: 540, denominator: null },
        { month: 12, asOf: '2020-12-31', cumulative: 900, denominator: null },
      ],
      baseline: null,
    });
    expect(contextAt(7)).toMatchObject({ target: 1500, lastMonth: null, sameMonthLastYear: null });
  });

  it('looks in January at last December', () => {
    expect(contextAt(1)).toMatchObject({ lastMonth: { cumulative: 900 }, sameMonthLastYear: null });
  });

  it('has a share’s two parts, and its target as a fraction', () => {
    expect(contextAt(6, 'share')).toMatchObject({
      target: 0.3,
      lastMonth: { cumulative: 260, denominator: 1000 },
      accepted: [{ month: 5, cumulative: 260, denominator: 1000 }],
      baseline: null,
    });
  });

  it('has a stock’s level at the end of last year, and no target where there is none', () => {
    expect(contextAt(6, 'steel')).toMatchObject({ target: null, baseline: 20, lastMonth: null });
    const november = accepted.filter(({ month }) => month === 11);
    expect(inputContextOf(steel, { year: 2021, month: 6 }, { accepted: november, targets }).baseline).toBeNull();
  });
});

describe('a month as somebody sees it', () => {
  const bureau = { id: 'north', author: authorNamed('north'), role: 'bureau', region: north, within: null } as const;
  const official = {
    id: 'official',
    author: authorNamed('official'),
    role: 'official',
    region: null,
    within: null,
  } as const;
  const sent = version([figure('demos', 7), figure('area', 5_400_000), figure('share', 32_400, 120_000)], {
    note: 'n',
    cause: 'c',
    remedies: 'm',
    asOf: '2021-06-30',
  });
  const month = record({ versions: [sent] });
  const seen = (given: SubmissionRecord, actor: typeof bureau | typeof official) => presentSubmission(given, actor);

  it('has its days, its counter, its versions and a context for every indicator', () => {
    const reply = seen(month, official);
    expect(reply).toMatchObject({
      region: north,
      year: 2021,
      month: 6,
      status: 'submitted',
      // What was sent and decided; the bureau's own counter, which its saves raise too, is 3.
      version: 2,
      asOf: { earliest: '2021-06-01', latest: '2021-06-30', usual: '2021-06-30' },
      dueOn: '2021-07-05',
    });
    expect(reply.context.map(({ indicator }) => indicator)).toEqual(['area', 'civil', 'share', 'steel', 'demos']);
    expect(reply.versions).toEqual([
      {
        number: 1,
        kind: 'submission',
        state: 'submitted',
        asOf: '2021-06-30',
        // In the indicators' order and unit.
        figures: [
          { indicator: 'area', cumulative: 540, denominator: null, origin: 'reported', source: null },
          { indicator: 'share', cumulative: 324, denominator: 1200, origin: 'reported', source: null },
          { indicator: 'demos', cumulative: 7, denominator: null, origin: 'reported', source: null },
        ],
        note: 'n',
        cause: 'c',
        remedies: 'm',
        absences: {},
        words: {},
        savedBy: 'bureau',
        savedAt: '2021-01-02T00:00:00.000Z',
        submittedBy: 'bureau',
        submittedAt: '2021-01-02T00:00:00.000Z',
        decidedBy: null,
        decidedAt: null,
        returnReason: null,
        revokedBy: null,
        revokedAt: null,
        revokeReason: null,
        packageMonth: null,
        packageNumber: null,
        receipt: { number: `${north}-2021-06-1`, code: expect.stringMatching(/^([0-9A-F]{4}-){2}[0-9A-F]{4}$/) },
        entered: null,
      },
    ]);
  });

  it('offers each what they may do', () => {
    const nothing = {
      save: false,
      submit: false,
      withdraw: false,
      accept: false,
      return: false,
      correct: false,
      revoke: false,
    };
    expect(seen(month, official).can).toEqual({ ...nothing, accept: true, return: true });
    expect(seen(month, bureau).can).toEqual({ ...nothing, withdraw: true });
    expect(seen(record(), bureau).can).toEqual({ ...nothing, save: true });
    expect(seen(record({ versions: [version([], { state: 'draft' })] }), bureau).can).toEqual({
      ...nothing,
      save: true,
      submit: true,
    });
    expect(seen(record({ versions: [version([], { state: 'accepted' })] }), bureau).can).toEqual({
      ...nothing,
      correct: true,
      revoke: false,
    });
  });

  const hintsOf = (row: ReturnType<typeof figure>) =>
    seen(record({ versions: [version([row])] }), official).hints.map(({ code, indicator }) => [code, indicator]);

  const hintsOn = (row: ReturnType<typeof figure>) => hintsOf(row).filter(([, code]) => code === row.indicator);

  it('has hints by the rule for each kind: a flow 8 points below its pace is not behind, a share of 83 % of its target is', () => {
    expect(hintsOn(figure('area', 5_000_000))).toEqual([]);
    // 300 of 1200 where 360 are asked for.
    expect(hintsOn(figure('share', 30_000, 120_000))).toEqual([['would-be-behind', 'share']]);
  });

  it('has a hint on what a report leaves out though earlier months had it, and none on what a correction does not name', () => {
    expect(hintsOf(figure('area', 5_000_000))).toEqual([['not-reported', 'share']]);
    const correction = version([figure('area', 5_000_000)], { kind: 'correction' });
    expect(seen(record({ versions: [correction] }), official).hints).toEqual([]);
  });

  it('has hints only while it waits, each of its own indicator', () => {
    // 540 is last June’s to the last digit; 27 % of 30 % is 90 % of the target, on watch.
    expect(seen(month, official).hints).toEqual([
      { code: 'copied', indicator: 'area', value: 540, against: 540, weight: 3 },
    ]);
    expect(seen(record({ versions: [{ ...sent, state: 'accepted' }] }), official).hints).toEqual([]);
    expect(seen(record({ versions: [{ ...sent, state: 'returned' }] }), official).hints).toEqual([]);
  });
});

describe('an office without anything', () => {
  it('has a context of nothing', () => {
    const [only] = smallOffice({}).indicators;
    expect(only && inputContextOf(only, { year: 2021, month: 6 }, { accepted: [], targets: [] })).toEqual({
      indicator: 'area',
      target: null,
      lastMonth: null,
      sameMonthLastYear: null,
      accepted: [],
      lastYear: [],
      baseline: null,
      ownCurve: null,
    });
  });
});
