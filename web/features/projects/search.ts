import { stages } from '#api/projects/contract.ts';
import { codeIn, columnIn, oneIn, searchOf, textLike, yearIn } from '../../ui/search.ts';

/** What the ledger's address says: its filters, its order, and what is open: a project, `add` or `import`; the number whose formula is shown. */
export const projectsSearch = searchOf({
  region: codeIn,
  stage: oneIn(stages),
  year: yearIn,
  find: textLike(/^.{1,100}$/u),
  sort: columnIn,
  open: codeIn,
  formula: codeIn,
});
