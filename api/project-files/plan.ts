/** What the rows of a file would add to a city's ledger and change in it. Pure. */
import { createHash } from 'node:crypto';
import type { StandingProject } from '#db/projects.ts';
import { faultAt, shownValue, type Fault } from '../month-files/layout.ts';
import { contentOf } from '../projects/actions.ts';
import { projectKey } from '../projects/lifecycle.ts';
import { presentContent, type ProjectContent } from '../projects/read-project.ts';
import { faultFor, readRow } from './read-row.ts';
import type { LedgerHead, LedgerRow, LedgerTable } from './table.ts';

export interface PlannedProject {
  readonly row: number;
  /** Null where it is added. */
  readonly standing: StandingProject | null;
  readonly content: ProjectContent;
  readonly key: string | null;
}

export interface LedgerPlan {
  readonly changes: readonly PlannedProject[];
  readonly same: number;
  readonly faults: readonly Fault[];
  readonly digest: string;
}

/** The ledger that a file is held against. */
export interface Ledger {
  readonly region: string;
  readonly regionName: { readonly zh: string; readonly en: string };
  readonly standing: readonly StandingProject[];
  /** The keys that projects of the whole office hold, with whose they are. */
  readonly holders: ReadonlyMap<string, string>;
  readonly today: string;
}

/** Which project a row is of: by its number in the ledger, else by permit and unit, else by name and unit without a permit. */
export function planOf({ head, rows }: Pick<LedgerTable, 'head' | 'rows'>, ledger: Ledger): LedgerPlan {
  const changes: PlannedProject[] = [];
  const faults: Fault[] = [];
  let same = 0;
  if (head !== null) {
    const reader = rowPlanner(head, ledger);
    for (const row of rows) {
      const { planned, faults: found } = reader(row);
      faults.push(...found);
      if (planned === null) continue;
      if (planned.standing !== null && isSame(planned.content, contentOf(planned.standing.newest))) same += 1;
      else changes.push(planned);
    }
  }
  return { changes, same, faults, digest: digestOf(changes) };
}

interface Found {
  readonly planned: PlannedProject | null;
  readonly faults: readonly Fault[];
}

const refused = (...faults: readonly Fault[]): Found => ({ planned: null, faults });

function rowPlanner(head: LedgerHead, ledger: Ledger): (row: LedgerRow) => Found {
  const matchOf = matcher(ledger.standing);
  const seen = new Map<string, number>();
  return (row) => {
    const place = placeFault(row, ledger);
    if (place !== null) return refused(place);
    const standing = matchOf(row);
    if (standing === 'unknown') {
      const cell = row.cells.get('id') ?? { column: 1, value: '' };
      return refused(faultAt(row.number, cell, 'project-unknown', { value: shownValue(cell.value) }));
    }
    const before = standing === null ? null : presentContent(contentOf(standing.newest));
    const { content, faults } = readRow(row, head, before, ledger.today);
    if (content === null) return refused(...faults);
    const key = projectKey({ permit: content.permit ?? '', unit: content.unit });
    const names = [standing?.project.id, key, standing === null && key === null ? nameKey(content) : null].filter(
      (one) => one != null,
    );
    const earlier = names.map((name) => seen.get(name)).find((number) => number !== undefined);
    if (earlier !== undefined) {
      return refused(faultFor(row, head, 'name', 'sheet-row-twice', { value: shownValue(content.name), row: earlier }));
    }
    for (const name of names) seen.set(name, row.number);
    const holder = key === null ? undefined : ledger.holders.get(key);
    if (holder !== undefined && holder !== standing?.project.id) {
      const values = { permit: content.permit ?? '', unit: content.unit };
      return refused(faultFor(row, head, 'permit', 'project-exists', values));
    }
    return { planned: { row: row.number, standing, content, key }, faults: [] };
  };
}

/** A row may leave its region out, and may not name another. */
function placeFault({ number, cells }: LedgerRow, { region, regionName }: Ledger): Fault | null {
  const cell = cells.get('region');
  if (cell === undefined || [region, regionName.zh, regionName.en].includes(String(cell.value).trim())) return null;
  return faultAt(number, cell, 'project-other-region', { value: shownValue(cell.value), expected: regionName });
}

function matcher(standing: readonly StandingProject[]): (row: LedgerRow) => StandingProject | 'unknown' | null {
  const byId = new Map(standing.map((one) => [one.project.id, one]));
  const byKey = new Map(standing.flatMap((one) => (one.project.key === null ? [] : [[one.project.key, one]])));
  const unpermitted = standing.filter(({ project }) => project.key === null);
  const byName = new Map(unpermitted.map((one) => [nameKey(one.newest), one]));
  return ({ cells }) => {
    const textOf = (column: 'id' | 'permit' | 'unit' | 'name') => String(cells.get(column)?.value ?? '').trim();
    const id = textOf('id');
    if (id !== '') return byId.get(id) ?? 'unknown';
    const key = projectKey({ permit: textOf('permit'), unit: textOf('unit') });
    const held = key === null ? undefined : byKey.get(key);
    return held ?? byName.get(nameKey({ name: textOf('name'), unit: textOf('unit') })) ?? null;
  };
}

const nameKey = ({ name, unit }: { readonly name: string; readonly unit: string }): string =>
  JSON.stringify([name, unit].map((text) => text.normalize('NFKC').replaceAll(/\s+/g, '')));

function isSame(one: ProjectContent, other: ProjectContent): boolean {
  return changedKeys(one, other).length === 0;
}

/** The fields in which two states of a project differ. */
export function changedKeys(one: ProjectContent, other: ProjectContent): readonly (keyof ProjectContent)[] {
  // Object.keys loses the literal keys of a type that has no others.
  return (Object.keys(one) as (keyof ProjectContent)[]).filter((key) => one[key] !== other[key]);
}

const digestOf = (changes: readonly PlannedProject[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        changes.map(({ standing, content }) => [
          standing?.project.id ?? null,
          standing?.newest.number ?? 0,
          Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1)),
        ]),
      ),
    )
    .digest('hex');
