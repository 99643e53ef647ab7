/** The sentences of notices, made when they are read of what is kept and of the names as they are then. */
import type { Reader } from '#db/dialect';
import type { NoticeAbout, NoticeRow } from '#db/inbox.ts';
import { listIndicators } from '#db/indicators.ts';
import { listInterviews, listRequirements, type InterviewRow } from '#db/interviews.ts';
import { listRegions } from '#db/regions.ts';
import type { Bilingual } from '../http/shapes.ts';
import type { YearMonth } from '../measures/calendar.ts';
import { noticeKinds, type NoticeKind } from './contract.ts';

/** What a sentence names, in one language. */
interface Named {
  readonly city: string;
  readonly interview: string;
  readonly item: string;
  readonly day: string;
  readonly count: number;
  readonly note: string;
  /** The year of a plan. */
  readonly year: string;
  /** What a back-scheduled plan is about. */
  readonly indicator: string;
  /** The month of a report or a bulletin. */
  readonly month: string;
}

/** Months of which the newest is named. */
const monthsWords: Readonly<Record<keyof Bilingual, (count: number, newest: string) => string>> = {
  zh: (count, newest) => (count === 1 ? newest : ` ${count} 个月（至 ${newest}）`),
  en: (count, newest) => (count === 1 ? newest : `${count} months (up to ${newest})`),
};

