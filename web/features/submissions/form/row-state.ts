/** How a row stands between the person and the server. */
import type { SessionState } from './draft-session.ts';
import type { CellReading } from './cells.ts';
import { sameRow } from './typed.ts';

export type RowState = 'empty' | 'saved' | 'saving' | 'waiting' | 'invalid' | 'conflict';

/** The state of one row; null where it is as the server sent it and nobody has saved a draft yet. */
export function rowStateOf(
  code: string,
  reading: CellReading,
  session: Pick<SessionState, 'phase' | 'typed' | 'acknowledged' | 'sending' | 'savedAt'>,
  conflicting: ReadonlySet<string>,
): RowState | null {
  const typed = session.typed.figures[code];
  if (session.phase === 'conflict' && conflicting.has(code)) return 'conflict';
  if (reading.state === 'invalid') return 'invalid';
  if (sameRow(typed, session.acknowledged.figures[code])) {
    if (reading.state === 'empty') return 'empty';
    return session.savedAt === null ? null : 'saved';
  }
  return session.sending !== null && sameRow(typed, session.sending.figures[code]) ? 'saving' : 'waiting';
}
