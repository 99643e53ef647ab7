/** A server for tests of the form's session: it keeps one month, and is asked by hand. */
import type { Draft, Submission } from '#api/submissions/contract.ts';
import type { SaveAnswer } from '#web/features/submissions/form/draft-session.ts';
import { figureOf, submission, version } from './month.ts';

/** The figures and words of a draft, in one order. */
export const saidIn = ({ figures, words = {} }: Draft): string =>
  JSON.stringify([figures, Object.entries(words).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
/** A server that keeps one month: a save counts once for its key, and is refused on top of another's. */
export class MonthServer {
  private figures: Draft['figures'] = {};
  private words: NonNullable<Draft['words']> = {};
  private number = 0;
  /** Whether the last save was somebody else's. */
  isOthers = false;
  private readonly known = new Map<string, SaveAnswer>();

  current(): Submission {
    const figures = Object.entries(this.figures).flatMap(([code, figure]) =>
      figure !== null && 'cumulative' in figure ? [figureOf(code, Number(figure.cumulative))] : [],
    );
    const absences = Object.fromEntries(
      Object.entries(this.figures).flatMap(([code, figure]) => ('absence' in figure ? [[code, figure.absence]] : [])),
    );
    const saved = version({ figures, absences, words: this.words });
    return this.number === 0 ? submission() : submission({ version: this.number, status: 'draft', versions: [saved] });
  }

  save(body: Draft, basedOn: number, key: string): SaveAnswer {
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const answer: SaveAnswer =
      basedOn === this.number ? this.put(body, false) : { outcome: 'stale', current: this.current() };
    if (answer.outcome === 'saved') this.known.set(key, answer);
    return answer;
  }

  put({ figures, words = {} }: Draft, isOthers: boolean): SaveAnswer {
    this.isOthers = isOthers;
    this.figures = figures;
    this.words = words;
    this.number += 1;
    return { outcome: 'saved', submission: this.current() };
  }

  held(): string {
    return saidIn({ figures: this.figures, words: this.words });
  }
}
