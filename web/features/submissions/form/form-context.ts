/** What every part of the form shares, so that nothing is handed down from part to part. */
import { createContext, useContext } from 'react';
import type { Level } from '#api/measures/vocabulary.ts';
import type { SubmissionVersion } from '#api/submissions/contract.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { FigureHistory } from './figure-history.ts';
import type { LevelPreviews } from './level-preview.tsx';
import type { FormProblem } from './problem-words.ts';
import type { RowState } from './row-state.tsx';
import type { TypedSheet } from './typed.ts';

export interface FormValue {
  /** A correction's note is its reason. */
  readonly kind: SubmissionVersion['kind'];
  readonly subject: Subject;
  readonly sheet: TypedSheet;
  readonly previews: LevelPreviews;
  /** The level that must be explained; null where none must. */
  readonly explain: Level | null;
  /** The days that the figures may be as of. */
  readonly window: { readonly earliest: string; readonly latest: string };
  /** What the checks or the server found; every cell's own problem shows by itself once the cell is left. */
  readonly problems: readonly FormProblem[];
  readonly readOnly: boolean;
  readonly stateOf: (code: string) => RowState | null;
  /** What another version says of an indicator, in words; null where it says the same. */
  readonly markOf: (code: string) => string | null;
  readonly change: (sheet: TypedSheet) => void;
  /** The steps that led to the figures. */
  readonly history: FigureHistory;
  /** To the figures' next state. */
  readonly go: (next: FigureHistory) => void;
}

const context = createContext<FormValue | null>(null);

/** Gives a form's parts what they share. */
export const FormContext = context.Provider;

/**
 * The form that a part belongs to.
 *
 * @throws Error outside of a form
 */
export function useForm(): FormValue {
  const form = useContext(context);
  if (form === null) throw new Error('A part of the form stands outside of a form.');
  return form;
}
