import type { resources } from './catalogue.ts';

/**
 * The areas of which the first pages are made: signing in, the overview, the sprint, a city. They come before the page is drawn;
 * the others, twice as much, come with the first page that has more (`furtherText`).
 */
export const firstAreas: readonly string[] = [
  'answers',
  'charts',
  'city',
  'corrections',
  'everywhere',
  'forecast',
  'inbox',
  'ledgerSums',
  'levels',
  'openings',
  'overview',
  'printing',
  'rules',
  'shell',
  'signIn',
  'sprint',
  'targets',
] satisfies readonly (keyof typeof resources.zh)[];

/** The texts of the first pages, or those of all others. */
export function part(of: 'first' | 'further', texts: typeof resources.zh): Partial<typeof resources.zh> {
  const areas = Object.entries(texts).filter(([area]) => firstAreas.includes(area) === (of === 'first'));
  return Object.fromEntries(areas);
}
