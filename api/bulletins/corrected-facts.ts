/** What a bulletin would say had what was corrected since been known when it was drafted. */
import type { AcceptedFigure } from '#db/figures.ts';
import type { Reader } from '#db/dialect';
import type { TargetChange } from '#db/targets.ts';
import { readSnapshot, readSnapshotAsKnown, rowsOf, type Grouped } from '../assessments/snapshot.ts';
import { readOfficeCalendar } from '../deadlines/office-calendar.ts';
import type { BulletinFacts, FactsArea } from './contract.ts';
import { factsOf } from './facts.ts';

/**
 * The same facts by what counts now, or counted at an instant (ISO 8601): every month that had been accepted by then is told by the
 * figures, and every target that there was by the ledger. What was reported or set for the first time since, a later rule,
 * a new indicator or another name change no bulletin.
 */
export async function factsCorrected(reader: Reader, facts: BulletinFacts, knownAt?: string): Promise<BulletinFacts> {
  const { year, frozenAt } = facts;
  const then = await readSnapshotAsKnown(reader, year, frozenAt);
  const now = await readSnapshot(reader, year, { history: async () => then.history, knownAt });
  const corrected = {
    ...then,
    figures: correctedFigures(then.figures, now.figures),
    lastYear: correctedFigures(then.lastYear, now.lastYear),
    targets: correctedTargets(then.targets, now.targets),
  };
  return inTheirPlaces(facts, factsOf(corrected, await readOfficeCalendar(reader, [year], frozenAt), facts));
}

/** The figures that count now of the months that had any then. */
function correctedFigures(then: Grouped<AcceptedFigure>, now: Grouped<AcceptedFigure>): Grouped<AcceptedFigure> {
  return new Map(
    [...now].map(([region, byIndicator]) => {
      const months = new Set([...(then.get(region)?.values() ?? [])].flat().map(({ month }) => month));
      const kept = [...byIndicator].map(([code, rows]): [string | number, readonly AcceptedFigure[]] => [
        code,
        rows.filter(({ month }) => months.has(month)),
      ]);
      return [region, new Map(kept.filter(([, rows]) => rows.length > 0))];
    }),
  );
}

/** The lines that hold now of the ledgers that had any then; which of them judges a month is the ledger’s own rule. */
function correctedTargets(then: Grouped<TargetChange>, now: Grouped<TargetChange>): Grouped<TargetChange> {
  return new Map(
    [...then].map(([region, byIndicator]) => [
      region,
      new Map([...byIndicator.keys()].map((code) => [code, rowsOf(now, region, code)])),
    ]),
  );
}

/** The numbers and levels of corrected facts in the places of the former: areas, indicators and names stay as they were. */
function inTheirPlaces(facts: BulletinFacts, corrected: BulletinFacts): BulletinFacts {
  const cities = new Map(corrected.cities.map((city) => [city.region, city]));
  return {
    ...facts,
    province: standingOf(facts.province, corrected.province),
    cities: facts.cities.map((city) => standingOf(city, cities.get(city.region) ?? city)),
    invented: corrected.invented,
    ...(facts.course !== undefined && { course: corrected.course ?? facts.course }),
  };
}

const standingOf = <Area extends FactsArea>(then: Area, { level, standings }: FactsArea): Area => ({
  ...then,
  level,
  standings: then.standings.map((one) => standings.find(({ indicator }) => indicator === one.indicator) ?? one),
});
