/** What both papers are made of, read once, as far as the caller may see it. */
import { listIndicators, type IndicatorRow } from '#db/indicators.ts';
import { listInterviews, listItems } from '#db/interviews.ts';
import type { InterviewRow, ItemRow } from '#db/interviews.ts';
import type { Reader } from '#db/dialect';
import { listRegions } from '#db/regions.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { openInterview } from '../interviews/actions.ts';
import type { InterviewDetails } from '../interviews/contract.ts';
import { recordsOf } from '../interviews/record.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { city as readCity } from '../standings/actions.ts';
import type { City, IndicatorDetail } from '../standings/contract.ts';
import type { PaperLanguage } from './words.ts';

/** An indicator with how the city stands on it. */
export interface Measured extends IndicatorDetail {
  readonly indicator: IndicatorRow;
}

/** An interview with the city's items of it, and what it demands in words. */
interface Promised {
  readonly interview: InterviewRow;
  readonly requirements: InterviewDetails['requirements'];
  readonly items: readonly ItemRow[];
}

export interface Material {
  readonly language: PaperLanguage;
  readonly cityName: string;
  readonly interview: InterviewRow;
  readonly interviewTitle: string;
  readonly city: City;
  readonly indicators: readonly Measured[];
  /** The city's items of this and of every earlier interview, by interview, the latest first. */
  readonly promises: readonly Promised[];
  /** What this interview demands, also before it was held and its items were made. */
  readonly requirements: InterviewDetails['requirements'];
  readonly today: string;
  readonly madeAt: string;
}

/** The last month that had ended when the interview is held. */
export function monthBefore(day: string): { readonly year: number; readonly month: number } {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
}

/**
 * @throws Problem `not-found` for an interview that does not exist, a city that was not called to it, and another bureau's
 *   city alike
 */
export async function readMaterial(
  context: Context,
  { interview: id, region }: { readonly interview: string; readonly region: string },
  language: PaperLanguage,
): Promise<Material> {
  const { reader } = context.database;
  const { row: interview, details } = await openInterview(reader, context, id);
  const month = monthBefore(interview.heldOn);
  // Says `not-found` for a city that is not the caller's, before anything else of it is read.
  const city = await readCity(context, region, month);
  if (!details.areas.some((area) => area.region === region)) throw new Problem('not-found');
  const isZh = language === 'zh';
  const regions = await listRegions(reader);
  const named = regions.find(({ code }) => code === region);
  const now = context.clock.now();
  return {
    language,
    cityName: (isZh ? named?.nameZh : named?.nameEn) ?? region,
    interview,
    interviewTitle: isZh ? interview.titleZh : interview.titleEn,
    city,
    indicators: measuredOf(city, await listIndicators(reader)),
    promises: await promisesUpTo(reader, region, interview.heldOn),
    requirements: details.requirements,
    today: dayInShanghai(now),
    madeAt: now.toISOString(),
  };
}

/** What a city was asked for by this and every earlier interview, as far as there are items. */
async function promisesUpTo(reader: Reader, region: string, heldOn: string): Promise<readonly Promised[]> {
  const called = new Set((await listItems(reader, { interview: null, region })).map(({ interview }) => interview));
  const rows = (await listInterviews(reader)).filter((row) => row.heldOn <= heldOn && called.has(row.id));
  const records = await recordsOf(reader, rows, region);
  return records.map(({ row, details, items }) => ({
    interview: row,
    requirements: details.requirements,
    items: items.map((item) => item.row),
  }));
}

/** Core indicators first, each group in its own order. */
function measuredOf(city: City, rows: readonly IndicatorRow[]): readonly Measured[] {
  const found = city.indicators.flatMap((detail): Measured[] => {
    const indicator = rows.find(({ code }) => code === detail.standing.indicator);
    return indicator === undefined ? [] : [{ ...detail, indicator }];
  });
  return found.toSorted(
    (a, b) => Number(b.indicator.core) - Number(a.indicator.core) || a.indicator.position - b.indicator.position,
  );
}
