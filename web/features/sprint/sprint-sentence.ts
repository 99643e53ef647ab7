/** What the sprint says in words. Pure: `t` is the page's texts. */
import type { StandingReply } from '#api/http/shapes.ts';
import type { ProvinceStandingReply } from '#api/standings/contract.ts';
import { formatList, formatMonth, formatPercent, formatQuantity, inSentence } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import { paceText } from '../../text/pace-text.ts';
import type { SprintView } from './sprint-view.ts';

/** “73 days left.”, and once the year is over that it is. */
export function daysSentence(
  { daysLeft, year }: { readonly daysLeft: number; readonly year: number },
  t: Words['t'],
): string {
  if (daysLeft === 0) return t('sprint.over', { year });
  return daysLeft === 1 ? t('sprint.leftOne') : t('sprint.left', { days: daysLeft });
}

/** Whether the province will make it, and which cities will not at their recent pace. */
export function yearEndSentence(view: SprintView, words: Words): string {
  return `${provinceYearEnd(view, words)}${citiesYearEnd(view, words)}`.trim();
}

/** The province's part of it, without an end. */
export function provinceYearEnd(view: SprintView, { t, language }: Words): string {
  const { indicator, province, provinceTarget, provinceYearEnd: yearEnd } = view;
  const said = (value: number): string =>
    indicator.kind === 'ratio' ? formatPercent(value) : formatQuantity(value, indicator, language);
  const name = {
    indicator: inSentence(indicator.short[language], language),
    basis: basisText(province, said, t),
  };
  const target = t(hasOwnTarget(province) ? 'sprint.province.own' : 'sprint.province.sum', {
    target: said(provinceTarget ?? 0),
  });
  switch (yearEnd.kind) {
    case 'reached':
      return t('sprint.province.reached', name);
    case 'will':
      return t('sprint.province.will', {
        ...name,
        projection: said(yearEnd.projection),
        target,
      });
    case 'short':
      return t('sprint.province.short', {
        ...name,
        projection: said(yearEnd.projection),
        target,
        missing: said(yearEnd.missing),
      });
    case 'unknown':
      return t('sprint.province.unknown', name);
  }
}

const hasOwnTarget = (province: ProvinceStandingReply | null): boolean => (province?.ownTarget ?? null) !== null;

/** What of the province's own target and of the sum of the cities' is done now; each only where there is one. */
function basisText(province: ProvinceStandingReply | null, said: (value: number) => string, t: Words['t']): string {
  if (province === null) return '';
  const { ownTarget, ownCompletion, target, targetOfAll, completion } = province;
  const sumKey = target === targetOfAll ? 'sprint.province.sum' : 'sprint.province.sumOfCounted';
  const own = shareOf(ownCompletion, ownTarget, (amount) => t('sprint.province.own', { target: said(amount) }));
  const sum = shareOf(completion, target, (amount) => t(sumKey, { target: said(amount) }));
  const first = own ?? sum;
  if (first === null) return '';
  const values = { first: first.of, firstShare: first.share };
  if (own === null || sum === null) return t('sprint.province.basis', values);
  return t('sprint.province.basisOfBoth', { ...values, second: sum.of, secondShare: sum.share });
}

function shareOf(completion: number | null, target: number | null, nameOf: (target: number) => string) {
  return completion === null || target === null ? null : { of: nameOf(target), share: formatPercent(completion) };
}

function citiesYearEnd(view: SprintView, { t, language }: Words): string {
  const names = (kind: 'short' | 'unknown'): readonly string[] =>
    view.rows.filter(({ yearEnd }) => yearEnd.kind === kind).map(({ name }) => name);
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
export function citySentence(city: string, standing: StandingReply | null, { t }: Words): string {
  if (standing === null || standing.completion === null) return t('sprint.city.none', { city });
  const completion = formatPercent(standing.completion);
  if (standing.level === 'achieved') return t('sprint.city.reached', { city, completion });
  if (standing.gapPoints === null) return t('sprint.city.completion', { city, completion });
  return t('sprint.city.gap', { city, completion, side: paceText(standing.gapPoints, { t }) });
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
