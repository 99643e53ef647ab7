/**
 * Pages and parts of pages drawn without a browser: the real component, router and texts, with the API's replies already
 * read. What needs a click or a size is for the browser's tests; what has many branches and little to click is for these.
 */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryKey } from '@tanstack/react-query';
import { createMemoryHistory, RouterContextProvider, RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Role } from '#api/http/endpoint.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Session } from '#api/accounts/contract.ts';
import type { Region } from '#api/regions/contract.ts';
import { createQueryClient } from '#web/api/query-client.ts';
import { titlesQuery } from '#web/api/account-titles.ts';
import { indicatorsQuery, regionsQuery } from '#web/api/reference.ts';
import { createAppRouter } from '#web/app/router.tsx';
import { sessionQuery } from '#web/api/session.ts';
import { theme } from '#web/app/theme.ts';

/** A reply that is there already. */
export interface Read {
  readonly of: { readonly queryKey: QueryKey };
  readonly reply: unknown;
}

export interface Given {
  readonly role?: Role;
  readonly today?: string;
  /** Whether the session is in memory only, because the disk takes nothing. */
  readonly unsaved?: boolean;
  readonly regions?: readonly Region[];
  readonly indicators?: readonly Indicator[];
  readonly read?: readonly Read[];
}

/** A region as the pages know it. */
export function regionOf(code: string, name: string, more: Partial<Region> = {}): Region {
  return {
    code,
    kind: 'city',
    parent: '330000',
    name: { zh: `${name}市`, en: name },
    short: { zh: name, en: name },
    tile: { row: 0, column: 0 },
    ...more,
  };
}

function parts(
  { role = 'official', today = '2020-10-19', unsaved = false, regions = [], indicators = [], read = [] }: Given,
  path: string,
) {
  const session: Session = {
    person: {
      name: 'wang',
      title: { zh: '省厅', en: 'Department' },
      role,
      region: role === 'bureau' ? (regions[0]?.code ?? null) : null,
      within: null,
      mustChangePassword: false,
    },
    now: `${today}T01:00:00.000Z`,
    today,
    demonstration: false,
    publicDemonstration: false,
    unsaved,
  };
  const client = createQueryClient(() => undefined);
  client.setQueryData(sessionQuery.queryKey, session);
  client.setQueryData(regionsQuery.queryKey, [...regions]);
  client.setQueryData(indicatorsQuery.queryKey, [...indicators]);
  client.setQueryData(titlesQuery.queryKey, []);
  for (const { of, reply } of read) client.setQueryData(of.queryKey, reply);
  const router = createAppRouter(client);
  router.update({ ...router.options, history: createMemoryHistory({ initialEntries: [path] }) });
  const markup = (node: ReactNode): string =>
    renderToStaticMarkup(
      <MantineProvider theme={theme}>
        <QueryClientProvider client={client}>{node}</QueryClientProvider>
      </MantineProvider>,
    );
  return { router, markup };
}

/** The page of an address, its frame included. */
export async function pageAt(path: string, given: Given): Promise<string> {
  const { router, markup } = parts(given, path);
  await router.load();
  return markup(<RouterProvider router={router} />);
}

/** A part of a page by itself, as it stands at an address. */
export async function partOf(node: ReactNode, given: Given = {}, path = '/?year=2020&month=9'): Promise<string> {
  const { router, markup } = parts(given, path);
  await router.load();
  return markup(<RouterContextProvider router={router}>{node}</RouterContextProvider>);
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#x27;': "'",
};

/** The words of a markup as they are read, blocks apart by one blank; daggers without the words behind them. */
export function wordsIn(markup: string): string {
  return markup
    .replaceAll(/<(title|style|script)\b.*?<\/\1>/gs, '')
    .replaceAll(/<sup[^>]*>.*?<\/sup>/g, '†')
    .replaceAll(
      /<(br|\/?(p|li|ul|ol|div|section|tr|td|th|h\d|dt|dd|dl|table|caption|figcaption|figure|main|header))\b[^>]*>/g,
      ' ',
    )
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&[^;]+;/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The rows of a markup's tables, their cells apart by “ | ”; a picture stands as what it says of itself. */
export function rowsIn(markup: string): readonly string[] {
  return [...markup.matchAll(/<tr\b[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)]
      .map(([, cell = '']) => {
        const picture = /role="img" aria-label="([^"]*)"/.exec(cell)?.[1] ?? '';
        return wordsIn(cell.replaceAll(/<svg.*?<\/svg>/gs, '')) || picture;
      })
      .join(' | '),
  );
}
