/** From and up to when an indicator is asked of bureaus. Pure; safe in a browser. */
import type { YearMonth } from '../measures/calendar.ts';

/** Months as `yyyy-mm`; null where nothing was decided. */
export interface IndicatorMonths {
  /** Whether a month cannot be sent without it, from `requiredFrom` on where that is told. */
  readonly required: boolean;
  readonly requiredFrom: string | null;
  /** The first month in which it is not asked for any more. */
  readonly retiredFrom: string | null;
}

/** A month as it is kept with an indicator, so that texts are in the order of months. */
export const monthKey = ({ year, month }: YearMonth): string => `${year}-${String(month).padStart(2, '0')}`;

/** Whether an indicator is reported and judged in a month. */
export function isReportedIn({ retiredFrom }: Pick<IndicatorMonths, 'retiredFrom'>, at: YearMonth): boolean {
  return retiredFrom === null || monthKey(at) < retiredFrom;
}

/** Whether a month cannot be sent without the indicator. */
export function isRequiredIn(indicator: IndicatorMonths, at: YearMonth): boolean {
  const { required, requiredFrom } = indicator;
  return required && isReportedIn(indicator, at) && (requiredFrom === null || requiredFrom <= monthKey(at));
}
