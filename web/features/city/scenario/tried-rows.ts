/** The numbers of a trial as formulas: what each month's amount leads to, and what it would take. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import { acceptedUpTo } from '#api/measures/accepted.ts';
import { monthsLookedBack } from '#api/measures/backtest.ts';
import { paceAt } from '#api/measures/curve.ts';
import { seasonOf } from '#api/measures/forecast.ts';
import type { Scenario } from '#api/measures/scenario.ts';
import { shareScale, type Figure } from '#api/measures/vocabulary.ts';
import { exactly } from '../../../parts/formula/exactly.ts';
import { endOfInterval } from '../../../parts/formula/forecast-rows.ts';
import { reckonedRow } from '../../../parts/formula/reckoned-row.ts';
import type { ProofRow } from '../../../parts/proof/proof-rows.ts';
import { seasonText } from '../../../parts/season-text.ts';
import {
  formatAmount,
  formatBarePoints,
  formatMonthName,
  formatPercent,
  formatRatio,
  noValue,
} from '../../../text/format.ts';
import { comparedTexts } from '../../../text/measure-text.ts';
import type { Words } from '../../../text/messages/words.ts';
import type { ScenarioRow, Takes } from './scenario-rows.ts';

interface Tried extends Words {
  readonly scenario: Scenario;
  readonly rows: readonly ScenarioRow[];
  readonly takes: readonly Takes[];
  readonly indicator: Indicator;
  /** How many cities there are; null where the others are not seen. */
  readonly count: number | null;
}

/** The rows of every month that is tried, then those of what each level takes. */
export function triedRows(tried: Tried): readonly ProofRow[] {
  const { figures, month } = tried.scenario.input;
  const latest = acceptedUpTo(figures, month).at(-1);
  return [
    ...tried.rows.flatMap((row, at) => monthRows(row, tried.rows[at - 1]?.figure ?? latest, tried)),
    ...tried.takes.flatMap((one) => takeRows(one, tried)),
  ];
}

type Amount = (base: number | null) => string;

/** An amount in base units as a calculator takes it. */
const amountsOf =
  (indicator: Indicator): Amount =>
  (base) =>
    base === null ? noValue : exactly(base / indicator.scale, indicator);

function monthRows(row: ScenarioRow, before: Figure | undefined, tried: Tried): readonly ProofRow[] {
  const name = formatMonthName(row.month, tried.language);
  const rows = [
    ...reachedRows(row, before, tried),
    ...judgedRows(row, tried),
    ...yearEndRows(row, tried),
    ...placeRows(row, tried),
  ];
  return rows.flatMap(([key, label, value, formula, how = '']) =>
    value === noValue ? [] : [reckonedRow(`${key}.${row.month}`, `${name} · ${label}`, value, formula, how)],
  );
}

type Line = readonly [key: string, label: string, value: string, formula: string, how?: string];

/** What the month's end is judged by: completion, pace, gap and ratio, and each condition of the rule. */
function judgedRows(row: ScenarioRow, tried: Tried): readonly Line[] {
  const { indicator, t } = tried;
  const { standing } = row;
  const pace = formatPercent(standing.pace, 4);
  const completion = completionOf(row, tried);
  const ends: readonly Line[] = [
    ['level', t('scenario.level'), t(`levels.word.${standing.level}`), '', conditionsOf(row, tried)],
  ];
  const complete: Line = ['completion', t('scenario.completion'), formatPercent(standing.completion), completion];
  const [gap, ratio] = [formatBarePoints(standing.gapPoints), formatRatio(standing.scheduleRatio)];
  if (indicator.kind === 'ratio') {
    const [share, target] = [formatPercent(standing.share, 4), formatPercent((standing.target ?? 0) / shareScale)];
    const parts = `${amountsOf(indicator)(row.figure.cumulative)} ÷ ${amountsOf(indicator)(row.figure.denominator)}`;
    return [
      ['share', t('city.proof.share'), share, parts],
      complete,
      ['gap', t('city.proof.gapPoints'), gap, `${share} − ${target}`],
      ['ratio', t('city.proof.ratio'), ratio, completion],
      ...ends,
    ];
  }
  return [
    complete,
    ['pace', t('city.proof.pace'), pace, ''],
    ['gap', t('city.proof.gapPoints'), gap, `${formatPercent(standing.completion, 4)} − ${pace}`],
    ['ratio', t('city.proof.ratio'), ratio, `${completion} ÷ ${pace}`],
    ...ends,
  ];
}

function placeRows({ place }: ScenarioRow, { count, t }: Tried): readonly Line[] {
  if (place === null || count === null) return [];
  return [['place', t('scenario.rank'), t('scenario.place', { place, count }), '', t('scenario.placeHow')]];
}

