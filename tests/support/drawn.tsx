/** A component drawn to text without a browser, as one person sees it: for what pages say, not for what they do. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Role } from '#api/http/endpoint.ts';
import { regionsQuery } from '#web/api/reference.ts';
import { sessionQuery } from '#web/api/session.ts';
import { titlesQuery } from '#web/api/account-titles.ts';

/** Who looks, and on which day. */
export interface Viewer {
  readonly name?: string;
  readonly role?: Role;
  readonly region?: string | null;
  readonly today?: string;
}

const words = (zh: string, en: string) => ({ zh, en });

/** What the offices are called that tests name. */
const titles = [
  { name: 'lishui', title: words('丽水市建设局', 'Lishui bureau') },
  { name: 'official', title: words('建筑业管理处', 'Industry division') },
];

const regionOf = (code: string, zh: string, en: string) => ({
  code,
  kind: 'city' as const,
  name: words(`${zh}市`, en),
  short: words(zh, en),
  parent: '330000',
  tile: null,
});

/** The markup of a component. */
export function markupOf(element: ReactElement, viewer: Viewer = {}): string {
  const { name = 'lishui', role = 'bureau', region = '331100', today = '2020-10-19' } = viewer;
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(sessionQuery.queryKey, {
    person: { name, role, region, within: null, title: words('', ''), mustChangePassword: false },
    now: `${today}T01:00:00.000Z`,
    today,
    demonstration: true,
    publicDemonstration: false,
    unsaved: false,
  });
  client.setQueryData(titlesQuery.queryKey, titles);
  client.setQueryData(regionsQuery.queryKey, [
    regionOf('331100', '丽水', 'Lishui'),
    regionOf('330900', '舟山', 'Zhoushan'),
  ]);
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  return renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <RouterContextProvider router={router}>{element}</RouterContextProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

/** What one reads in a component: the markup without its tags, one space between two texts. */
export function textOf(element: ReactElement, viewer: Viewer = {}): string {
  return markupOf(element, viewer)
    .replaceAll(/<style[^>]*>.*?<\/style>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
