/** June of the northern city in the small office: two core indicators of which one is a part of the other, and three more. */
import type { SubmissionRecord } from '#api/submissions/submission-record.ts';
import type { FigureRow, FiguredVersion } from '#db/submissions.ts';
import { area, civil, demos, figuresOf, north, ruleRow, share, steel, target, versionRow } from './small-office.ts';

export const part = { ...civil, partOf: 'area' };
export const indicators = [area, part, share, steel, demos];

export const figure = (indicator: string, cumulative: number, denominator: number | null = null): FigureRow => ({
  submissionVersion: 'v',
  indicator,
  cumulative,
  denominator,
  origin: 'reported',
  source: null,
});

export const version = (figures: readonly FigureRow[], more: Partial<FiguredVersion> = {}): FiguredVersion => ({
  ...versionRow(north, 6, { state: 'submitted', decidedBy: null, decidedAs: null, decidedAt: null }),
  ...more,
  figures,
});

export const accepted = [
  ...figuresOf(north, area, { 5: 450, 6: 540, 12: 900 }, { year: 2020, origin: 'invented' }),
  ...figuresOf(north, area, { 4: 380, 5: 450 }, { origin: 'published', source: 'https://example.org/may' }),
  ...figuresOf(north, share, { 5: [260, 1000] }),
  ...figuresOf(north, steel, { 11: 19, 12: 20 }, { year: 2020 }),
];

export const targets = [
  target(north, area, 1200),
  target(north, area, 1500, { sequence: 2, effectiveMonth: 7 }),
  target(north, part, 600),
  target(north, share, 30),
];

export const record = (more: Partial<SubmissionRecord> = {}): SubmissionRecord => ({
  region: north,
  year: 2021,
  month: 6,
  window: { earliest: '2021-06-01', latest: '2021-06-30', usual: '2021-06-30' },
  deadline: { onTimeDay: '2021-07-05', closesOn: null },
  notOwed: null,
  today: '2021-07-05',
  counters: { version: 3, sentVersion: 2 },
  versions: [],
  indicators,
  rule: ruleRow(),
  accepted,
  targets,
  ...more,
});
