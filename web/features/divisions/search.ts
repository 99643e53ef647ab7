import { codeIn, columnIn, monthIn, searchOf, textLike, wordIn, yearIn } from '../../ui/search.ts';

/** What the address of the levels says: the region, the month, the indicator, all below or the next level, order, page, and what is looked for. */
export const divisionsSearch = searchOf({
  region: codeIn,
  year: yearIn,
  month: monthIn,
  indicator: codeIn,
  list: wordIn('reporting'),
  sort: columnIn,
  page: textLike(/^[1-9]\d{0,3}$/),
  find: textLike(/^.{1,40}$/u),
});
