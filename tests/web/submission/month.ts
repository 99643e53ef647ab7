import type { Indicator } from '#api/indicators/contract.ts';
import { starts2019Points } from '#api/measures/curve.ts';
import { presets } from '#api/measures/rule.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import type { InputContext, Submission, SubmissionVersion } from '#api/submissions/contract.ts';
import type { FigureReply } from '#api/figures/contract.ts';
import { subjectOf } from '#web/parts/submissions/subject.ts';
import type { Subject } from '#web/parts/submissions/subject.ts';

const words = (text: string) => ({ zh: text, en: text });

/** An area in 万㎡ with two decimals, unless told otherwise. */
export function indicatorOf(code: string, more: Partial<Indicator> = {}): Indicator {
  return {
    code,
    kind: 'flow',
    name: words(code),
    short: words(code),
    unit: { zh: '万㎡', en: '10k m²' },
    scale: 10_000,
    decimals: 2,
    core: true,
    required: true,
    requiredFrom: null,
    retiredFrom: null,
    partOf: null,
    numeratorFrom: null,
    curve: {
      code: 'starts-2019',
      name: words('starts-2019'),
      points: [...starts2019Points],
      source: { zh: '', en: '' },
    },
    definition: words(''),
    ...more,
  };
}

export const area = indicatorOf('area');
export const civil = indicatorOf('civil', { partOf: 'area' });
export const share = indicatorOf('share', { kind: 'ratio', core: false, required: false, numeratorFrom: 'area' });
export const steel = indicatorOf('steel', { kind: 'stock', core: false, required: false });
export const projects = indicatorOf('projects', { scale: 1, decimals: 0, core: false, required: false });

export const indicators = new Map([area, civil, share, steel, projects].map((one) => [one.code, one]));

export const figureOf = (indicator: string, cumulative: number, denominator: number | null = null): FigureReply => ({
  indicator,
  cumulative,
  denominator,
  origin: 'reported',
  source: null,
});

export const version = (more: Partial<SubmissionVersion> = {}): SubmissionVersion => ({
  number: 1,
  kind: 'submission',
  state: 'draft',
  asOf: '2020-10-31',
  figures: [],
  note: '',
  cause: '',
  remedies: '',
  absences: {},
  words: {},
  savedBy: 'wenzhou',
  savedAt: '2020-10-19T01:12:00.000Z',
  submittedBy: null,
  submittedAt: null,
  decidedBy: null,
  decidedAt: null,
  returnReason: null,
  revokedBy: null,
  revokedAt: null,
  revokeReason: null,
  packageMonth: null,
  packageNumber: null,
  receipt: null,
  entered: null,
  ...more,
});

const septembers = [12, 26, 60, 98, 140, 196, 242, 290, 348];

const accepted = (values: readonly number[], denominators: readonly number[] | null = null): InputContext['accepted'] =>
  values.map((cumulative, index) => ({
    month: index + 1,
    asOf: `2020-${String(index + 1).padStart(2, '0')}-${[31, 29, 31, 30, 31, 30, 31, 31, 30][index] ?? 30}`,
    cumulative,
    denominator: denominators?.[index] ?? null,
  }));

const beside = (indicator: string, more: Partial<InputContext> = {}): InputContext => ({
  indicator,
  target: null,
  lastMonth: null,
  sameMonthLastYear: null,
  accepted: [],
  lastYear: [],
  baseline: null,
  ownCurve: null,
  ...more,
});

/** October 2020 of a city with 348 of 600 at the end of September, the worked example of the method. */
export function submission(more: Partial<Submission> = {}): Submission {
  return {
    region: '330300',
    year: 2020,
    month: 10,
    status: 'missing',
    version: 0,
    asOf: { earliest: '2020-10-01', latest: '2020-10-31', usual: '2020-10-31' },
    dueOn: '2020-11-05',
    closesOn: null,
    notOwed: null,
    closed: false,
    daysLate: null,
    versions: [],
    recent: more.versions?.length ?? 0,
    earlier: 0,
    context: [
      beside('area', { target: 600, accepted: accepted(septembers) }),
      beside('civil', { accepted: accepted(septembers.map((value) => value / 2)) }),
      beside('share', {
        target: 0.3,
        accepted: accepted(
          septembers,
          septembers.map((value) => value * 4),
        ),
      }),
      beside('steel', { baseline: 20 }),
      beside('projects', { accepted: accepted([0, 0, 1, 1, 2, 2, 3, 4, 5]) }),
    ],
    hints: [],
    can: { save: true, submit: false, withdraw: false, accept: false, return: false, correct: false, revoke: false },
    ...more,
  };
}

const rule: RuleDetail = {
  id: 'three-measures',
  version: 1,
  name: words('three-measures'),
  conditions: presets['three-measures'],
  source: { zh: '', en: '' },
  effectiveYear: 2020,
  effectiveMonth: 1,
  author: '',
  authoredAt: '2020-01-01T00:00:00.000Z',
  reason: null,
};

export const rules: readonly RuleDetail[] = [rule];

export const subject = (of: Submission = submission()): Subject => subjectOf(of, indicators, rules);
