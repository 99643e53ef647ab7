import type { Language } from '#api/http/problem.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { formatSignedAmount, formatPoints, noValue } from '../../../text/format.ts';
import { inIndicatorUnit } from './draft.ts';

/** A difference of targets in base units, with its sign; a ratio's in points. */
export function formatChange(change: number | null, indicator: Indicator, language: Language): string {
  if (change === null) return noValue;
  const amount = inIndicatorUnit(change, indicator);
  return indicator.kind === 'ratio' ? formatPoints(amount * 100, language) : formatSignedAmount(amount, indicator);
}
