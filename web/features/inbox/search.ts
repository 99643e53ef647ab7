import { searchOf, textLike } from '../../ui/search.ts';

/** What the inbox's address says: the place in a long list. */
export const inboxSearch = searchOf({ before: textLike(/^[0-9T:.-]{10,30}Z~[0-9A-Za-z-]{1,64}$/) });
