import { codeIn, searchOf, textLike } from '../../ui/search.ts';

/**
 * What the address of the pace curves says: the month that a curve is tried on, `2020-9`; the newest where it is left out, and the number
 * whose formula is shown.
 */
export const curvesSearch = searchOf({ trial: textLike(/^\d{4}-\d{1,2}$/), formula: codeIn });
