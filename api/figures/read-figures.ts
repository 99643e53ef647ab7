/** From the figures of a request to figures in base units, or to every problem they have. */
import type { IndicatorRow } from '#db/indicators.ts';
import type { FigureRow, NewFigure } from '#db/submissions.ts';
import { pointerTo } from '../http/pointer.ts';
import { Problem, type ProblemPointer } from '../http/problem.ts';

import type { Absence } from './absence.ts';
import type { FigureIn } from './contract.ts';
import { formatFigure, readFigure, type ReadFormat } from './figure-text.ts';
import { followers, followingProblems } from './following.ts';
import { exceededBy } from './lifecycle.ts';

/** What of a figure is compared with what. */
type Amounts = Pick<FigureRow, 'indicator' | 'cumulative' | 'denominator'>;

export interface FiguresRead {
  readonly figures: readonly NewFigure[];
  /** By indicator, what was answered in the place of a figure. */
  readonly absences: Readonly<Record<string, Absence>>;
  readonly problems: readonly ProblemPointer[];
}

/**
 * Reads all figures of a draft. `standing` are accepted figures that stay where the draft names none: a correction's
 * parts are compared with them too, and a ratio among them moves with the figure that its numerator follows.
 */
export function readFigures(
  sent: Readonly<Record<string, FigureIn>>,
  indicators: readonly IndicatorRow[],
  standing: readonly Amounts[],
): FiguresRead {
  const readings = Object.entries(sent).map(([code, figure]) => {
    const indicator = indicators.find((one) => one.code === code);
    return indicator === undefined ? refused([unknown(code)]) : readOne(indicator, figure);
  });
  const given = readings.flatMap((reading) => reading.figures);
  const figures = [...given, ...followers(given, standing, new Set(Object.keys(sent)), indicators)];
  const named = new Set(figures.map((figure) => figure.indicator));
  const all = [...figures.map(amountsOf), ...standing.filter((figure) => !named.has(figure.indicator))];
  const absences: FiguresRead['absences'] = Object.assign({}, ...readings.map((reading) => reading.absences));
  return {
    figures,
    absences,
    problems: [
      ...readings.flatMap((reading) => reading.problems),
      ...followingProblems(figures, all, absences, indicators),
      ...partProblems(all, indicators),
    ],
  };
}

/** One kind of problem is named by its own code, several by `invalid-input`; each field keeps its own sentence. */
export function problemOf(problems: readonly ProblemPointer[]): Problem | null {
  const [first] = problems;
  if (first === undefined) return null;
  return problems.every((problem) => problem.code === first.code)
    ? new Problem(first.code, first.values, { pointers: problems })
    : new Problem('invalid-input', {}, { pointers: problems });
}

/** How an indicator's figures are written, its unit behind them or not. */
export const formatOf = ({ scale, decimals, unitZh, unitEn }: IndicatorRow): ReadFormat => ({
  scale,
  decimals,
  unit: { zh: unitZh, en: unitEn },
});

/** An indicator's name in a sentence. */
export const nameOf = (indicator: IndicatorRow) => ({ zh: indicator.shortZh, en: indicator.shortEn });

/** The place of an indicator's figure in the request's body, or of a field of it. */
export const pointerToFigure = (code: string, ...field: readonly string[]): string =>
  pointerTo(['figures', code, ...field]);

const refused = (problems: readonly ProblemPointer[]): FiguresRead => ({ figures: [], absences: {}, problems });

const unknown = (code: string): ProblemPointer => ({
  pointer: pointerToFigure(code),
  code: 'unknown-indicator',
  values: { indicator: code },
});

function readOne(indicator: IndicatorRow, figure: FigureIn): FiguresRead {
  if ('absence' in figure) return { figures: [], absences: { [indicator.code]: figure.absence }, problems: [] };
  if ('cumulative' in figure && indicator.kind !== 'ratio') {
    return readAmounts(indicator, { cumulative: figure.cumulative });
  }
  if ('numerator' in figure && indicator.kind === 'ratio') {
    return readAmounts(indicator, { numerator: figure.numerator, denominator: figure.denominator });
  }
  const values = { indicator: nameOf(indicator) };
  return refused([{ pointer: pointerToFigure(indicator.code), code: 'figure-shape', values }]);
}

