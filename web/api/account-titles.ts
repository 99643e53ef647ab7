import { useQuery } from '@tanstack/react-query';
import { listTitles } from '#api/accounts/contract.ts';
import type { AccountTitle } from '#api/accounts/contract.ts';
import { query } from './queries.ts';
import { useText } from '../text/messages/use-text.ts';

export const titlesQuery = { ...query(listTitles, {}), staleTime: 600_000 };

const titlesByName = (titles: readonly AccountTitle[]) => new Map(titles.map(({ name, title }) => [name, title]));

/**
 * Which office an account's name stands for, in the page's language: pages speak of 丽水市住房和城乡建设局, not of `lishui`.
 * A name that stands for none, such as that of an account that is gone, is shown as it is.
 */
export function useTitleOf(): (name: string | null) => string {
  const { language } = useText();
  // Never waited for: a name is better than a page that goes away until its title has come.
  const titles = useQuery({ ...titlesQuery, select: titlesByName }).data;
  return (name) => (name === null ? '' : (titles?.get(name)?.[language] ?? name));
}
