/**
 * A correction of later months with an earlier one: figures are cumulative, so that what was wrong in September is wrong in
 * October too, unless its bureau counted it in there already. Pure.
 */
import type { IndicatorRow } from '#db/indicators.ts';
import type { AcceptedFigure } from '#db/figures.ts';
import type { NewFigure } from '#db/submissions.ts';
import type { FigureIn } from '../figures/contract.ts';
import { formatFigure } from '../figures/figure-text.ts';
import { readFigures } from '../figures/read-figures.ts';
import { Problem } from '../http/problem.ts';
import { monthWords } from './month-words.ts';
import type { SubmissionRecord } from './submission-record.ts';

/** What of a correction is looked at. */
type Corrected = Pick<NewFigure, 'indicator' | 'cumulative' | 'denominator'>;

/** By how much a correction moves a figure, base units. */
interface Difference {
  readonly cumulative: number;
  readonly denominator: number;
}

/** A later month as it would be corrected by the same differences. */
export interface LaterCorrection {
  readonly month: number;
  readonly asOf: string;
  readonly before: readonly AcceptedFigure[];
  readonly figures: readonly NewFigure[];
}

/** What the accepted figures of a correction's year are. */
type Accepted = Pick<SubmissionRecord, 'accepted' | 'indicators' | 'year' | 'month'>;

/** By how much each figure moves; one that was not reported before moves nothing, because missing is not zero. */
function differencesOf(corrected: readonly Corrected[], { accepted, year, month }: Accepted): Map<string, Difference> {
  const before = accepted.filter((figure) => figure.year === year && figure.month === month);
  return new Map(
    corrected.flatMap(({ indicator, cumulative, denominator = null }): [string, Difference][] => {
      const was = before.find((figure) => figure.indicator === indicator);
      if (was === undefined) return [];
      const moved = {
        cumulative: cumulative - was.cumulative,
        denominator: (denominator ?? 0) - (was.denominator ?? 0),
      };
      return moved.cumulative === 0 && moved.denominator === 0 ? [] : [[indicator, moved]];
    }),
  );
}

/** The accepted figures of later months of the year that a correction bears on, by month. */
export function laterFigures(
  corrected: readonly Corrected[],
  of: Accepted,
): ReadonlyMap<number, readonly AcceptedFigure[]> {
  const differences = differencesOf(corrected, of);
  const later = of.accepted.filter(
    ({ year, month, indicator }) => year === of.year && month > of.month && differences.has(indicator),
  );
  return Map.groupBy(later, ({ month }) => month);
}

/**
 * The later months with the same differences, each figure read as if it were typed, so that every rule of figures holds.
 * @throws Problem `later-month-impossible` where one would be below zero or greater than its whole
 */
export function laterCorrections(corrected: readonly Corrected[], of: Accepted): readonly LaterCorrection[] {
  const differences = differencesOf(corrected, of);
  return [...laterFigures(corrected, of)].map(([month, before]) => {
    const moved = before.flatMap((figure) => movedBy(figure, differences.get(figure.indicator), of.indicators));
    const sent = moved.map(([code, figure]) => [code, followed(code, figure, new Map(moved), of.indicators)] as const);
    const standing = of.accepted.filter((figure) => figure.year === of.year && figure.month === month);
    const { figures, problems } = readFigures(Object.fromEntries(sent), of.indicators, standing);
    const values = { month: monthWords(month) };
    if (problems.length > 0) {
      const pointer = { pointer: '/laterMonths', code: 'later-month-impossible', values } as const;
      throw new Problem('later-month-impossible', values, { pointers: [pointer] });
    }
    // A correction of an earlier day than what stands would not count.
    const asOf = standing.map((figure) => figure.asOf).reduce((latest, day) => (day > latest ? day : latest));
    return { month, asOf, before, figures };
  });
}

/** A ratio that moves with the figure that its numerator follows says that figure, whatever it said before. */
function followed(
  code: string,
  figure: FigureIn,
  moved: ReadonlyMap<string, FigureIn>,
  indicators: readonly IndicatorRow[],
): FigureIn {
  const source = moved.get(indicators.find((one) => one.code === code)?.numeratorFrom ?? '');
  return 'numerator' in figure && source !== undefined && 'cumulative' in source
    ? { ...figure, numerator: source.cumulative }
    : figure;
}

function movedBy(
  { indicator: code, cumulative, denominator }: AcceptedFigure,
  difference: Difference | undefined,
  indicators: readonly IndicatorRow[],
): readonly [string, FigureIn][] {
  const indicator = indicators.find((one) => one.code === code);
  if (indicator === undefined || difference === undefined) return [];
  const moved = formatFigure(cumulative + difference.cumulative, indicator);
  if (denominator === null) return [[code, { cumulative: moved }]];
  return [[code, { numerator: moved, denominator: formatFigure(denominator + difference.denominator, indicator) }]];
}
