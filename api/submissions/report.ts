/** What must be right about a report before it is kept or sent. */
import type { IndicatorRow } from '#db/indicators.ts';
import type { FiguredVersion, NewFigure } from '#db/submissions.ts';
import type { Absence } from '../figures/absence.ts';
import { pointerTo } from '../http/pointer.ts';
import { Problem, type ProblemPointer } from '../http/problem.ts';
import type { Draft } from './contract.ts';
import type { SubmissionRecord } from './submission-record.ts';
import { followingProblems, sourcelessProblems } from '../figures/following.ts';
import { nameOf, pointerToFigure, problemOf, readFigures } from '../figures/read-figures.ts';
import { asOfRefusal } from './as-of-refusal.ts';
import { levelWords, standingVersion } from './lifecycle.ts';
import { needsExplanation, preview } from './preview.ts';
import { previewOf } from './present.ts';

/** The shape of a version that its level is previewed from. */
type Explained = Pick<FiguredVersion, 'year' | 'month' | 'asOf' | 'cause' | 'remedies'> & {
  readonly figures: readonly NewFigure[];
};

/**
 * Reads the as-of day, the figures and what is said of them in a draft or a correction.
 * @throws Problem with every problem's pointer: `as-of-outside-month`, `as-of-not-newer`, `absence-in-correction`, and those of
 *   figures
 */
export function readReport(kind: FiguredVersion['kind'], draft: Draft, record: SubmissionRecord): Report {
  const { window, versions, indicators, year, month } = record;
  const isCorrection = kind === 'correction';
  const usual = isCorrection ? standingVersion(versions)?.asOf : undefined;
  const asOf = draft.asOf ?? usual ?? window.usual;
  const refusal = asOfRefusal(kind, asOf, { versions, window });
  const standing = record.accepted.filter((figure) => isCorrection && figure.year === year && figure.month === month);
  const { figures, absences, problems } = readFigures(draft.figures, indicators, standing);
  const words = wordsIn(draft);
  const problem = problemOf([
    ...(refusal === null ? [] : [{ pointer: '/asOf', ...refusal }]),
    ...problems,
    ...(isCorrection ? withdrawnProblems(absences, indicators) : []),
    ...unknownProblems(words, indicators),
  ]);
  if (problem !== null) throw problem;
  return { asOf, figures, absences: orNull(absences), words: orNull(words) };
}

/** What a draft or a correction says of its indicators, as it is stored. */
export interface Report extends Pick<FiguredVersion, 'asOf' | 'absences' | 'words'> {
  readonly figures: readonly NewFigure[];
}

/** What was said of indicators, without what is empty. */
function wordsIn({ words = {} }: Draft): Readonly<Record<string, string>> {
  const said = Object.entries(words).map(([code, word]) => [code, word.trim()] as const);
  return Object.fromEntries(said.filter(([, word]) => word !== ''));
}

const orNull = <Held extends object>(held: Held): Held | null => (Object.keys(held).length === 0 ? null : held);

/** An accepted figure is corrected by another: that there is none would leave it standing. */
function withdrawnProblems(
  absences: Readonly<Record<string, Absence>>,
  indicators: readonly IndicatorRow[],
): readonly ProblemPointer[] {
  return indicators
    .filter(({ code }) => absences[code] !== undefined)
    .map((indicator) => ({
      pointer: pointerToFigure(indicator.code),
      code: 'absence-in-correction',
      values: { indicator: nameOf(indicator) },
    }));
}

const unknownProblems = (words: Readonly<Record<string, string>>, indicators: readonly IndicatorRow[]) =>
  Object.keys(words)
    .filter((code) => !indicators.some((indicator) => indicator.code === code))
    .map((code): ProblemPointer => {
      return { pointer: pointerTo(['words', code]), code: 'unknown-indicator', values: { indicator: code } };
    });

/**
 * Every indicator that is required must have a figure or an answer in its place, and one that is said not to be applicable a
 * word on why.
 * @throws Problem `figures-missing`, `word-required`
 */
export function checkComplete(
  { figures, absences, words }: Pick<Report, 'absences' | 'words'> & { readonly figures: readonly NewFigure[] },
  { indicators }: SubmissionRecord,
): void {
  const required = indicators.filter((one) => one.required && !figures.some(({ indicator }) => indicator === one.code));
  const missing = required.filter(({ code }) => absences?.[code] === undefined);
  if (missing.length === 0) {
    checkWords(required.filter(({ code }) => absences?.[code] === 'not-applicable' && words?.[code] === undefined));
    return;
  }
  throw new Problem('figures-missing', namesOf(missing), {
    pointers: missing.map((indicator) => ({
      pointer: pointerToFigure(indicator.code),
      code: 'figures-missing',
      values: namesOf([indicator]),
    })),
  });
}

function checkWords(silent: readonly IndicatorRow[]): void {
  if (silent.length === 0) return;
  throw new Problem('word-required', namesOf(silent), {
    pointers: silent.map((indicator) => ({
      pointer: pointerTo(['words', indicator.code]),
      code: 'word-required',
      values: namesOf([indicator]),
    })),
  });
}

/**
 * A report that is sent as a whole: no ratio says another numerator than the figure that it follows, or has none to follow.
 * @throws Problem `numerator-differs`, `numerator-without-source`
 */
export function checkFollowed({ figures }: Pick<FiguredVersion, 'figures'>, { indicators }: SubmissionRecord): void {
  const problem = problemOf([
    ...followingProblems(figures, figures, {}, indicators),
    ...sourcelessProblems(figures, indicators),
  ]);
  if (problem !== null) throw problem;
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
