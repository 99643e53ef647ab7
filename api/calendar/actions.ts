import { listInterviews, listItems, listRequirements, type InterviewRow, type ItemRow } from '#db/interviews.ts';
import { listRegions } from '#db/regions.ts';
import type { Context } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import type { Language } from '../http/problem.ts';
import type { FileReply } from '../http/serve-file.ts';
import { calendarOf, type DayEntry } from './icalendar.ts';

const words = {
  zh: { name: '约谈事项期限', file: '约谈事项期限.ics', owner: '责任单位', interview: '约谈', join: '：' },
  en: {
    name: 'Interview items due',
    file: 'interview-items-due.ics',
    owner: 'Owner',
    interview: 'Interview',
    join: ': ',
  },
} as const;

/** The days of all items that the caller may see and that are not verified; an item keeps its identity when its day changes. */
export async function itemCalendar(context: Context, language: Language): Promise<FileReply> {
  const { reader } = context.database;
  const now = context.clock.now();
  const items = await listItems(reader, { interview: null, region: ownCity(context) });
  const entryOf = await entryWriter(context, language);
  const open = items.filter(({ state }) => state !== 'verified');
  const content = Buffer.from(calendarOf(words[language].name, open.map(entryOf), now));
  const tag = `${now.toISOString().replaceAll(/\W/g, '-')}-${open.length}`;
  return { name: words[language].file, contentType: 'text/calendar', tag, content };
}

async function entryWriter({ database }: Context, language: Language): Promise<(item: ItemRow) => DayEntry> {
  const { reader } = database;
  const isZh = language === 'zh';
  const cities = new Map((await listRegions(reader)).map((row) => [row.code, isZh ? row.nameZh : row.nameEn]));
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
