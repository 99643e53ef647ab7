/** What must be right about a report before it is kept or sent. */
import type { IndicatorRow } from '#db/indicators.ts';
import type { FiguredVersion, NewFigure } from '#db/submissions.ts';
import { Problem, type ProblemPointer } from '../http/problem.ts';
import type { Day } from '../measures/vocabulary.ts';
import type { Draft } from './contract.ts';
import type { SubmissionRecord } from './submission-record.ts';
import { nameOf, pointerToFigure, problemOf, readFigures } from '../figures/read-figures.ts';
import { asOfRefusal, levelWords, standingVersion } from './lifecycle.ts';
import { needsExplanation, preview } from './preview.ts';
import { previewOf } from './present.ts';

/** The shape of a version that its level is previewed from. */
type Explained = Pick<FiguredVersion, 'year' | 'month' | 'asOf' | 'cause' | 'remedies'> & {
  readonly figures: readonly NewFigure[];
};

/**
 * Reads the as-of day and the figures of a draft or a correction.
 * @throws Problem with every problem's pointer: `as-of-outside-month`, `as-of-not-newer`, and those of figures
 */
export function readReport(
  kind: FiguredVersion['kind'],
  draft: Draft,
  record: SubmissionRecord,
): { readonly asOf: Day; readonly figures: readonly NewFigure[] } {
  const { window, versions, indicators, year, month } = record;
  const isCorrection = kind === 'correction';
  const usual = isCorrection ? standingVersion(versions)?.asOf : undefined;
  const asOf = draft.asOf ?? usual ?? window.usual;
  const refusal = asOfRefusal(kind, asOf, { versions, window });
  const standing = record.accepted.filter((figure) => isCorrection && figure.year === year && figure.month === month);
  const { figures, problems } = readFigures(draft.figures, indicators, standing);
  const problem = problemOf([...(refusal === null ? [] : [{ pointer: '/asOf', ...refusal }]), ...problems]);
  if (problem !== null) throw problem;
  return { asOf, figures };
}

/**
 * Every indicator that is required must be there.
 * @throws Problem `figures-missing`
 */
export function checkComplete(
  figures: readonly Pick<NewFigure, 'indicator'>[],
  { indicators }: SubmissionRecord,
): void {
  const missing = indicators.filter(
    ({ required, code }) => required && !figures.some(({ indicator }) => indicator === code),
  );
  if (missing.length === 0) return;
  throw new Problem('figures-missing', namesOf(missing), {
    pointers: missing.map((indicator) => ({
      pointer: pointerToFigure(indicator.code),
      code: 'figures-missing',
      values: namesOf([indicator]),
    })),
  });
}

/**
 * Where a core indicator would be watch or behind, both cause and remedies must be said.
 * @throws Problem `explanation-required`
 */
export function checkExplained(version: Explained, record: SubmissionRecord): void {
  const missing = (['cause', 'remedies'] as const).filter((field) => version[field] === '');
  if (missing.length === 0) return;
  const levels = record.indicators.flatMap((indicator) => levelIn(version, indicator, record));
  const level = levels.find((one) => one === 'behind') ?? levels.at(0);
  if (level === undefined) return;
  const values = { level: levelWords[level] };
  const pointers: ProblemPointer[] = missing.map((field) => ({
    pointer: `/${field}`,
    code: 'explanation-required',
    values,
  }));
  throw new Problem('explanation-required', values, { pointers });
}

/** The level that a version's figure of a core indicator would give, where it must be explained. */
function levelIn(version: Explained, indicator: IndicatorRow, record: SubmissionRecord): ('watch' | 'behind')[] {
  const figure = version.figures.find((one) => one.indicator === indicator.code);
  if (figure === undefined || !indicator.core) return [];
  const { cumulative, denominator = null } = figure;
  const { level } = preview({ ...previewOf(version, indicator, record), figure: { cumulative, denominator } });
  return needsExplanation(level) ? [level] : [];
}

const namesOf = (indicators: readonly IndicatorRow[]) => ({
  indicators: {
    zh: indicators.map((indicator) => nameOf(indicator).zh).join('、'),
    en: indicators.map((indicator) => nameOf(indicator).en).join(', '),
  },
});
