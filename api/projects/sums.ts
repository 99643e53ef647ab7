/** What the projects of a ledger add up to beside what was reported. Pure; amounts are base units. */
import type { BuildingType } from './contract.ts';
import type { ProjectContent } from './read-project.ts';

/** What of a project an indicator counts in the month of its actual start. */
interface Counted {
  readonly indicator: string;
  readonly area: 'prefabricatedArea' | 'decoratedArea';
  readonly types: ReadonlySet<BuildingType> | 'all';
}

/** The indicators that a ledger can be held against; one that an office does not have is left out. */
export const countedIndicators: readonly Counted[] = [
  { indicator: 'prefab-area', area: 'prefabricatedArea', types: 'all' },
  { indicator: 'prefab-civil', area: 'prefabricatedArea', types: new Set(['housing', 'public']) },
];

export interface LedgerSum {
  /** Null where the ledger has no project that started in the year so far: nothing was entered, which is not zero. */
  readonly amount: number | null;
  readonly projects: number;
  /** Of these, those whose area is not known and which add nothing. */
  readonly unknown: number;
}

/** The projects that started from one month of a year to another, both included. */
export function sumOf(
  projects: readonly ProjectContent[],
  { area, types }: Counted,
  { year, from, to }: { readonly year: number; readonly from: number; readonly to: number },
): LedgerSum {
  const started = projects.filter(({ buildingType, startActual }) => {
    const isCounted = types === 'all' || types.has(buildingType);
    return isCounted && startActual !== null && isWithin(startActual, year, from, to);
  });
  const known = started.flatMap((project) => project[area] ?? []);
  const isEntered = projects.some(({ startActual }) => startActual !== null && isWithin(startActual, year, 1, to));
  return {
    amount: isEntered ? known.reduce((sum, amount) => sum + amount, 0) : null,
    projects: started.length,
    unknown: started.length - known.length,
  };
}

function isWithin(day: string, year: number, from: number, to: number): boolean {
  const month = Number(day.slice(5, 7));
  return Number(day.slice(0, 4)) === year && month >= from && month <= to;
}
