/** What the sprint says in words. Pure: `t` is the page's texts. */
import type { Language } from '#api/http/problem.ts';
import type { StandingReply } from '#api/http/shapes.ts';
import { formatList, formatMonth, formatPercent, formatPoints, formatQuantity } from '../../format.ts';
import type { Text } from '../../messages/catalogue.ts';
import type { SprintView } from './sprint-view.ts';

interface Words {
  readonly t: Text;
  readonly language: Language;
}

/** “73 days left.”, and once the year is over that it is. */
export function daysSentence(
  { daysLeft, year }: { readonly daysLeft: number; readonly year: number },
  t: Text,
): string {
  if (daysLeft === 0) return t('sprint.over', { year });
  return daysLeft === 1 ? t('sprint.leftOne') : t('sprint.left', { days: daysLeft });
}

/** Whether the province will make it, and which cities will not at their recent pace. */
export function outlookSentence(view: SprintView, words: Words): string {
  return `${provinceOutlook(view, words)}${citiesOutlook(view, words)}`.trim();
}

/** The province's part of it, without an end. */
export function provinceOutlook(view: SprintView, { t, language }: Words): string {
  const { indicator, province, provinceTarget, provinceOutlook: outlook } = view;
  const name = { indicator: language === 'en' ? indicator.short.en.toLowerCase() : indicator.short.zh };
  const said = (value: number): string => formatQuantity(value, indicator, language);
  switch (outlook.kind) {
    case 'reached':
      return t('sprint.province.reached', { ...name, completion: shareText(province?.actual, provinceTarget) });
    case 'will':
      return t('sprint.province.will', {
        ...name,
        projection: said(outlook.projection),
        target: said(provinceTarget ?? 0),
      });
    case 'short':
      return t('sprint.province.short', {
        ...name,
        projection: said(outlook.projection),
        target: said(provinceTarget ?? 0),
        missing: said(outlook.missing),
      });
    case 'unknown':
      return t('sprint.province.unknown', name);
  }
}

function citiesOutlook(view: SprintView, { t, language }: Words): string {
  const names = (kind: 'short' | 'unknown'): readonly string[] =>
    view.rows.filter(({ outlook }) => outlook.kind === kind).map(({ name }) => name);
  const short = names('short');
  const unknown = names('unknown');
  if (unknown.length === view.rows.length) return t('sprint.cities.allUnknown');
  const listed = { n: short.length, names: formatList(short, language) };
  const first =
    short.length === 0
      ? t(unknown.length === 0 ? 'sprint.cities.none' : 'sprint.cities.noneKnown')
      : t(short.length === 1 ? 'sprint.cities.shortOne' : 'sprint.cities.short', listed);
  return unknown.length === 0 ? first : first + t('sprint.cities.unknown', { names: formatList(unknown, language) });
}

/** One city's message: its completion and the distance to its pace. */
export function citySentence(city: string, standing: StandingReply | null, { t, language }: Words): string {
  if (standing === null || standing.completion === null) return t('sprint.city.none', { city });
  const completion = formatPercent(standing.completion);
  if (standing.level === 'achieved') return t('sprint.city.reached', { city, completion });
  return t('sprint.city.gap', { city, completion, points: formatPoints(standing.gapPoints, language) });
}

/** What a printed page is: month, indicator, day, coverage. */
export function printedSentence({ reply, indicator }: SprintView, { t, language }: Words): string {
  return t('sprint.printed', {
    title: t('sprint.title'),
    month: formatMonth(reply.year, reply.month, language),
    indicator: indicator.short[language],
    today: reply.today,
    coverage: t('sprint.coverage', reply.coverage),
  });
}

/** A part of a whole as a percentage. */
export function shareText(part: number | null | undefined, whole: number | null): string {
  return formatPercent(part === null || part === undefined || !whole ? null : part / whole);
}
