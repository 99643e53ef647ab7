/** What strikes in a project: a hint with its numbers, never a block. Pure. */
import type { ProjectHint } from './contract.ts';
import { endOfYearBatch } from './lifecycle.ts';
import { percentFormat, type ProjectContent } from './read-project.ts';

/** GB/T 51129-2017, article 3.0.3: an assembly rate of 50 % or more, in hundredths of a percent. DB33/T 1165 has no such number that was found. */
const nationalThreshold = 50 * percentFormat.scale;

/** What a project is seen beside. */
export interface LedgerSight {
  readonly today: string;
  /** How many projects of its city started on a day. */
  startsOn(day: string): number;
}

/**
 * The hints of one project.
 *
 * - `no-permit`, `start-before-permit`: it started without a permit, or before the day of it
 * - `permit-another-year`: it counts in the year of its start, which is not that of its permit
 * - `days-out-of-order`: a milestone before the one that it follows
 * - `year-end-batch`: one of several that started on 31 December
 * - `start-overdue`: planned to have started by today
 * - `prefabricated-above-total`, `above-ground-above-total`, `decorated-above-total`: a part above its whole
 * - `rate-below-standard`: less than GB/T 51129 asks for recognition
 * - `rate-without-standard`: nobody can say by which standard it was assessed
 * - `area-unknown`: it started and adds nothing to the sum, because its prefabricated area is not known
 */
export function projectHints(project: ProjectContent, sight: LedgerSight): ProjectHint[] {
  return [...dayHints(project, sight), ...areaHints(project), ...rateHints(project)];
}

function dayHints(project: ProjectContent, { today, startsOn }: LedgerSight): readonly ProjectHint[] {
  const { startActual: start, startPlanned, permitActual: permit, landActual: land, completionActual: end } = project;
  const hints: ProjectHint[] = [];
  if (start === null) {
    if (startPlanned !== null && startPlanned < today)
      hints.push({ code: 'start-overdue', values: { day: startPlanned } });
  } else {
    if (permit === null) hints.push({ code: 'no-permit', values: { day: start } });
    else if (start < permit) hints.push({ code: 'start-before-permit', values: { day: start, permit } });
    else if (start.slice(0, 4) !== permit.slice(0, 4)) {
      hints.push({ code: 'permit-another-year', values: { day: start, permit } });
    }
    const batch = startsOn(start);
    if (start.endsWith('-12-31') && batch >= endOfYearBatch) {
      hints.push({ code: 'year-end-batch', values: { count: batch, day: start } });
    }
  }
  if (isBackwards(land, permit) || isBackwards(start, end)) hints.push({ code: 'days-out-of-order', values: {} });
  return hints;
}

const isBackwards = (earlier: string | null, later: string | null): boolean =>
  earlier !== null && later !== null && later < earlier;

function areaHints(project: ProjectContent): readonly ProjectHint[] {
  const { totalArea, aboveGroundArea, prefabricatedArea, decoratedArea, startActual } = project;
  const hints: ProjectHint[] = [];
  const above = (code: ProjectHint['code'], area: number | null) => {
    if (area !== null && area > totalArea) hints.push({ code, values: { area, total: totalArea } });
  };
  above('prefabricated-above-total', prefabricatedArea);
  above('above-ground-above-total', aboveGroundArea);
  above('decorated-above-total', decoratedArea);
  if (startActual !== null && prefabricatedArea === null) hints.push({ code: 'area-unknown', values: {} });
  return hints;
}

function rateHints({ assemblyRate, standard }: ProjectContent): readonly ProjectHint[] {
  if (assemblyRate === null) return [];
  const rate = assemblyRate / percentFormat.scale;
  if (standard === null) return [{ code: 'rate-without-standard', values: { rate } }];
  return standard === 'GB/T 51129' && assemblyRate < nationalThreshold
    ? [{ code: 'rate-below-standard', values: { rate, threshold: nationalThreshold / percentFormat.scale } }]
    : [];
}
