/** Views and rows for the meeting mode's tests: Wenzhou at the end of September 2020. */
import type { StandingReply } from '#api/http/shapes.ts';
import type { SprintRow, SprintView } from '#web/features/sprint/sprint-view.ts';
import { indicatorOf } from '../standings.ts';
import { sprintRow } from './rows.ts';

const area = indicatorOf('area', { short: { zh: '装配式面积', en: 'Prefabricated area' } });
export const share = indicatorOf('share', { kind: 'ratio', unit: { zh: '万㎡', en: '10k m²' } });

/** A view of September 2020 on area, as of 19 October. */
export const viewOf = (more: Partial<SprintView> = {}, reply: Partial<SprintView['reply']> = {}): SprintView => ({
  reply: {
    year: 2020,
    month: 9,
    revision: 1,
    today: '2020-10-19',
    daysLeft: 73,
    rule: { id: 'three-measures', version: 1, name: { zh: '', en: '' } },
    coverage: { accepted: 11, done: 11, expected: 11 },
    province: { region: '330000', level: 'on-pace', indicators: [] },
    cities: [],
    months: [],
    invented: false,
    ...reply,
  },
  tense: 'latest',
  indicator: area,
  choices: [area],
  province: null,
  provinceTarget: 7000,
  provinceYearEnd: { kind: 'reached' },
  rows: [],
  ...more,
});

/** Wenzhou at the end of September 2020: 348 of 600, 117.89 until 31 October to be on pace. */
export const wenzhou: Partial<StandingReply> = {
  level: 'behind',
  target: 600,
  actual: 348,
  completion: 0.58,
  pace: 0.7295,
  gapPoints: -14.95,
  remaining: 252,
  neededPerMonth: 84,
  recentPerMonth: 50.67,
  intensity: 1.62,
  asOf: '2020-09-30',
  wayOut: [
    { level: 'watch', add: 69.55, by: '2020-10-31', denominatorAdded: null },
    { level: 'on-pace', add: 117.89, by: '2020-10-31', denominatorAdded: null },
  ],
};
const short: SprintRow['yearEnd'] = { kind: 'short', projection: 492, missing: 108 };
/** Wenzhou, with what differs. */
export const row = (standing: Partial<StandingReply>, yearEnd: SprintRow['yearEnd'] = short): SprintRow => ({
  ...sprintRow('330300', { ...wenzhou, ...standing }, { yearEnd }),
  name: 'Wenzhou',
});
