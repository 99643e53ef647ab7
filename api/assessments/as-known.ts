/** Rows as they were known at an instant (ISO 8601); where none is named, as they are. Pure. */
import type { RuleRow } from '#db/rules.ts';
import type { VersionRow } from '#db/submissions.ts';

/** The rules that were there; the first one always, because without it nothing could be judged. */
export function rulesKnownAt(rules: readonly RuleRow[], knownAt: string | undefined): readonly RuleRow[] {
  if (knownAt === undefined) return rules;
  const first = rules.reduce<RuleRow | undefined>(
    (one, row) => (one && one.createdAt <= row.createdAt ? one : row),
    undefined,
  );
  return rules.filter((row) => row === first || row.createdAt <= knownAt);
}

/** The versions in the states in which they were; one that was not saved by then is none. A draft's texts may be later ones. */
export function versionsKnownAt(rows: readonly VersionRow[], knownAt: string | undefined): readonly VersionRow[] {
  if (knownAt === undefined) return rows;
  return rows.flatMap((row) => {
    const state = stateKnownAt(row, knownAt);
    return state === null ? [] : [{ ...row, state }];
  });
}

/** The state of a version at an instant; null before it was saved. */
function stateKnownAt(row: VersionRow, knownAt: string): VersionRow['state'] | null {
  const by = (instant: string | null): boolean => instant !== null && instant <= knownAt;
  if (row.state === 'revoked') {
    if (by(row.revokedAt)) return 'revoked';
    if (by(row.decidedAt)) return 'accepted';
  } else if (row.state !== 'draft' && row.state !== 'submitted' && (row.decidedAt === null || by(row.decidedAt))) {
    return row.state;
  }
  if (by(row.submittedAt)) return 'submitted';
  return by(row.savedAt) ? 'draft' : null;
}