/** What is reached by the month's end: what was there and what is tried on top of it. */
function reachedRows(
  { figure }: ScenarioRow,
  before: Figure | undefined,
  { scenario, indicator, t }: Tried,
): readonly Line[] {
  const amount = amountsOf(indicator);
  const start = before?.cumulative ?? scenario.input.baseline ?? 0;
  const added = (now: number, then: number): string => `${amount(then)} + ${amount(now - then)}`;
  if (indicator.kind !== 'ratio')
    return [['reached', t('city.proof.actual'), amount(figure.cumulative), added(figure.cumulative, start)]];
  const [whole, wholeBefore] = [figure.denominator ?? 0, before?.denominator ?? 0];
  return [
    [
      'reached',
      t('formula.columns.numerator'),
      amount(figure.cumulative),
      added(figure.cumulative, before?.cumulative ?? 0),
    ],
    ['whole', t('formula.columns.whole'), amount(whole), added(whole, wholeBefore)],
  ];
}

function completionOf({ standing, figure }: ScenarioRow, { indicator, scenario }: Tried): string {
  const amount = amountsOf(indicator);
  const { target, baseline } = scenario.input;
  if (indicator.kind === 'ratio') {
    const planned = `(${formatPercent((target ?? 0) / shareScale)} × ${amount(figure.denominator)})`;
    return `${amount(figure.cumulative)} ÷ ${planned}`;
  }
  if (indicator.kind === 'flow') return `${amount(standing.actual)} ÷ ${amount(target)}`;
  return `(${amount(standing.actual)} − ${amount(baseline)}) ÷ (${amount(target)} − ${amount(baseline)})`;
}

/** Each condition of the rule with its value, and whether it holds. */
function conditionsOf({ standing }: ScenarioRow, { t, language }: Tried): string {
  return standing.reasons
    .map((reason) => {
      const value = reason.value === Infinity ? 'infinite' : reason.value;
      const texts = comparedTexts(reason.measure, { value, number: reason.number }, language);
      return t('scenario.condition', {
        measure: t(`rules.measures.${reason.measure}`),
        value: texts.value,
        operator: t(`rules.operators.${reason.operator}`),
        number: texts.number,
        held: t(reason.held ? 'city.conditions.yes' : 'city.conditions.no'),
      });
    })
    .join(' · ');
}

/** F = A + (A − A₋) ÷ (p̄ − p̄₋) × (1 − p̄), as the year would be foreseen from that month's end, and what surrounds it. */
function yearEndRows(row: ScenarioRow, tried: Tried): readonly Line[] {
  const { scenario, indicator, t, language } = tried;
  const { input, history } = scenario;
  const { point, interval, record } = row.forecast;
  const [latest, before] = waypoints(row, tried);
  if (point === null || latest === undefined) return [];
  const season = seasonOf({ points: input.points, history });
  const paceOf = (one: Figure | undefined): string =>
    formatPercent(one === undefined ? 0 : paceAt(season.points, input.year, one.asOf), 7);
  const [pace, earlier] = [paceOf(latest), paceOf(before)];
  const amount = amountsOf(indicator);
  const start = indicator.kind === 'stock' ? (input.baseline ?? 0) : 0;
  const [done, from] = [amount(latest.cumulative), amount(before?.cumulative ?? start)];
  const foreseen = `${done} + (${done} − ${from}) ÷ (${pace} − ${earlier}) × (1 − ${pace})`;
  const inUnit = (base: number): number => base / indicator.scale;
  const shown = (base: number): string => formatAmount(inUnit(base), indicator);
  const how = seasonText(season.years, { t, language });
  const line: Line = ['yearEnd', t('scenario.yearEnd'), shown(point), foreseen, how];
  if (interval === null || record === null) return [line];
  const of = { projection: inUnit(point), start: inUnit(start), done: inUnit(latest.cumulative) };
  const ends = (['low', 'high'] as const).map((end): Line => {
    const reckoned = endOfInterval({ ...of, ratio: record[end] }, { indicator, t });
    return [end, t(`formula.${end}`), shown(interval[end]), reckoned.formula, reckoned.how];
  });
  return [line, ...ends];
}

/** The figure of a tried month, and the one that its year end looks back to. */
function waypoints({ month }: ScenarioRow, { scenario: { input }, rows }: Tried): readonly (Figure | undefined)[] {
  const tried = rows.map(({ figure }) => figure).filter((figure) => figure.month <= month);
  const known = acceptedUpTo(input.figures, input.month).filter(
    (one) => !tried.some((other) => other.month === one.month),
  );
  const figures = [...known, ...tried];
  return [figures.at(-1), figures.at(-1 - monthsLookedBack)];
}

/** The sum of the months that a level takes. */
function takeRows({ month, level, additions, total }: Takes, { indicator, t, language }: Tried): readonly ProofRow[] {
  if (additions === null || total === null || total === 0) return [];
  const amount = amountsOf(indicator);
  const by = t('scenario.byEnd', { month: formatMonthName(month, language) });
  const added = additions.map(({ cumulative }) => amount(cumulative)).join(' + ');
  return [
    reckonedRow(
      `take.${month}.${level}`,
      `${by} · ${t(`levels.word.${level}`)}`,
      amount(total),
      added,
      t('scenario.takeHow'),
    ),
  ];
}
