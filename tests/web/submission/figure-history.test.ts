/** Undoing and redoing in the form's table: every step can be taken back and done again, and what is saved is what is shown. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ended,
  historyInput,
  historyOf,
  recorded,
  runOf,
  startedHistory,
  stepped,
} from '#web/features/submissions/form/figure-history.ts';
import type { FigureHistory, TypedFigures } from '#web/features/submissions/form/figure-history.ts';
import { leaveCell, outgoing, pasteInto, typeInto } from '#web/features/submissions/form/sheet.ts';
import type { CellAddress } from '#web/features/submissions/form/grid.ts';
import type { TypedSheet } from '#web/features/submissions/form/typed.ts';
import { bench, month, nth, startOn, stored, typed, untouched } from './session-bench.ts';

const cells: readonly CellAddress[] = [
  { code: 'area', field: 'increment' },
  { code: 'area', field: 'cumulative' },
  { code: 'share', field: 'numerator' },
  { code: 'share', field: 'denominator' },
  { code: 'projects', field: 'cumulative' },
];

/** What stands in a cell by itself. */
function textAt({ figures }: TypedSheet, { code, field }: CellAddress): string {
  const row = figures[code];
  if (row === undefined) return '';
  if ('cumulative' in row) return field === 'increment' ? row.increment : row.cumulative;
  return (field === 'numerator' ? row.numerator : row.denominator) ?? '';
}

/** A form with its session, worked in as the table does, and beside it plain lists of what stood before each step. */
class Form {
  readonly world = bench();
  private history: FigureHistory = startedHistory(untouched.figures);
  /** What stood before each step that can be undone, and what each undo took away, the latest last. */
  readonly before: TypedFigures[] = [];
  private readonly undone: TypedFigures[] = [];
  private typingIn: CellAddress | null = null;

  get sheet(): TypedSheet {
    return this.world.session.state().typed;
  }

  type(at: CellAddress, text: string): void {
    const isKey = text !== '';
    if (!isKey || this.typingIn !== at) this.before.push(this.sheet.figures);
    this.typingIn = isKey ? at : null;
    this.undone.length = 0;
    const { figures } = typeInto(month, this.sheet, at, text);
    this.go(recorded(this.known(), figures, runOf(`${at.code} ${at.field}`, text, 'insertText')));
  }

  paste(texts: readonly [string, string]): void {
    this.before.push(this.sheet.figures);
    this.typingIn = null;
    this.undone.length = 0;
    const block = texts.map((text, row) => ({ row, column: 1, text }));
    this.go(recorded(this.known(), pasteInto(month, this.sheet, block).figures, null));
  }

  leave(at: CellAddress): void {
    this.typingIn = null;
    this.go(ended(this.known(), leaveCell(month, this.sheet, at).figures));
  }

  undo(direction: 'undo' | 'redo'): void {
    const [from, to] = direction === 'undo' ? [this.before, this.undone] : [this.undone, this.before];
    const expected = from.pop();
    const next = stepped(this.known(), direction);
    expect(next === null).toBe(expected === undefined);
    if (next === null) return;
    this.typingIn = null;
    to.push(this.sheet.figures);
    this.go(next);
    expect(this.sheet.figures).toEqual(expected);
  }

  /** The note is no figure: writing it is no step of the table. */
  write(note: string): void {
    this.world.session.change({ ...this.sheet, note });
  }

  /** Waits until everything is saved, and says what the server was sent last; undefined where nothing had to be sent. */
  async saved(): Promise<unknown> {
    const { sent, elapse, session } = this.world;
    for (let answered = 0; session.state().phase !== 'idle'; await elapse()) {
      for (; answered < sent.length; answered += 1) {
        await nth(sent, answered).answer({ outcome: 'saved', submission: stored(1, answered + 1) });
      }
    }
    return sent.at(-1)?.body;
  }

  private known(): FigureHistory {
    return historyOf(this.sheet.figures, this.history);
  }

  private go(next: FigureHistory): void {
    this.history = next;
    if (next.present !== this.sheet.figures) this.world.session.change({ ...this.sheet, figures: next.present });
    expect(this.sheet.figures).toBe(next.present);
  }
}