const sentences: Readonly<Record<NoticeKind, Readonly<Record<keyof Bilingual, (of: Named) => string>>>> = {
  'interview-called': {
    zh: ({ city, interview, day }) => `${city}被约谈：${interview}（${day}）。`,
    en: ({ city, interview, day }) => `${city} is called to an interview: ${interview} (${day}).`,
  },
  'item-reported': {
    zh: ({ city, item }) => `${city}报告完成事项“${item}”，待核实。`,
    en: ({ city, item }) => `${city} reported “${item}” as done; it is to be verified.`,
  },
  'item-returned': {
    zh: ({ city, item, note }) => `${city}的事项“${item}”被退回：${note}`,
    en: ({ city, item, note }) => `The item “${item}” of ${city} was returned: ${note}`,
  },
  'extension-granted': {
    zh: ({ city, item, day }) => `${city}的事项“${item}”期限延至 ${day}。`,
    en: ({ city, item, day }) => `The item “${item}” of ${city} is now due on ${day}.`,
  },
  'evidence-attached': {
    zh: ({ city, item }) => `${city}为事项“${item}”上传了佐证材料。`,
    en: ({ city, item }) => `${city} attached evidence to “${item}”.`,
  },
  'items-due': {
    zh: ({ city, count, day }) => `${city}有 ${count} 项约谈事项将于 ${day} 到期。`,
    en: ({ city, count, day }) => `${city} has ${count === 1 ? '1 item' : `${count} items`} due on ${day}.`,
  },
  'items-overdue': {
    zh: ({ city, count, day }) => `${city}有 ${count} 项约谈事项已逾期（期限 ${day}）。`,
    en: ({ city, count, day }) => `${city} has ${count === 1 ? '1 item' : `${count} items`} overdue since ${day}.`,
  },
  'opening-asked': {
    zh: ({ city, year }) => `省厅请${city}编制并报送 ${year} 年开局计划（一季度）。`,
    en: ({ city, year }) => `The department asks ${city} for its first-quarter plan of ${year}.`,
  },
  'opening-submitted': {
    zh: ({ city, year }) => `${city}报送了 ${year} 年开局计划，待审。`,
    en: ({ city, year }) => `${city} sent its first-quarter plan of ${year}; it is to be decided on.`,
  },
  'opening-returned': {
    zh: ({ city, year, note }) => `${city} ${year} 年开局计划被退回：${note}`,
    en: ({ city, year, note }) => `The first-quarter plan of ${city} for ${year} was returned: ${note}`,
  },
  'opening-accepted': {
    zh: ({ city, year }) => `${city} ${year} 年开局计划已通过。`,
    en: ({ city, year }) => `The first-quarter plan of ${city} for ${year} is accepted.`,
  },
  'back-plan-due': {
    zh: ({ city, year, indicator, day }) => `${city}须于 ${day} 前报送 ${year} 年“${indicator}”倒排计划，尚未报送。`,
    en: ({ city, year, indicator, day }) =>
      `${city} has yet to send its back-scheduled plan of ${year} for “${indicator}”, due on ${day}.`,
  },
  'back-plan-submitted': {
    zh: ({ city, year, indicator }) => `${city}报送了 ${year} 年“${indicator}”倒排计划，待审。`,
    en: ({ city, year, indicator }) =>
      `${city} sent its back-scheduled plan of ${year} for “${indicator}”; it is to be decided on.`,
  },
  'back-plan-returned': {
    zh: ({ city, year, indicator, note }) => `${city} ${year} 年“${indicator}”倒排计划被退回：${note}`,
    en: ({ city, year, indicator, note }) =>
      `The back-scheduled plan of ${city} for “${indicator}” in ${year} was returned: ${note}`,
  },
  'back-plan-approved': {
    zh: ({ city, year, indicator }) => `${city} ${year} 年“${indicator}”倒排计划已批准。`,
    en: ({ city, year, indicator }) => `The back-scheduled plan of ${city} for “${indicator}” in ${year} is approved.`,
  },
  'node-plan-submitted': {
    zh: ({ city, year, indicator }) => `${city}报送了 ${year} 年“${indicator}”节点计划，待审。`,
    en: ({ city, year, indicator }) =>
      `${city} sent its node plan of ${year} for “${indicator}”; it is to be decided on.`,
  },
  'node-plan-returned': {
    zh: ({ city, year, indicator, note }) => `${city} ${year} 年“${indicator}”节点计划被退回：${note}`,
    en: ({ city, year, indicator, note }) =>
      `The node plan of ${city} for “${indicator}” in ${year} was returned: ${note}`,
  },
  'node-plan-approved': {
    zh: ({ city, year, indicator }) => `${city} ${year} 年“${indicator}”节点计划已批准。`,
    en: ({ city, year, indicator }) => `The node plan of ${city} for “${indicator}” in ${year} is approved.`,
  },
  'node-plan-withdrawn': {
    zh: ({ city, year, indicator, note }) => `${city} ${year} 年“${indicator}”节点计划的批准已撤回：${note}`,
    en: ({ city, year, indicator, note }) =>
      `The approval of the node plan of ${city} for “${indicator}” in ${year} was withdrawn: ${note}`,
  },
  'month-reminded': {
    zh: ({ city, month, day }) => `省厅催报：请${city}报送${month}数据（期限 ${day}）。`,
    en: ({ city, month, day }) => `The department reminds ${city} to send its figures of ${month} (due ${day}).`,
  },
  'month-due': {
    zh: ({ city, month, day }) => `${city}${month}月末数据应于 ${day} 前（含当日）报送，尚未收到。`,
    en: ({ city, month, day }) =>
      `The figures of ${city} for the end of ${month} are due by ${day} and were not sent yet.`,
  },
  'month-overdue': {
    zh: ({ city, month, day }) => `${city}${month}月末数据已过期限（${day}），尚未收到。`,
    en: ({ city, month, day }) =>
      `The figures of ${city} for the end of ${month} were due on ${day} and were not sent yet.`,
  },
  'month-returned': {
    zh: ({ city, month, note }) => `${city}${month}报送被退回：${note}`,
    en: ({ city, month, note }) => `The report of ${city} for ${month} was returned: ${note}`,
  },
  'month-accepted': {
    zh: ({ city, month }) => `${city}${month}报送已通过。`,
    en: ({ city, month }) => `The report of ${city} for ${month} is accepted.`,
  },
  'month-revoked': {
    zh: ({ city, month, note }) => `${city}${month}报送的通过已撤销，请核对后重新报送：${note}`,
    en: ({ city, month, note }) =>
      `The acceptance of the report of ${city} for ${month} was taken back; check it and send it again: ${note}`,
  },
  'figure-remarked': {
    zh: ({ city, month }) => `省厅对${city}${month}报送的数据有批注，请答复。`,
    en: ({ city, month }) => `The department asks about a figure of ${city} for ${month}; please answer.`,
  },
  'figure-answered': {
    zh: ({ city, month }) => `${city}答复了${month}数据的批注。`,
    en: ({ city, month }) => `${city} answered a comment on its figures of ${month}.`,
  },
  'month-corrected': {
    zh: ({ city, month }) => `${city}${month}数据的更正已通过，自此按更正后的数据计。`,
    en: ({ city, month }) => `The correction of ${city} for ${month} is accepted; its figures count from now on.`,
  },
  'load-entered': {
    zh: ({ city, month, count, note }) =>
      `省厅代${city}录入了${monthsWords.zh(count, month)}的数据，待另一名省厅人员通过后计入。理由：${note}`,
    en: ({ city, month, count, note }) =>
      `The department entered figures of ${city} for ${monthsWords.en(count, month)}; they count once a second official accepts them. Reason: ${note}`,
  },
  'load-accepted': {
    zh: ({ city, month, count, note }) =>
      `省厅代${city}录入的${monthsWords.zh(count, month)}的数据已通过，自此计入。理由：${note}`,
    en: ({ city, month, count, note }) =>
      `The figures of ${city} that the department entered for ${monthsWords.en(count, month)} are accepted and count from now on. Reason: ${note}`,
  },
  'load-withdrawn': {
    zh: ({ city, month, count, note }) => `省厅代${city}录入的${monthsWords.zh(count, month)}的数据已撤销：${note}`,
    en: ({ city, month, count, note }) =>
      `The figures of ${city} that the department entered for ${monthsWords.en(count, month)} were withdrawn: ${note}`,
  },
  'bulletin-issued': {
    zh: ({ month, note }) => `省厅印发了${month}的通报（${note}），请签收。`,
    en: ({ month, note }) => `The department issued its bulletin of ${month} (${note}); please sign for it.`,
  },
  'bulletin-corrected': {
    zh: ({ month, note }) => `省厅印发了${month}通报的更正说明（${note}），请签收。`,
    en: ({ month, note }) => `The department corrected its bulletin of ${month} (${note}); please sign for it.`,
  },
  'bulletin-outdated': {
    zh: ({ month, note }) =>
      `已印发的${month}通报（${note}）因更正有内容变动，更正说明已自动起草，请核对文字后由另一位工作人员印发。`,
    en: ({ month, note }) =>
      `The issued bulletin of ${month} (${note}) reads otherwise by what was corrected since; its correction is drafted, for one official to word and another to issue.`,
  },
};

