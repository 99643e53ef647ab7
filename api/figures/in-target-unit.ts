import type { IndicatorRow } from '#db/indicators.ts';
import { shareScale } from '../measures/vocabulary.ts';
import { inUnit } from './figure-text.ts';

/** A target in the indicator's unit; a ratio's as a fraction. */
export function targetInUnit(amount: number, { kind, scale }: IndicatorRow): number {
  return inUnit(amount, kind === 'ratio' ? shareScale : scale);
}
