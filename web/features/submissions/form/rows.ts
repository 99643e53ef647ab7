/** All rows of a form read together, because a part must not be greater than its whole. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { TypedFigure } from '#api/submissions/preview.ts';
import { readCell } from './cells.ts';
import type { CellReading } from './cells.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';

export type Readings = ReadonlyMap<string, CellReading>;

/** What every row's texts say; a part above its whole is invalid. */
export function readRows(subject: Subject, sheet: TypedSheet): Readings {
  const own = new Map(
    subject.indicators.map((indicator) => [
      indicator.code,
      readCell(indicator, sheet, subject.bases.get(indicator.code) ?? null),
    ]),
  );
  return new Map(subject.indicators.map((indicator) => [indicator.code, withinWhole(subject, indicator, own)]));
}

/** A row's figure, null where it has none. */
export function figureOf(readings: Readings, code: string | null): TypedFigure | null {
  const reading = code === null ? undefined : readings.get(code);
  return reading?.state === 'read' ? reading.figure : null;
}

function withinWhole({ indicators }: Subject, indicator: Indicator, own: Readings): CellReading {
  const figure = figureOf(own, indicator.code);
  const reading = own.get(indicator.code) ?? { state: 'empty' };
  if (figure === null) return reading;
  if (figure.denominator !== null && figure.value > figure.denominator) {
    return exceeds('denominator', figure.value, figure.denominator);
  }
  const whole = indicators.find(({ code }) => code === indicator.partOf);
  const wholeFigure = figureOf(own, indicator.partOf);
  const isWithin =
    whole === undefined || wholeFigure === null || figure.value * whole.scale <= wholeFigure.value * indicator.scale;
  return isWithin ? reading : exceeds('cumulative', figure.value, wholeFigure.value);
}

const exceeds = (field: 'denominator' | 'cumulative', part: number, whole: number): CellReading => ({
  state: 'invalid',
  problem: { is: 'exceeds', field, part, whole },
});