/** The kind of a stored notice; null for one of a newer program. */
export function kindOf(row: NoticeRow): NoticeKind | null {
  return noticeKinds.find((kind) => kind === row.kind) ?? null;
}

type Names = ReadonlyMap<string, Bilingual>;

/** A function that gives the sentence of a notice in both languages. Reads the names of cities, interviews and items once. */
export async function noticeWriter(reader: Reader): Promise<(row: NoticeRow) => Bilingual> {
  const cities: Names = new Map(
    (await listRegions(reader)).map((row) => [row.code, { zh: row.nameZh, en: row.nameEn }]),
  );
  const indicators: Names = new Map(
    (await listIndicators(reader)).map((row) => [row.code, { zh: row.shortZh, en: row.shortEn }]),
  );
  const rows = await listInterviews(reader);
  const interviews: Names = new Map(rows.map((row) => [row.id, { zh: row.titleZh, en: row.titleEn }]));
  const usual = (await listRequirements(reader)).flatMap(({ items: own }) =>
    own.map((row): [string, Bilingual] => [row.key, { zh: row.titleZh, en: row.titleEn }]),
  );
  const items: Names = new Map([...usual, ...rows.flatMap(demandsOf)]);
  return (row) => {
    const kind = kindOf(row);
    const said = (language: keyof Bilingual): string =>
      kind === null
        ? row.kind
        : sentences[kind][language](named(row, language, { cities, interviews, items, indicators }));
    return { zh: said('zh'), en: said('en') };
  };
}

/** The items of an interview as it words them, by interview and key. */
function demandsOf({ id, details }: InterviewRow): [string, Bilingual][] {
  return (details?.requirements ?? []).flatMap(({ items }) =>
    items.map(({ key, title }): [string, Bilingual] => [`${id}/${key}`, title]),
  );
}

function named(
  { region, about }: { readonly region: string | null; readonly about: NoticeAbout },
  language: keyof Bilingual,
  { cities, interviews, items, indicators }: Readonly<Record<'cities' | 'interviews' | 'items' | 'indicators', Names>>,
): Named {
  const nameIn = (names: Names, code: string | null): string => names.get(code ?? '')?.[language] ?? code ?? '';
  const ofMonth = about.submission ?? about.bulletin;
  const plan = about.backPlan ?? about.nodePlan;
  return {
    city: nameIn(cities, region),
    interview: nameIn(interviews, about.interview),
    item: about.item === null ? '' : `${about.item} ${demandIn(items, about)?.[language] ?? ''}`.trim(),
    day: about.day ?? '',
    count: about.count ?? 0,
    note: about.note ?? '',
    year: String(about.opening ?? plan?.year ?? ''),
    indicator: nameIn(indicators, plan?.indicator ?? null),
    month: ofMonth === undefined ? '' : monthName[language](ofMonth),
  };
}

const englishMonth = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'long', timeZone: 'UTC' });

const monthName: Readonly<Record<keyof Bilingual, (of: YearMonth) => string>> = {
  zh: ({ year, month }) => `${year}年${month}月`,
  en: ({ year, month }) => englishMonth.format(Date.UTC(year, month - 1)),
};

const demandIn = (items: Names, { interview, item }: NoticeAbout): Bilingual | undefined =>
  items.get(`${interview}/${item}`) ?? items.get(item ?? '');
