/** What a city's accepted reports say beside their figures, for whoever tells of the city: its page, a brief, a bulletin. Pure. */
import type { VersionRow } from '#db/submissions.ts';
import { standingVersion } from './lifecycle.ts';

/** The newest accepted version up to a month of its year that gave a cause or remedies; null where none did. Rows in any order. */
export function newestExplained(rows: readonly VersionRow[], month: number): VersionRow | null {
  const said = rows
    .filter((row) => row.month <= month && row.state === 'accepted' && (row.cause !== '' || row.remedies !== ''))
    .toSorted((a, b) => b.month - a.month || b.number - a.number);
  return said[0] ?? null;
}

/** What the report of a month that stands answered in the place of figures, with the bureau's word on each. */
export function standingAbsences(ofMonth: readonly VersionRow[]) {
  const { absences, words } = standingVersion(ofMonth) ?? {};
  return Object.entries(absences ?? {}).map(([indicator, absence]) => {
    return { indicator, absence, word: words?.[indicator] ?? '' };
  });
}
