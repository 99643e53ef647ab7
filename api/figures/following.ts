/** Ratios whose numerator is another indicator's figure (`numeratorFrom`): they follow it, and never say another one. Pure. */
import type { IndicatorRow } from '#db/indicators.ts';
import type { NewFigure } from '#db/submissions.ts';
import { pointerTo } from '../http/pointer.ts';
import type { ProblemPointer } from '../http/problem.ts';
import type { Absence } from './absence.ts';
import { formatFigure } from './figure-text.ts';

/** What of a figure is compared with what, base units; an indicator and the one it follows count in the same unit. */
type Amounts = Pick<NewFigure, 'indicator' | 'cumulative' | 'denominator'>;
type Following = Pick<IndicatorRow, 'code' | 'numeratorFrom' | 'scale' | 'decimals' | 'shortZh' | 'shortEn'>;

/**
 * The ratios that move because the figure that they follow is given anew: each keeps the denominator that stands. None where
 * its own answer is given too, which is then compared.
 * @param answered codes of all indicators that an answer is given of
 */
export function followers(
  given: readonly Amounts[],
  standing: readonly Amounts[],
  answered: ReadonlySet<string>,
  indicators: readonly Following[],
): readonly NewFigure[] {
  return indicators.flatMap(({ code, numeratorFrom }): NewFigure[] => {
    const source = given.find(({ indicator }) => indicator === numeratorFrom);
    const own = standing.find(({ indicator }) => indicator === code);
    if (source === undefined || own === undefined || answered.has(code)) return [];
    if (own.cumulative === source.cumulative) return [];
    const { denominator = null } = own;
    return [{ indicator: code, cumulative: source.cumulative, denominator, origin: 'reported', source: null }];
  });
}

/**
 * The given ratios that do not say what they follow: another numerator, or one beside an answer that there is no figure.
 * @param all the figures as they would stand together
 */
export function followingProblems(
  given: readonly Amounts[],
  all: readonly Amounts[],
  absences: Readonly<Record<string, Absence>>,
  indicators: readonly Following[],
): readonly ProblemPointer[] {
  return ratiosIn(given, indicators).flatMap(({ indicator, source, figure }) => {
    if (absences[source.code] !== undefined) return [sourceless(indicator, source)];
    const followed = all.find((one) => one.indicator === source.code);
    return followed === undefined || followed.cumulative === figure.cumulative
      ? []
      : [differing([indicator, figure.cumulative], [source, followed.cumulative])];
  });
}

/** The ratios of a whole report that have nothing to follow, because the other figure is not in it. */
export function sourcelessProblems(
  figures: readonly Amounts[],
  indicators: readonly Following[],
): readonly ProblemPointer[] {
  return ratiosIn(figures, indicators)
    .filter(({ source }) => !figures.some(({ indicator }) => indicator === source.code))
    .map(({ indicator, source }) => sourceless(indicator, source));
}

function ratiosIn(figures: readonly Amounts[], indicators: readonly Following[]) {
  return indicators.flatMap((indicator) => {
    const figure = figures.find((one) => one.indicator === indicator.code);
    const source = indicators.find(({ code }) => code === indicator.numeratorFrom);
    return figure === undefined || source === undefined ? [] : [{ indicator, source, figure }];
  });
}

const nameOf = ({ shortZh, shortEn }: Following) => ({ zh: shortZh, en: shortEn });
const numeratorOf = (indicator: Following): string => pointerTo(['figures', indicator.code, 'numerator']);

const sourceless = (indicator: Following, source: Following): ProblemPointer => ({
  pointer: numeratorOf(indicator),
  code: 'numerator-without-source',
  values: { indicator: nameOf(indicator), source: nameOf(source) },
});

const differing = (
  [indicator, given]: readonly [Following, number],
  [source, expected]: readonly [Following, number],
): ProblemPointer => ({
  pointer: numeratorOf(indicator),
  code: 'numerator-differs',
  values: {
    indicator: nameOf(indicator),
    source: nameOf(source),
    given: formatFigure(given, indicator),
    expected: formatFigure(expected, source),
  },
});
