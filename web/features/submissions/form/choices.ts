/** Two versions of one form side by side, and the one that a person puts together from them. */
import { numeratorText } from './cells.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import { sameRow, textFields } from './typed.ts';
import type { TextField, TypedSheet } from './typed.ts';

export type Side = 'mine' | 'theirs';

/** Something that differs: an indicator's row, or one of the texts; the values are as typed. */
export interface Difference {
  /** An indicator's code, or the text's field. */
  readonly key: string;
  readonly what: 'row' | TextField;
  readonly mine: string;
  readonly theirs: string;
}

/** Everything that differs between two forms, rows first. Nothing that differs is ever merged without being asked. */
export function differences(subject: Subject, mine: TypedSheet, theirs: TypedSheet): readonly Difference[] {
  const rows = subject.indicators
    .filter(({ code }) => !sameRow(mine.figures[code], theirs.figures[code]))
    .map((indicator): Difference => {
      const [my, their] = [rowText(indicator, mine), rowText(indicator, theirs)];
      return { key: indicator.code, what: 'row', mine: my, theirs: their };
    })
    // A numerator that follows its source in one form and equals it in the other says the same.
    .filter((difference) => difference.mine !== difference.theirs);
  const texts = textFields
    .filter((field) => mine[field] !== theirs[field])
    .map((field): Difference => ({ key: field, what: field, mine: mine[field], theirs: theirs[field] }));
  return [...rows, ...texts];
}

/** The form that the choices make; `theirs` stands wherever nothing differs. */
export function chosenSheet(
  mine: TypedSheet,
  theirs: TypedSheet,
  differing: readonly Difference[],
  choices: ReadonlyMap<string, Side>,
): TypedSheet {
  const kept = differing.filter(({ key }) => choices.get(key) === 'mine');
  const rows = kept.flatMap(({ what, key }) => {
    const row = what === 'row' ? mine.figures[key] : undefined;
    return row === undefined ? [] : [[key, row] as const];
  });
  const texts = kept.flatMap(({ what }) => (what === 'row' ? [] : [[what, mine[what]] as const]));
  return { ...theirs, ...Object.fromEntries(texts), figures: { ...theirs.figures, ...Object.fromEntries(rows) } };
}

/** A row in one line: the cumulative, or numerator and denominator. */
function rowText(indicator: Subject['indicators'][number], sheet: TypedSheet): string {
  const row = sheet.figures[indicator.code];
  if (row === undefined) return '';
  if ('cumulative' in row) return row.cumulative === '' ? row.increment : row.cumulative;
  const isUntouched = row.denominator === '' && row.numerator === null;
  return isUntouched ? '' : `${numeratorText(indicator, sheet)} / ${row.denominator}`;
}
