/** Monthly reports as a bureau's page sends them. */
import { explanation, valueOf, type Office } from './office.ts';

/** An area's month and where it is reported. */
export interface Report {
  readonly region: string;
  /** The area's place in the office. */
  readonly area: number;
  readonly month: number;
  readonly path: string;
}

/** The months of a year of the areas that have a bureau: 132. */
export function monthsOf({ areas, bureaus }: Office, year: number): readonly Report[] {
  return Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) =>
    areas
      .slice(0, bureaus.size)
      .map((region, area) => ({ region, area, month, path: `/api/submissions/${year}/${month}/${region}` })),
  );
}

/** The body of a draft: 8 figures and what is said about them. */
export function reportOf(area: number, month: number): string {
  const flow = (code: string, scale: number) => ({
    cumulative: valueOf(area, month, { code, kind: 'flow', scale }) / scale,
  });
  const whole = flow('prefab-area', 10_000);
  return JSON.stringify({
    figures: {
      'prefab-area': whole,
      'prefab-civil': flow('prefab-civil', 10_000),
      'prefab-share': { numerator: whole.cumulative, denominator: Math.round(whole.cumulative * 300) / 100 },
      'steel-housing': flow('steel-housing', 10_000),
      'green-demo': flow('green-demo', 1),
      'own-1': flow('own-1', 10_000),
      'own-2': flow('own-2', 10_000),
      'own-3': flow('own-3', 10_000),
    },
    ...explanation,
  });
}
