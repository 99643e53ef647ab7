/** Any region of the tree with its parts: a nation's provinces, a province's cities, a city's counties. */
import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { bilingual, level, month, regionCode, unbounded, year } from '../http/shapes.ts';

/** `order` is the official one; the others speak of the indicator asked for, and `level` of a region's level as a whole. */
export const divisionSorts = ['order', 'level', 'completion', 'gap', 'coverage'] as const;
export type DivisionSort = (typeof divisionSorts)[number];

/** The regions right below, or all below that report themselves. */
export const divisionLists = ['parts', 'reporting'] as const;
export type DivisionList = (typeof divisionLists)[number];

/** Lines of one page; a region with more parts than this has several. */
export const divisionsPerPage = 200;

const pageNumber = z.union([z.number().int().min(1), z.string().regex(/^[1-9]\d{0,3}$/)]).transform(Number);

export const divisionQuery = z.strictObject({
  year,
  month,
  /** The top of what the caller may see where it is left out. */
  region: regionCode.optional(),
  /** Whose measures the lines have, and are sorted by; the first core indicator where it is left out. */
  indicator: z.string().max(60).optional(),
  /** `parts` where it is left out. */
  list: z.enum(divisionLists).optional(),
  /** Of a name or a code. */
  search: z.string().trim().max(40).optional(),
  /** `order` where it is left out. */
  sort: z.enum(divisionSorts).optional(),
  descending: z.literal('yes').optional(),
  page: pageNumber.optional(),
});
export type DivisionQuery = z.infer<typeof divisionQuery>;

/** Regions whose month is accepted, of those below that are expected to report it. */
const coverage = z.object({ accepted: z.number().int(), expected: z.number().int() });

/** Σ numerators over Σ denominators of all below that report; amounts in the indicator's unit, shares and ratios as fractions. */
export const divisionMeasures = z.object({
  indicator: z.string(),
  level,
  /** Σ targets of the regions that are in the sums, and of all that have one; a ratio has none to add up. */
  target: z.number().nullable(),
  targetOfAll: z.number().nullable(),
  /** What the region set itself, where the ledger has it, beside the sum. */
  ownTarget: z.number().nullable(),
  ownCompletion: z.number().nullable(),
  actual: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  completion: z.number().nullable(),
  pace: z.number().nullable(),
  scheduleRatio: z.number().nullable(),
  gapPoints: z.number().nullable(),
  gapAmount: z.number().nullable(),
  remaining: z.number().nullable(),
  intensity: unbounded,
  coverage,
});
export type DivisionMeasures = z.infer<typeof divisionMeasures>;

export const divisionLine = z.object({
  region: z.string(),
  name: bilingual,
  /** How many regions are right below it; 0 where it reports itself, and then it has a page of its own. */
  parts: z.number().int(),
  /** The worst over the core indicators, judged on the sums. */
  level,
  coverage,
  indicators: z.array(z.object({ indicator: z.string(), level, completion: z.number().nullable() })),
  /** Of the indicator asked for; null where it is not judged in this month. */
  measures: divisionMeasures.nullable(),
});
export type DivisionLine = z.infer<typeof divisionLine>;

export const divisionsReply = z.object({
  year: z.number().int(),
  month: z.number().int(),
  revision: z.number().int(),
  indicator: z.string().nullable(),
  /** From the top of what the caller may see down to the region asked for. */
  path: z.array(z.object({ region: z.string(), name: bilingual })),
  whole: divisionLine,
  lines: z.array(divisionLine),
  /** All that the search found. */
  total: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
  /** The months of the year with anything accepted below the region. */
  months: z.array(z.number().int()),
  /** The years in which the office accepted anything. */
  years: z.array(z.number().int()),
  /** Whether any figure or target of this reply is invented for the demonstration. */
  invented: z.boolean(),
});
export type Divisions = z.infer<typeof divisionsReply>;

export const listDivisions = endpoint({
  name: 'listDivisions',
  method: 'GET',
  path: '/api/divisions',
  summary:
    'A region and its parts at a month end, added up at every height; searched, sorted and paged. A bureau sees its own region and what is below it.',
  access: roles,
  query: divisionQuery,
  reply: divisionsReply,
});
