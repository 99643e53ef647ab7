/** The sprint's reply as its page shows it, for one indicator. Pure. */
import type { Language } from '#api/http/problem.ts';
import type { StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Level } from '#api/measures/vocabulary.ts';
import type { Region } from '#api/regions/contract.ts';
import type { ProvinceStandingReply, Sprint } from '#api/standings/contract.ts';
import type { BurnUpPoint } from '../../charts/burn-up-input.ts';
import { judgedIndicator } from '../../parts/judged-indicator.ts';
import { tenseOf, type Tense } from '../../parts/tense.ts';
import { completionPoints, projectedCompletion } from './completion-points.ts';
import { mostMissingFirst } from './sort-rows.ts';
import { yearEndOf, type YearEnd } from './year-end.ts';

export type ChecklistProgress = Sprint['cities'][number]['checklistProgress'];

/** One city on the chosen indicator. */
export interface SprintRow {
  readonly region: string;
  readonly name: string;
  /** The worst level over the city's core indicators. */
  readonly cityLevel: Level;
  readonly standing: StandingReply | null;
  readonly projection: number | null;
  /** The projection as a share of the target; null once the year is over. */
  readonly projected: number | null;
  readonly yearEnd: YearEnd;
  /** Completion by month as shares of the annual target. */
  readonly points: readonly BurnUpPoint[];
  readonly checklistProgress: ChecklistProgress;
  /** What of that checklist is due first. */
  readonly dueItems: Sprint['cities'][number]['dueItems'];
}

export interface SprintView {
  readonly reply: Sprint;
  readonly tense: Tense;
  readonly indicator: Indicator;
  /** The indicators that one may choose: the core ones. */
  readonly choices: readonly Indicator[];
  readonly province: ProvinceStandingReply | null;
  /** What the province wants to reach: its own target where it set one, else the sum of the cities'. */
  readonly provinceTarget: number | null;
  readonly provinceYearEnd: YearEnd;
  /** Who will miss most first; the same order in every picture, table and page. */
  readonly rows: readonly SprintRow[];
}

interface Reference {
  readonly regions: ReadonlyMap<string, Region>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly language: Language;
}

/** The view for a chosen indicator; the first core one where none or another is chosen, null where there is none at all. */
export function sprintView(reply: Sprint, chosen: string | undefined, reference: Reference): SprintView | null {
  const choices = [...reference.indicators.values()].filter(({ core }) => core);
  const indicator = choices.find(({ code }) => code === chosen) ?? choices[0];
  if (indicator === undefined) return null;
  const province = reply.province.indicators.find((one) => one.indicator === indicator.code) ?? null;
  const provinceTarget = province?.ownTarget ?? province?.targetOfAll ?? province?.target ?? null;
  const tense = tenseOf(reply, reply.today);
  const over = tense === 'over';
  return {
    reply,
    tense,
    indicator,
    choices,
    province,
    provinceTarget,
    provinceYearEnd: yearEndOf({
      actual: province?.actual ?? null,
      target: provinceTarget,
      projection: over ? null : (province?.projection ?? null),
      over: over && reply.coverage.done === reply.coverage.expected,
    }),
    rows: mostMissingFirst(reply.cities.map((city) => rowOf(city, indicator, { year: reply.year, over, reference }))),
  };
}

interface RowOptions {
  readonly year: number;
  readonly over: boolean;
  readonly reference: Reference;
}

function rowOf(city: Sprint['cities'][number], indicator: Indicator, options: RowOptions): SprintRow {
  const { year, over, reference } = options;
  const found = city.indicators.find(({ standing }) => standing.indicator === indicator.code);
  const standing = found?.standing ?? null;
  const projection = found?.projection ?? null;
  const against = standing === null ? null : { indicator: judgedIndicator(standing, indicator), standing };
  return {
    region: city.region,
    name: reference.regions.get(city.region)?.short[reference.language] ?? city.region,
    cityLevel: city.level,
    standing,
    projection,
    projected: over || against === null ? null : projectedCompletion(projection, against),
    // A year's last figure is final only where it is December's own.
    yearEnd: yearEndOf({
      actual: standing?.actual ?? null,
      target: standing?.target ?? null,
      projection: over ? null : projection,
      over: over && standing?.missingMonths === 0,
    }),
    points: against === null ? [] : completionPoints(found?.series ?? [], { ...against, year }),
    checklistProgress: city.checklistProgress,
    dueItems: city.dueItems,
  };
}
