/** What a digest says: what happened in its days, and what is owed now; no figures, which are in the attachment alone. Pure. */
import type { YearMonth } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';
import type { DigestPeriod } from './digest-period.ts';

export interface DigestContent extends DigestPeriod {
  readonly rhythm: 'weekly' | 'monthly';
  /** Bulletins and their corrections by title and number. */
  readonly bulletins: readonly { readonly title: string; readonly documentNumber: string }[];
  readonly areAttached: boolean;
  readonly owed: readonly (YearMonth & { readonly city: string; readonly dueOn: Day })[];
  /** The sentences of the notices, the newest first. */
  readonly notices: readonly string[];
  readonly unread: number;
}

/** So many notices are told one by one. */
const mostTold = 20;

const words = {
  zh: {
    subject: { weekly: '序时周报', monthly: '序时月报' },
    days: (from: Day, until: Day) => `${from} 至 ${until}`,
    bulletins: '印发的通报和更正说明：',
    bulletin: (title: string, number: string) => `${title}（${number}）`,
    attached: '文件见附件。',
    owed: '应报未报：',
    owedLine: (city: string, { year, month }: YearMonth, due: Day) => `${city} ${year}年${month}月，期限 ${due}`,
    notices: (count: number, unread: number) => `通知 ${count} 条，未读 ${unread} 条：`,
    more: (count: number) => `另有 ${count} 条`,
    readOn: (address: string) => `查看：${address}`,
    end: '您在“本人账号”页选择了接收周报或月报，可随时在那里更改或停收。',
  },
  en: {
    subject: { weekly: 'Xushi, the week', monthly: 'Xushi, the month' },
    days: (from: Day, until: Day) => `${from} to ${until}`,
    bulletins: 'Bulletins and corrections that were issued:',
    bulletin: (title: string, number: string) => `${title} (${number})`,
    attached: 'They are attached.',
    owed: 'Not reported yet:',
    owedLine: (city: string, { year, month }: YearMonth, due: Day) =>
      `${city}, month ${month} of ${year}, due on ${due}`,
    notices: (count: number, unread: number) => `Notices: ${count}, of which ${unread} unread`,
    more: (count: number) => `and ${count} more`,
    readOn: (address: string) => `Read them at ${address}`,
    end: 'You chose to get this digest on the page of your account, where you can change or end it at any time.',
  },
} as const;

/** Subject and text of a digest in a language. */
export function digestMailOf(
  { rhythm, from, until, bulletins, areAttached, owed, notices, unread }: DigestContent,
  language: keyof typeof words,
  origin: string | null,
): { readonly subject: string; readonly text: string } {
  const word = words[language];
  const days = word.days(from, until);
  const told = notices.slice(0, mostTold);
  const untold = notices.length - told.length;
  const sections = [
    section(word.bulletins, [
      ...bulletins.map(({ title, documentNumber }) => word.bulletin(title, documentNumber)),
      ...(areAttached ? [word.attached] : []),
    ]),
    section(
      word.owed,
      owed.map(({ city, dueOn, ...month }) => word.owedLine(city, month, dueOn)),
    ),
    section(word.notices(notices.length, unread), [...told, ...(untold > 0 ? [word.more(untold)] : [])]),
  ];
  const where = origin === null ? [] : [word.readOn(`${origin}/inbox`), ''];
  const lines = [days, '', ...sections.flat(), ...where, word.end, ''];
  return { subject: `${word.subject[rhythm]} ${days}`, text: lines.join('\n') };
}

const section = (head: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [head, ...lines.map((line) => `- ${line}`), ''];
