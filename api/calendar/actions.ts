import { createHash } from 'node:crypto';
import { listInterviews, listItems, listRequirements, type InterviewRow, type ItemRow } from '#db/interviews.ts';
import { listOpeningVersions, type OpeningVersionRow } from '#db/openings.ts';
import { listRegions } from '#db/regions.ts';
import type { Context, Services } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import type { Language } from '../http/problem.ts';
import type { FileReply } from '../http/serve-file.ts';
import { calendarOf, type DayEntry } from './icalendar.ts';
import { monthEntries } from './month-entries.ts';

const words = {
  zh: {
    name: '约谈事项、月度报送期限与开局计划',
    file: '约谈事项与报送期限.ics',
    owner: '责任单位',
    interview: '约谈',
    plan: (year: number) => `${year}年开局计划`,
    node: '节点',
    start: '开工',
    join: '：',
  },
  en: {
    name: 'Interview items, months due and first-quarter plans',
    file: 'items-and-months-due.ics',
    owner: 'Owner',
    interview: 'Interview',
    plan: (year: number) => `First-quarter plan of ${year}`,
    node: 'node',
    start: 'start',
    join: ': ',
  },
} as const;

/**
 * The days of all items that the caller may see and that are not verified, of months that are owed, and of accepted first-quarter
 * plans. What is in it keeps its identity when its day changes.
 */
export function itemCalendar(context: Context, language: Language): Promise<FileReply> {
  return calendarFor(context, ownCity(context), language);
}

/** The calendar of one city, or of all where it is null. */
export async function calendarFor(
  context: CalendarServices,
  region: string | null,
  language: Language,
): Promise<FileReply> {
  const { reader } = context.database;
  const now = context.clock.now();
  const items = await listItems(reader, { interview: null, region });
  const entryOf = await entryWriter(context, language);
  const open = items.filter(({ state }) => state !== 'verified');
  const accepted = newestAccepted(await listOpeningVersions(reader, { year: null, region }));
  const plans = await planEntries(context, accepted, language);
  const name = region === null ? null : ((await cityNames(context, language)).get(region) ?? region);
  const months = await monthEntries(context, { region, name }, language);
  const entries = [...open.map(entryOf), ...months, ...plans];
  const content = Buffer.from(calendarOf(words[language].name, entries, now));
  const tag = `${now.toISOString().replaceAll(/\W/g, '-')}-${entries.length}`;
  return { name: words[language].file, contentType: 'text/calendar', tag, content };
}

/** What a calendar is made with. */
type CalendarServices = Pick<Services, 'database' | 'clock'>;

/** Each plan as it was accepted last, also while it is written anew. */
function newestAccepted(versions: readonly OpeningVersionRow[]): readonly OpeningVersionRow[] {
  const byPlan = Map.groupBy(versions, ({ year, region }) => `${year}/${region}`);
  return [...byPlan.values()].flatMap((own) => own.findLast(({ state }) => state === 'accepted') ?? []);
}

/** What accepted plans say is to be reached or started on a day. Two entries of a plan with the same words are one occasion each. */
async function planEntries(
  context: CalendarServices,
  plans: readonly OpeningVersionRow[],
  language: Language,
): Promise<readonly DayEntry[]> {
  const cities = await cityNames(context, language);
  const { plan: planOf, join, ...said } = words[language];
  return plans.flatMap(({ year, region, number, plan }) => {
    const days = [
      ...plan.nodes.map(({ day, text }) => ({ kind: 'node' as const, day, text })),
      ...plan.projects.map(({ startsOn, name }) => ({ kind: 'start' as const, day: startsOn, text: name })),
    ];
    return days.map(({ kind, day, text }, at) => {
      const nth = days.slice(0, at).filter((one) => one.kind === kind && one.text === text).length;
      const hash = createHash('sha256').update(`${kind}/${text}/${nth}`).digest('hex').slice(0, 16);
      return {
        uid: `plan-${year}-${region}-${hash}@xushi`,
        day,
        summary: `${cities.get(region) ?? region} ${said[kind]}${join}${text}`,
        description: planOf(year),
        sequence: number,
      };
    });
  });
}

async function cityNames({ database }: CalendarServices, language: Language): Promise<ReadonlyMap<string, string>> {
  const rows = await listRegions(database.reader);
  return new Map(rows.map((row) => [row.code, language === 'zh' ? row.nameZh : row.nameEn]));
}

async function entryWriter(context: CalendarServices, language: Language): Promise<(item: ItemRow) => DayEntry> {
  const { reader } = context.database;
  const isZh = language === 'zh';
  const cities = await cityNames(context, language);
  const rows = await listInterviews(reader);
  const interviews = new Map(rows.map((row) => [row.id, isZh ? row.titleZh : row.titleEn]));
  const own = new Map(rows.flatMap((row) => titlesOf(row, language)));
  const titles = new Map(
    (await listRequirements(reader)).flatMap(({ items }) =>
      items.map((row): [string, string] => [row.key, isZh ? row.titleZh : row.titleEn]),
    ),
  );
  const { owner, interview: called, join } = words[language];
  return ({ interview, region, item, dueOn, owner: unit, version }) => ({
    uid: `${interview}-${region}-${item}@xushi`,
    day: dueOn,
    summary:
      `${cities.get(region) ?? region} ${item} ${own.get(`${interview}/${item}`) ?? titles.get(item) ?? ''}`.trim(),
    description: `${called}${join}${interviews.get(interview) ?? interview}\n${owner}${join}${unit}`,
    sequence: version,
  });
}

/** The items of an interview as it demands them, by interview and key. */
function titlesOf({ id, details }: InterviewRow, language: Language): [string, string][] {
  return (details?.requirements ?? []).flatMap(({ items }) =>
    items.map(({ key, title }): [string, string] => [`${id}/${key}`, title[language]]),
  );
}
