import type { Words } from '../../text/messages/words.ts';
import { reportingRows, yearTarget } from './ledger.ts';
import type { TargetRow } from './ledger.ts';

interface SentenceWords extends Pick<Words, 't'> {
  readonly nameOf: (row: TargetRow) => string;
  readonly indicatorOf: (code: string) => string;
}

/** How many of the cities' targets of a year are set; of the own city where only one is seen. */
export function targetSentence(
  year: number,
  rows: readonly TargetRow[],
  { t, nameOf, indicatorOf }: SentenceWords,
): string {
  if (!isAnySet(rows)) return t('targets.sentenceNone', { year });
  const cities = reportingRows(rows);
  const cells = cities.flatMap((row) => row.cells);
  const set = cells.filter((cell) => yearTarget(cell) !== null).length;
  const total = cells.length;
  const [only] = cities;
  const indicators = only?.cells.length ?? 0;
  if (only !== undefined && cities.length === 1) {
    return t('targets.sentenceOwn', { year, city: nameOf(only), indicators, set });
  }
  const counts = { year, cities: cities.length, indicators };
  // What no city has a target of was not forgotten city by city: it is named, and the others are whole.
  const without = (only?.cells ?? []).flatMap(({ indicator }) =>
    cells.some((cell) => cell.indicator === indicator && yearTarget(cell) !== null) ? [] : [indicator],
  );
  const expected = total - without.length * cities.length;
  if (set < expected) return t('targets.sentence', { ...counts, set });
  const all = t('targets.sentenceAll', { ...counts, indicators: indicators - without.length, total: expected });
  if (without.length === 0) return all;
  return all + t('targets.sentenceWithout', { names: without.map(indicatorOf).join(t('targets.join')) });
}

/** Whether any region has any target. */
export function isAnySet(rows: readonly TargetRow[]): boolean {
  return rows.some(({ cells }) => cells.some(({ steps }) => steps.length > 0));
}
