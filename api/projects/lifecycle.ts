/** The rules of the project ledger: who writes, how far a project is, what it is filtered by. Pure; safe in a browser. */
import type { Role } from '../http/endpoint.ts';
import { milestones, type Milestone, type Project, type ProjectFilter, type Stage } from './contract.ts';

interface Person {
  readonly role: Role;
  readonly region: string | null;
}

/** A project is written by the bureau of its city; everybody else reads. */
export function mayWrite(region: string, person: Person): boolean {
  return person.role === 'bureau' && person.region === region;
}

/** The days of a project that its stage follows from. */
type Days = Readonly<Record<`${Milestone}Actual` | `${Milestone}Planned`, string | null>>;

/** The last milestone with an actual day; `planned` where there is none. */
export function stageOf(days: Pick<Days, `${Milestone}Actual`>): Stage {
  return milestones.findLast((milestone) => days[`${milestone}Actual`] !== null) ?? 'planned';
}

/** The year in which a project started, else is to start; null where neither is known. */
export function startYear({ startActual, startPlanned }: Pick<Days, 'startActual' | 'startPlanned'>): number | null {
  const day = startActual ?? startPlanned;
  return day === null ? null : Number(day.slice(0, 4));
}

/** What makes two entries one project: permit and unit, without differences of width, case and space; null without a permit. */
export function projectKey({ permit, unit }: { readonly permit: string; readonly unit: string }): string | null {
  const [one, other] = [plainNumber(permit), plainNumber(unit)];
  return one === '' ? null : JSON.stringify([one, other]);
}

const plainNumber = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();

/** Whether a project is one of those that are asked for. */
export function isAskedFor(project: Project, { region, stage, year, find }: ProjectFilter): boolean {
  if (region !== undefined && project.region !== region) return false;
  if (stage !== undefined && project.stage !== stage) return false;
  if (year !== undefined && startYear(project) !== year) return false;
  if (find === undefined || find === '') return true;
  const { name, county, address, owner, permit, unit, remarks } = project;
  return [name, county, address, owner, permit, unit, remarks].some((text) =>
    plainWords(text).includes(plainWords(find)),
  );
}

const plainWords = (text: string): string => text.normalize('NFKC').toLowerCase();

/** So many projects that start on the last day of a year are told of. */
export const endOfYearBatch = 3;

/** What was reported less what the ledger adds up to, in one unit; null where either is not known. */
export function differenceOf(reported: number | null, ledger: number | null): number | null {
  return reported === null || ledger === null ? null : Number((reported - ledger).toFixed(4));
}