function readAmounts(indicator: IndicatorRow, sent: Readonly<Record<string, number | string | null>>): FiguresRead {
  const readings = Object.entries(sent).map(([field, input]) => ({
    field,
    reading: readFigure(input, formatOf(indicator)),
  }));
  const problems = readings.flatMap(({ field, reading }) =>
    reading.ok
      ? []
      : [
          {
            pointer: pointerToFigure(indicator.code, field),
            code: reading.code,
            values: wordsOf(indicator, reading.text),
          },
        ],
  );
  const [cumulative, denominator = null] = readings.map(({ reading }) => (reading.ok ? reading.value : null));
  if (problems.length > 0 || cumulative === undefined || cumulative === null) return refused(problems);
  return {
    figures: [{ indicator: indicator.code, cumulative, denominator, origin: 'reported', source: null }],
    absences: {},
    problems,
  };
}

const wordsOf = (indicator: IndicatorRow, text: string) => ({
  indicator: nameOf(indicator),
  text,
  decimals: indicator.decimals,
  unit: { zh: indicator.unitZh, en: indicator.unitEn },
});

const amountsOf = ({ indicator, cumulative, denominator }: NewFigure): Amounts => ({
  indicator,
  cumulative,
  denominator: denominator ?? null,
});

/** No part may be greater than its whole, no numerator than its denominator. */
function partProblems(figures: readonly Amounts[], indicators: readonly IndicatorRow[]): ProblemPointer[] {
  return indicators.flatMap((indicator) => {
    const part = figures.find((figure) => figure.indicator === indicator.code);
    if (part === undefined) return [];
    const whole = indicators.find((one) => one.code === indicator.partOf);
    const wholeFigure = figures.find((figure) => figure.indicator === whole?.code);
    const isCompared = whole !== undefined && wholeFigure !== undefined;
    const exceeded = exceededBy(
      { cumulative: part.cumulative, denominator: part.denominator, scale: indicator.scale },
      isCompared ? { cumulative: wholeFigure.cumulative, scale: whole.scale } : null,
    );
    return exceeded.flatMap((by) => {
      if (by === 'denominator') return denominatorProblem(indicator, part);
      return isCompared ? wholeProblem([indicator, part.cumulative], [whole, wholeFigure.cumulative]) : [];
    });
  });
}

function denominatorProblem(indicator: IndicatorRow, { cumulative, denominator }: Amounts): ProblemPointer[] {
  if (denominator === null) return [];
  const pointer = pointerToFigure(indicator.code, 'numerator');
  return [exceeds(pointer, sideOf(indicator, 'numerator', cumulative), sideOf(indicator, 'denominator', denominator))];
}

type Amount = readonly [indicator: IndicatorRow, value: number];

function wholeProblem([indicator, value]: Amount, [whole, wholeValue]: Amount): ProblemPointer[] {
  const pointer = pointerToFigure(indicator.code, 'cumulative');
  return [exceeds(pointer, sideOf(indicator, 'cumulative', value), sideOf(whole, 'cumulative', wholeValue))];
}

const sideWords = {
  cumulative: { zh: '', en: '' },
  numerator: { zh: '分子', en: ', numerator' },
  denominator: { zh: '分母', en: ', denominator' },
} as const;

interface Side {
  readonly name: { readonly zh: string; readonly en: string };
  readonly value: string;
}

function sideOf(indicator: IndicatorRow, side: keyof typeof sideWords, value: number): Side {
  const name = nameOf(indicator);
  const words = sideWords[side];
  return { name: { zh: name.zh + words.zh, en: name.en + words.en }, value: grouped(formatFigure(value, indicator)) };
}

/** Thousands apart: `1,234.50`. */
const grouped = (amount: string): string => amount.replace(/\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ','));

const exceeds = (pointer: string, part: Side, whole: Side): ProblemPointer => ({
  pointer,
  code: 'part-exceeds-whole',
  values: { part: part.name, partValue: part.value, whole: whole.name, wholeValue: whole.value },
});
