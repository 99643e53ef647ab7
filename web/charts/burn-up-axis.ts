/** The axes of a burn-up: ticks at rounded quarters of the target, months as many as there is room for. Pure. */
import type { Box } from './place-labels.ts';
import { textWidth } from './text-width.ts';

export interface AxisWord extends Box {
  readonly text: string;
  /** Where the text's own line stands: its left end and its baseline. */
  readonly x: number;
  readonly y: number;
}

const roundSteps = [1, 2, 2.5, 5, 10];

/** The values of a scale's ticks: multiples of the round number that is nearest to a quarter of the target. */
export function tickValues(target: number | null, max: number): readonly number[] {
  const quarter = (target ?? max) / 4;
  if (!(quarter > 0)) return [];
  const power = 10 ** Math.floor(Math.log10(quarter));
  const apart = (step: number): number => Math.abs(Math.log((step * power) / quarter));
  const step = roundSteps.reduce((best, one) => (apart(one) < apart(best) ? one : best)) * power;
  return Array.from({ length: Math.floor(max / step + 1e-9) + 1 }, (_, index) => index * step);
}

const words = (text: string, size: number, x: number, middle: number): AxisWord => ({
  text,
  x,
  y: middle + size * 0.35,
  left: x,
  top: middle - size / 2,
  width: textWidth(text, size),
  height: size,
});

/** A tick's words, right-aligned before the plot. */
export function tickWords(
  values: readonly { readonly text: string; readonly y: number }[],
  right: number,
  size: number,
): readonly AxisWord[] {
  return values.map(({ text, y }) => words(text, size, right - textWidth(text, size), Math.max(size / 2, y)));
}

/** The months that have room for their names: all, every third, every sixth, or December alone. */
export function monthWords(
  nameOf: (month: number) => string,
  at: (month: number) => number,
  { middle, size, right }: { readonly middle: number; readonly size: number; readonly right: number },
): readonly AxisWord[] {
  const wordOf = (month: number): AxisWord => {
    const text = nameOf(month);
    const width = textWidth(text, size);
    return words(text, size, Math.min(at(month) - width / 2, right - width), middle);
  };
  const fits = (months: readonly AxisWord[]): boolean =>
    months.every(
      (one, index) =>
        one.left >= 0 && (months[index - 1]?.left ?? -1e9) + (months[index - 1]?.width ?? 0) + 4 <= one.left,
    );
  const every = [1, 3, 6, 12].map((step) =>
    Array.from({ length: 12 / step }, (_, index) => wordOf((index + 1) * step)),
  );
  return every.find(fits) ?? [];
}
