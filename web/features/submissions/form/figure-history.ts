/**
 * The way back through a form's figures: what stood before each step, and what was undone. Typing in one cell is one step,
 * clearing it and pasting are steps of their own. The texts beside the figures keep the browser's own undo.
 */
import type { TypedSheet } from './typed.ts';

export type TypedFigures = TypedSheet['figures'];

export interface FigureHistory {
  /** The oldest first. */
  readonly past: readonly TypedFigures[];
  readonly present: TypedFigures;
  /** What was undone, the next to be redone first. */
  readonly future: readonly TypedFigures[];
  /** The cell whose next key belongs to the last step; null where the next change is a step of its own. */
  readonly run: string | null;
}

/** Steps further back are forgotten. */
const maxSteps = 200;

/** A history in which nothing can be undone yet. */
export function startedHistory(present: TypedFigures): FigureHistory {
  return { past: [], present, future: [], run: null };
}

/** The history of the figures that are shown: a new one where they came from elsewhere, such as somebody else's save. */
export function historyOf(shown: TypedFigures, history: FigureHistory): FigureHistory {
  return history.present === shown ? history : startedHistory(shown);
}

/** After a step to other figures; `run` names the cell that is being typed in, and is null for a step of its own. */
export function recorded(before: FigureHistory, present: TypedFigures, run: string | null): FigureHistory {
  if (present === before.present) return before;
  const isSameStep = run !== null && run === before.run;
  const past = isSameStep ? before.past : [...before.past, before.present].slice(-maxSteps);
  return { past, present, future: [], run };
}

/** After a cell was left: what that changed belongs to the last step, and the next key begins another one. */
export function ended(before: FigureHistory, present: TypedFigures): FigureHistory {
  return { ...before, present, run: null };
}

/** One step back or forward; null where there is none. */
export function stepped({ past, present, future }: FigureHistory, direction: 'undo' | 'redo'): FigureHistory | null {
  const next = direction === 'undo' ? past.at(-1) : future[0];
  if (next === undefined) return null;
  return direction === 'undo'
    ? { past: past.slice(0, -1), present: next, future: [present, ...future], run: null }
    : { past: [...past, present], present: next, future: future.slice(1), run: null };
}

/**
 * The cell whose typing a change of its text goes on with, null where the change is a step of its own: clearing,
 * pasting, cutting. `inputType` is that of the browser's input event.
 */
export function runOf(cell: string, text: string, inputType: string): string | null {
  const isByKeys = /^insertText$|^insertCompositionText$|^deleteContent(?:Back|For)ward$/.test(inputType);
  return isByKeys && text !== '' ? cell : null;
}

/** The step that the browser itself was asked for, such as by its menu; null for any other input. */
export function historyInput(inputType: string): 'undo' | 'redo' | null {
  if (inputType === 'historyUndo') return 'undo';
  return inputType === 'historyRedo' ? 'redo' : null;
}
