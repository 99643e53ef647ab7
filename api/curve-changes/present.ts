import { listCurveAssignments, listCurveVersions, type CurveAssignmentRow, type CurveVersionRow } from '#db/curves.ts';
import { listCurves as listProgramCurves, type CurveRow } from '#db/indicators.ts';
import { listAcceptedMonths } from '#db/submissions.ts';
import type { Reader } from '#db/dialect';
import type { History } from '../assessments/history.ts';
import { yearsIn } from '../assessments/history.ts';
import { curveFinder } from '../curves/in-force.ts';
import { judgedBefore } from '../curves/lifecycle.ts';
import { yearsOf } from '../measures/backtest.ts';
import { sumsOf } from '../measures/season.ts';
import { earliestRuleMonth } from '../rules/lifecycle.ts';
import type { CurveAssignment, CurveList, CurveVersion } from './contract.ts';

/** Everything that was decided on curves, as it stands. */
export interface CurveRows {
  readonly program: readonly CurveRow[];
  readonly versions: readonly CurveVersionRow[];
  readonly decisions: readonly CurveAssignmentRow[];
  readonly accepted: readonly { readonly year: number; readonly month: number }[];
}

export async function readCurveRows(reader: Reader): Promise<CurveRows> {
  return {
    program: await listProgramCurves(reader),
    versions: await listCurveVersions(reader),
    decisions: await listCurveAssignments(reader),
    accepted: await listAcceptedMonths(reader),
  };
}

/** How many decisions there are: each adds a row, so that another number is another state. */
export const versionOf = ({ versions, decisions }: CurveRows): number => versions.length + decisions.length;

/** The curves and their assignments as they leave the server. */
export function presentCurves(rows: CurveRows, history: History, canDecide: boolean): CurveList {
  return {
    version: versionOf(rows),
    curves: [...rows.program.map(presentProgram), ...rows.versions.map(presentVersion).toReversed()],
    assignments: rows.decisions
      .filter(({ action }) => action === 'assign')
      .map((row) => presentAssignment(row, rows, canDecide))
      .toReversed(),
    seasons: [...history.keys()].flatMap((indicator) => {
      const { years, season, invented } = yearsIn(history, indicator);
      if (season === null) return [];
      const of = { years: [...yearsOf(years)], regionYears: years.length, invented };
      return [{ indicator, ...of, points: [...season], sums: [...sumsOf(years)] }];
    }),
    earliest: earliestRuleMonth(rows.accepted),
    judged: rows.accepted.map(({ year, month }) => ({ year, month })),
    can: { decide: canDecide },
  };
}

const presentProgram = (curve: CurveRow): CurveVersion => ({
  code: curve.code,
  version: 0,
  name: { zh: curve.nameZh, en: curve.nameEn },
  points: [...curve.points],
  source: { zh: curve.source, en: curve.sourceEn ?? curve.source },
  reason: null,
  author: null,
  at: null,
});

const presentVersion = (row: CurveVersionRow): CurveVersion => ({
  code: row.code,
  version: row.number,
  name: { zh: row.nameZh, en: row.nameEn },
  points: [...row.points],
  source: { zh: row.source, en: row.sourceEn },
  reason: row.reason,
  author: row.authoredAs.name,
  at: row.at,
});

function presentAssignment(row: CurveAssignmentRow, rows: CurveRows, canDecide: boolean): CurveAssignment {
  const { indicator, number, curve, curveVersion, effectiveYear, effectiveMonth, reason, authoredAs, at } = row;
  const found = curveFinder(rows.program, rows.versions)(curve, curveVersion);
  const end = rows.decisions.find((other) => other.indicator === indicator && other.withdraws === number);
  const isJudged = judgedBefore({ year: effectiveYear, month: effectiveMonth }, rows.accepted) !== null;
  return {
    indicator,
    number,
    curve,
    version: curveVersion,
    name: { zh: found?.nameZh ?? curve, en: found?.nameEn ?? curve },
    effectiveYear,
    effectiveMonth,
    reason,
    author: authoredAs.name,
    at,
    withdrawn: end === undefined ? null : { reason: end.reason, author: end.authoredAs.name, at: end.at },
    can: { withdraw: canDecide && end === undefined && !isJudged },
  };
}
