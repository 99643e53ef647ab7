/** Reads what the ledgers add up to beside what was accepted. */
import { listAcceptedFigures, type AcceptedFigure } from '#db/figures.ts';
import { listProjects } from '#db/projects.ts';
import { listRegions } from '#db/regions.ts';
import { inUnit } from '../figures/figure-text.ts';
import type { Context } from '../http/context.ts';
import { ownCity, regionsSeen } from '../http/data-scope.ts';
import { Problem } from '../http/problem.ts';
import { readIndicators } from '../indicators/checked.ts';
import { dayParts } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { regionTree, reportingIn } from '../regions/tree.ts';
import { contentOf } from './actions.ts';
import type { LedgerMonth } from './contract.ts';
import { differenceOf } from './lifecycle.ts';
import type { ProjectContent } from './read-project.ts';
import { countedIndicators, sumOf, termsOf, type LedgerSum } from './sums.ts';

/** The months of a year that have begun, of one city or all. @throws Problem `not-found` for another city than the bureau's own */
export async function sumProjects(
  context: Context,
  { year, region }: { readonly year: number; readonly region?: string | undefined },
): Promise<{ readonly year: number; readonly months: LedgerMonth[] }> {
  const { reader } = context.database;
  const own = ownCity(context);
  const seen = await regionsSeen(context);
  if (own !== null && region !== undefined && own !== region) throw new Problem('not-found');
  const asked = own ?? region ?? null;
  const reporting = reportingIn(regionTree(await listRegions(reader)), { year, month: 12 });
  const codes = reporting
    .map(({ code }) => code)
    .filter((code) => (asked === null ? (seen?.has(code) ?? true) : code === asked));
  const ledgers = Map.groupBy(await listProjects(reader, { region: asked }), ({ project }) => project.region);
  const accepted = await listAcceptedFigures(reader, { years: [year], regions: codes });
  const scales = new Map((await readIndicators(reader)).map(({ code, scale }) => [code, scale]));
  const count = monthsBegun(year, dayInShanghai(context.clock.now()));
  const months = codes.flatMap((code) => {
    const projects = (ledgers.get(code) ?? []).map(({ newest }) => contentOf(newest));
    const figures = accepted.filter((figure) => figure.region === code);
    return monthsOf({ region: code, year, count, projects, figures, scales });
  });
  return { year, months };
}

function monthsBegun(year: number, today: string): number {
  const now = dayParts(today);
  if (year > now.year) return 0;
  return year < now.year ? 12 : now.month;
}

interface CityYear {
  readonly region: string;
  readonly year: number;
  readonly count: number;
  readonly projects: readonly ProjectContent[];
  readonly figures: readonly AcceptedFigure[];
  readonly scales: ReadonlyMap<string, number>;
}

function monthsOf({ region, year, count, projects, figures, scales }: CityYear): readonly LedgerMonth[] {
  return countedIndicators.flatMap((counted) => {
    const { indicator } = counted;
    const scale = scales.get(indicator);
    if (scale === undefined) return [];
    const cumulativeAt = (month: number): number | null =>
      month === 0
        ? 0
        : (figures.find((figure) => figure.indicator === indicator && figure.month === month)?.cumulative ?? null);
    const shown = ({ amount, ...rest }: LedgerSum) => ({ ...rest, amount: inUnit(amount, scale) });
    return Array.from({ length: count }, (_, before): LedgerMonth => {
      const month = before + 1;
      const [reached, earlier] = [cumulativeAt(month), cumulativeAt(before)];
      const cumulative = shown(sumOf(projects, counted, { year, from: 1, to: month }));
      return {
        region,
        indicator,
        month,
        started: {
          ...shown(sumOf(projects, counted, { year, from: month, to: month })),
          terms: termsOf(projects, counted, { year, from: month, to: month }),
        },
        cumulative,
        reported: {
          month: reached === null || earlier === null ? null : inUnit(reached - earlier, scale),
          cumulative: inUnit(reached, scale),
        },
        difference: differenceOf(inUnit(reached, scale), cumulative.amount),
      };
    });
  });
}
