/** What a city's accepted reports say beside their figures, for whoever tells of the city: its page, a brief, a bulletin. Pure. */
import type { AcceptedFigure } from '#db/figures.ts';
import type { VersionRow } from '#db/submissions.ts';
import type { Absence } from '../figures/absence.ts';
import { byStanding } from '../measures/accepted.ts';
import { acceptedVersions } from './lifecycle.ts';

/** The newest accepted version up to a month of its year that gave a cause or remedies; null where none did. Rows in any order. */
export function newestExplained(rows: readonly VersionRow[], month: number): VersionRow | null {
  const said = rows
    .filter((row) => row.month <= month && row.state === 'accepted' && (row.cause !== '' || row.remedies !== ''))
    .toSorted((a, b) => b.month - a.month || b.number - a.number);
  return said[0] ?? null;
}

/** An accepted figure that stands, as far as it says whether an answer in its place is older. */
type StandingFigure = Pick<AcceptedFigure, 'indicator' | 'asOf' | 'number'>;

/**
 * What the reports of a month that stand answer in the place of figures, with the bureau's word on each. A correction, and what
 * the department entered, name only what they change: what was answered before stays in force until they say something else.
 * `standing` are the month's accepted figures.
 */
export function standingAbsences(ofMonth: readonly VersionRow[], standing: readonly StandingFigure[]) {
  const answers = new Map<string, { readonly absence: Absence; readonly word: string; readonly by: VersionRow }>();
  for (const by of acceptedVersions(ofMonth)) {
    if (by.kind === 'submission' && by.load === null) answers.clear();
    for (const [indicator, absence] of Object.entries(by.absences ?? {})) {
      answers.set(indicator, { absence, word: by.words?.[indicator] ?? '', by });
    }
  }
  return [...answers].flatMap(([indicator, { absence, word, by }]) => {
    const isAnsweredSince = standing.some((figure) => figure.indicator === indicator && byStanding(figure, by) > 0);
    return isAnsweredSince ? [] : [{ indicator, absence, word }];
  });
}
