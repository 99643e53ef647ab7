/** How complete the reports of a month are. */
import type { SubmissionLine } from '#api/submissions/contract.ts';

/** How far a month has come: how many of its cities are accepted, and which have sent nothing that could be reviewed. */
export interface MonthCoverage {
  readonly year: number;
  readonly month: number;
  readonly accepted: number;
  readonly expected: number;
  readonly missing: readonly string[];
}

/** The coverage of one month; null where the month has no lines. */
export function coverageOf(lines: readonly SubmissionLine[], month: number): MonthCoverage | null {
  const own = lines.filter((line) => line.month === month);
  const [first] = own;
  if (first === undefined) return null;
  const missing = own.filter(
    (line) => !line.accepted && (line.status === 'missing' || line.status === 'draft' || line.status === 'returned'),
  );
  return {
    year: first.year,
    month,
    accepted: own.filter((line) => line.accepted).length,
    expected: own.length,
    missing: missing.map((line) => line.region),
  };
}
