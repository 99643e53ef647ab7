import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IndicatorRow } from '#db/indicators.ts';
import type { RegionRow } from '#db/regions.ts';
import { sumsAt, sumsBelow, type RegionSums } from '../assessments/tree-sums.ts';
import type { YearColumns } from '../assessments/year-columns.ts';
import { isReportedIn } from '../indicators/lifecycle.ts';
import { cityLevel, standingOfSums, type ProvinceStanding } from '../measures/roll-up.ts';
import { looksAt } from '../measures/rule.ts';
import { othersCompletion } from '../measures/sums.ts';
import { kinds, type Level } from '../measures/vocabulary.ts';
import { partsAt, reportingIn } from '../regions/tree.ts';
import { ruleAt } from '../rules/lifecycle.ts';
import { targetAt } from '../targets/lifecycle.ts';
import type { DivisionList } from './contract.ts';

/** One region on one indicator. */
export interface Judged {
  readonly indicator: IndicatorRow;
  readonly standing: ProvinceStanding;
}

/** One region as it stands, with what it is sorted by. */
export interface Standing {
  readonly key: string;
  readonly region: RegionRow;
  readonly parts: number;
  readonly level: Level;
  readonly sums: RegionSums;
  readonly judged: readonly Judged[];
}

/** A region and those listed below it. */
export interface Listed {
  readonly whole: Standing;
  readonly lines: readonly Standing[];
}

/** How long is worked before others are served, in milliseconds. */
const turn = 10;

/** What was judged of sums; they are other ones as soon as anything they are made from changes. */
const judgedOf = new WeakMap<RegionSums, Standing>();

/** A region as it stands at a month end, with its parts or with all below it that report, in the order of the tree. */
export async function standingsBelow(
  year: YearColumns,
  month: number,
  { region, list }: { readonly region: RegionRow; readonly list: DivisionList },
): Promise<Listed> {
  const hasPeers = kinds.some((kind) => looksAt(ruleAt(year, month).conditions[kind], 'pointsAgainstPeers'));
  // A region's peers are all others that report, wherever they lie.
  const sums = await sumsBelow(year, month, hasPeers ? year.regions.root : region);
  const at = { year: year.year, month };
  const listed = list === 'parts' ? partsAt(year.regions, at, region.code) : reportingIn(year.regions, at, region.code);
  const judge = (one: RegionRow): Standing => judged(year, month, { region: one, sums, hasPeers });
  const lines: Standing[] = [];
  let began = performance.now();
  for (const one of listed.filter(({ code }) => code !== region.code)) {
    lines.push(judge(one));
    if (performance.now() - began < turn) continue;
    await nextTurn();
    began = performance.now();
  }
  return { whole: judge(region), lines };
}

interface Asked {
  readonly region: RegionRow;
  readonly sums: ReadonlyMap<string, RegionSums>;
  readonly hasPeers: boolean;
}

function judged(year: YearColumns, month: number, asked: Asked): Standing {
  const { region, hasPeers } = asked;
  const own = asked.sums.get(region.code);
  if (own === undefined) throw new Error(`there are no sums of ${region.code}`);
  const before = hasPeers ? undefined : judgedOf.get(own);
  if (before !== undefined) return before;
  const parts = partsAt(year.regions, { year: year.year, month }, region.code).length;
  const each = [...year.indicators.entries()]
    .filter(([, indicator]) => isReportedIn(indicator, { year: year.year, month }))
    .map(([place, indicator]) => judgedOn(year, month, { ...asked, own, place, indicator, parts }));
  const level = cityLevel(each.map(({ indicator, standing }) => ({ core: indicator.core, level: standing.level })));
  const standing = { key: region.code, region, parts, level, sums: own, judged: each };
  if (!hasPeers) judgedOf.set(own, standing);
  return standing;
}

interface AskedOn extends Asked {
  readonly own: RegionSums;
  readonly place: number;
  readonly indicator: IndicatorRow;
  readonly parts: number;
}

function judgedOn(year: YearColumns, month: number, asked: AskedOn): Judged {
  const { region, own, place, indicator, parts } = asked;
  const targets = year.columns.get(region.code)?.targets.filter((one) => one.indicator === indicator.code) ?? [];
  const root = asked.sums.get(year.regions.root.code);
  const sums = sumsAt(own, place);
  const standing = standingOfSums(sums, {
    kind: indicator.kind,
    month,
    conditions: ruleAt(year, month).conditions[indicator.kind],
    // Of a region that reports itself the target is in the sums.
    ownTarget: parts === 0 ? null : (targetAt(targets, month)?.amount ?? null),
    peersCompletion: parts > 0 || root === undefined ? null : othersCompletion(sumsAt(root, place), sums),
  });
  return { indicator, standing };
}
