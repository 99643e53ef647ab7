/** Who may undo a decision on a month, and until when. Pure. */
import type { VersionRow } from '#db/submissions.ts';
import type { Actor } from '../http/context.ts';
import { isUndoable } from '../http/undo.ts';
import { statusFor, statusWords, type Refusal } from './lifecycle.ts';
import { monthWords } from './month-words.ts';

/**
 * Why a person may not undo the decision on a month; null where they may: it is theirs, not ten seconds old, and nobody has
 * gone on from it. Versions newest first.
 */
export function undoRefusal(
  versions: readonly VersionRow[],
  person: Pick<Actor, 'id' | 'role'>,
  now: Date,
): Refusal | null {
  if (person.role !== 'official') return { code: 'not-allowed', values: {} };
  const [newest] = versions;
  const isDecided = newest?.state === 'accepted' || newest?.state === 'returned';
  // What was entered for the cities is decided as a whole, and taken back so.
  if (!isDecided || newest.decidedAt === null || newest.load !== null) {
    return { code: 'illegal-transition', values: { state: statusWords[statusFor(versions, person.role)] } };
  }
  if (newest.packageMonth !== null) {
    return { code: 'part-of-package', values: { month: monthWords(newest.packageMonth) } };
  }
  if (newest.decidedBy !== person.id) return { code: 'not-allowed', values: {} };
  return isUndoable(newest.decidedAt, now) ? null : { code: 'too-late-to-undo', values: {} };
}
