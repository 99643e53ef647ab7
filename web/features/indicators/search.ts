import { codeIn, searchOf } from '../../ui/search.ts';

/** What the address of the indicators says: what is being done (`add`, `change`, `retire`, `withdraw`), and to which. */
export const indicatorsSearch = searchOf({ act: codeIn, of: codeIn });
