/** A pace curve as it is typed: twelve per cents to four decimals, so that what is shown is what judges. Pure. */
import { formatFigure, readFigure } from '#api/figures/figure-text.ts';
import { curveProblem } from '#api/measures/curve.ts';

/** Twelve texts, in per cent of the annual target. */
export type CurveTexts = readonly string[];

/** Of one per cent: shares are kept to a millionth. */
const perCent = 10_000;
const millionth = 100 * perCent;

const textOf = (share: number): string => formatFigure(Math.round(share * millionth), { scale: perCent, decimals: 2 });

/** The texts of twelve shares, each rounded to four decimals of a per cent. */
export const curveTexts = (points: readonly number[]): CurveTexts => points.map(textOf);

/** The share that a text says; null where it is no such number. */
export function shareIn(text: string): number | null {
  const reading = readFigure(text, { scale: perCent, decimals: 4, unit: { zh: '%', en: '%' } });
  return reading.ok && reading.value <= millionth ? reading.value / millionth : null;
}

export interface ReadCurve {
  /** By month; null where the text is no share. */
  readonly points: readonly (number | null)[];
  /** The months that must be mended: no share, or less than the month before. */
  readonly wrong: ReadonlySet<number>;
}

/** What the texts say, and which months must be mended before they are a curve. */
export function readCurve(texts: CurveTexts): ReadCurve {
  const points = texts.map(shareIn);
  const wrong = points.flatMap((share, index) => {
    const before = points[index - 1] ?? 0;
    return share === null || share < before || (index === 11 && share !== 1) ? [index + 1] : [];
  });
  return { points, wrong: new Set(wrong) };
}

/** The curve where it is one; else null. */
export function curveIn(texts: CurveTexts): readonly number[] | null {
  const points = texts.map(shareIn).filter((share) => share !== null);
  return curveProblem(points) === null ? points : null;
}

/**
 * The texts with one month's share moved by hand: it stays between 0 and 1, and the months that it would overtake go with it, so
 * that a curve stays one. December is 1 and does not move.
 */
export function moved(texts: CurveTexts, month: number, share: number): CurveTexts {
  if (month >= 12) return texts;
  const to = Math.min(1, Math.max(0, share));
  return texts.map((text, index) => {
    const at = shareIn(text);
    if (index === 11 || at === null) return text;
    const isOvertaken = index < month - 1 ? at > to : at < to;
    return index === month - 1 || isOvertaken ? textOf(to) : text;
  });
}

/** Where a key moves a share: by a point, by five, or to its neighbours; null for a key that moves nothing. */
export function shareAfter(key: string, texts: CurveTexts, month: number): number | null {
  const share = shareIn(texts[month - 1] ?? '') ?? 0;
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: 0.01,
    ArrowRight: 0.01,
    ArrowDown: -0.01,
    ArrowLeft: -0.01,
    PageUp: 0.05,
    PageDown: -0.05,
  };
  if (key === 'Home') return shareIn(texts[month - 2] ?? '0');
  if (key === 'End') return shareIn(texts[month] ?? '');
  const step = steps[key];
  return step === undefined ? null : share + step;
}
