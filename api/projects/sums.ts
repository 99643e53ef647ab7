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

/** From one month of a year to another, both included. */
interface Months {
  readonly year: number;
  readonly from: number;
  readonly to: number;
}

/** The projects that started within months and count for an indicator, each with the area that does; null is not known. */
export function termsOf(projects: readonly ProjectContent[], { area, types }: Counted, { year, from, to }: Months) {
  return projects
    .filter(({ buildingType, startActual }) => {
      const isCounted = types === 'all' || types.has(buildingType);
      return isCounted && startActual !== null && isWithin(startActual, year, from, to);
    })
    .map((project) => ({ name: project.name, area: project[area] }));
}

/** What the projects that started within months add up to. */
export function sumOf(projects: readonly ProjectContent[], counted: Counted, months: Months): LedgerSum {
  const { year, to } = months;
  const started = termsOf(projects, counted, months);
  const known = started.flatMap(({ area }) => area ?? []);
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
