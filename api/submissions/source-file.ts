/** From which file a draft's figures came. Pure. */
import type { FiguredVersion, NewFigure } from '#db/submissions.ts';
import type { Draft } from './contract.ts';

interface Answers extends Pick<FiguredVersion, 'absences'> {
  readonly figures: readonly NewFigure[];
}

/**
 * What a draft that is saved says of its file: the one that it was just read from, else that of the draft before, which is
 * changed once any figure or absence differs. It stays so, also where the old figure is typed again: that nobody can tell from
 * a figure that the file did not have. A new version that names none has none.
 */
export function sourceFileOf(
  { fileName }: Draft,
  saved: Answers,
  before: (Answers & Pick<FiguredVersion, 'sourceFile'>) | null,
): FiguredVersion['sourceFile'] {
  if (fileName !== undefined) return { name: fileName, isChanged: false };
  if (before === null || before.sourceFile === null) return null;
  const { name, isChanged } = before.sourceFile;
  return { name, isChanged: isChanged || answersOf(saved) !== answersOf(before) };
}

/** Figures and absences as one text, whatever their order. */
function answersOf({ figures, absences }: Answers): string {
  const rows = figures.map(({ indicator, cumulative, denominator = null }) => [indicator, cumulative, denominator]);
  const all = [...rows, ...Object.entries(absences ?? {})];
  return JSON.stringify(all.map((one) => JSON.stringify(one)).toSorted());
}