const at = fc.constantFrom(...cells);
const figure = fc.constantFrom('401', '402.5', '430', '12万');
const action = fc.oneof(
  fc.tuple(at, fc.constantFrom('1', '2', '9')).map(([cell, key]) => (form: Form) => {
    form.type(cell, textAt(form.sheet, cell) + key);
  }),
  at.map((cell) => (form: Form) => form.type(cell, '')),
  fc.tuple(figure, figure).map((texts) => (form: Form) => form.paste(texts)),
  at.map((cell) => (form: Form) => form.leave(cell)),
  fc.constant((form: Form) => form.undo('undo')),
  fc.constant((form: Form) => form.undo('redo')),
  fc.constantFrom('甲', '乙').map((note) => (form: Form) => form.write(note)),
);

describe('typing, pasting, clearing, undoing and redoing in any order', () => {
  it('undoes to where each step began, redoes to where it ended, and saves what is shown', () =>
    fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 40 }), async (actions) => {
        const form = new Form();
        for (const act of actions) act(form);
        const shown = outgoing(month, form.sheet, null, 'submission');
        const body = await form.saved();
        if (shown.complete && body !== undefined) expect(body).toEqual(shown.body);
        const last = form.sheet.figures;
        const steps = form.before.length;
        for (let step = 0; step < steps; step += 1) form.undo('undo');
        expect(form.sheet.figures).toEqual(untouched.figures);
        for (let step = 0; step < steps; step += 1) form.undo('redo');
        expect(form.sheet.figures).toEqual(last);
      }),
      { numRuns: 400 },
    ));
});

const figures = (text: string): TypedFigures => typed(text).figures;

describe('a history', () => {
  it('takes keys in one cell together, and begins anew once it is left', () => {
    const one = recorded(startedHistory(figures('')), figures('4'), 'area');
    const two = recorded(one, figures('40'), 'area');
    expect(two.past).toHaveLength(1);
    expect(recorded(ended(two, two.present), figures('400'), 'area').past).toHaveLength(2);
    expect(recorded(two, figures('400'), 'civil').past).toHaveLength(2);
    expect(recorded(two, figures('400'), null).past).toHaveLength(2);
    expect(recorded(two, two.present, null)).toBe(two);
  });

  it('forgets what was undone with the next step', () => {
    const two = recorded(recorded(startedHistory(figures('')), figures('4'), null), figures('5'), null);
    const back = stepped(two, 'undo');
    expect(back?.future).toHaveLength(1);
    const other = recorded(back ?? two, figures('6'), null);
    expect(stepped(other, 'redo')).toBeNull();
    expect(stepped(other, 'undo')?.present).toBe(back?.present);
  });

  it('is another one where the figures came from elsewhere', () => {
    const mine = recorded(startedHistory(untouched.figures), figures('4'), null);
    expect(historyOf(mine.present, mine)).toBe(mine);
    const { session } = bench();
    session.change({ ...untouched, figures: mine.present });
    const theirs = startOn(stored(9, 3));
    session.resolve(theirs.acknowledged, theirs);
    expect(stepped(historyOf(session.state().typed.figures, mine), 'undo')).toBeNull();
  });

  it('goes back two hundred steps', () => {
    let history = startedHistory(figures('0'));
    for (let step = 1; step <= 250; step += 1) history = recorded(history, figures(String(step)), null);
    expect(history.past).toHaveLength(200);
    expect(history.past[0]).toEqual(figures('50'));
  });
});

describe('a change of a cell', () => {
  it('goes on with its typing by keys alone', () => {
    for (const by of ['insertText', 'insertCompositionText', 'deleteContentBackward', 'deleteContentForward']) {
      expect(runOf('cell', '4', by)).toBe('cell');
      expect(runOf('cell', '', by)).toBeNull();
    }
    for (const by of ['insertFromPaste', 'deleteByCut', 'insertFromDrop', ''])
      expect(runOf('cell', '4', by)).toBeNull();
  });

  it("may be the browser's own undoing or redoing", () => {
    expect(['historyUndo', 'historyRedo', 'insertText'].map(historyInput)).toEqual(['undo', 'redo', null]);
  });
});
