/** What the sprint says in words. Pure: `t` is the page's texts. */
import type { StandingReply } from '#api/http/shapes.ts';
import type { Kind } from '#api/measures/vocabulary.ts';
import type { ProvinceStandingReply } from '#api/standings/contract.ts';
import { daysBetween, lastDayOfMonth } from '#api/measures/calendar.ts';
import { completionText } from '../../parts/completion-words.ts';
import {
  formatBriefPercent,
  formatBriefQuantity,
  formatList,
  formatMonth,
  formatPercent,
  inSentence,
} from '../../text/format.ts';
import { coverageValues } from '../../parts/submissions/coverage-values.ts';
import type { Words } from '../../text/messages/words.ts';
import { paceText } from '../../text/pace-text.ts';
import { asOfText } from '../../parts/tense.ts';
import type { SprintView } from './sprint-view.ts';
import type { YearEnd } from './year-end.ts';

/** “73 days left.”; of an earlier month how many were left at its end, and of a year that has ended that it has. */
export function daysSentence({ reply, tense }: Pick<SprintView, 'reply' | 'tense'>, { t, language }: Words): string {
  const { year, month, daysLeft } = reply;
  if (tense === 'over' || (tense !== 'past' && daysLeft === 0)) return t('sprint.over', { year });
  if (tense === 'past') {
    const days = daysBetween(lastDayOfMonth(year, month), `${year}-12-31`);
    return t('sprint.leftThen', { month: formatMonth(year, month, language), days });
  }
  return daysLeft === 1 ? t('sprint.leftOne') : t('sprint.left', { days: daysLeft });
}

/** Whether the province will make it, and which cities will not at their recent pace; of a past month, as it was then. */
export function yearEndSentence(view: SprintView, words: Words): string {
  return `${provinceYearEnd(view, words)}${citiesYearEnd(view, words)}`.trim();
}

/** What may be said of the pace: the recent one, or that of an earlier month. */
export const paceOf = ({ tense }: Pick<SprintView, 'tense'>, t: Words['t']): string =>
  t(tense === 'past' ? 'sprint.paceThen' : 'sprint.paceRecent');

/** The province's part of it, without an end. */
export function provinceYearEnd(view: SprintView, words: Words): string {
  const { t, language } = words;
  const { indicator, province, provinceTarget, provinceYearEnd: yearEnd } = view;
  const said = (value: number): string => formatBriefQuantity(value, indicator, language);
  const target = t(hasOwnTarget(province) ? 'sprint.province.own' : 'sprint.province.sum', {
    target: said(provinceTarget ?? 0),
  });
  const values = {
    indicator: inSentence(indicator.short[language], language),
    basis: basisText(view, said, t),
    pace: paceOf(view, t),
    target,
  };
  switch (yearEnd.kind) {
    case 'reached':
      return t(view.tense === 'over' ? 'sprint.province.reachedThen' : 'sprint.province.reached', values);
    case 'will':
      return t('sprint.province.will', { ...values, projection: said(yearEnd.projection) });
    case 'short': {
      const [projection, missing] = [said(yearEnd.projection), said(yearEnd.missing)];
      return t('sprint.province.short', { ...values, projection, missing });
    }
    case 'missed':
      return t('sprint.province.missed', { ...values, missing: said(yearEnd.missing) });
    case 'unknown':
      return t(view.tense === 'over' ? 'sprint.province.unknownThen' : 'sprint.province.unknown', values);
  }
}

const hasOwnTarget = (province: ProvinceStandingReply | null): boolean => (province?.ownTarget ?? null) !== null;

/** What of the province's own target and of the sum of the cities' is done; each only where there is one. */
function basisText({ province, tense }: SprintView, said: (value: number) => string, t: Words['t']): string {
  if (province === null) return '';
  const { ownTarget, ownCompletion, target, targetOfAll, completion } = province;
  const sumKey = target === targetOfAll ? 'sprint.province.sum' : 'sprint.province.sumOfCounted';
  const own = shareOf(ownCompletion, ownTarget, (amount) => t('sprint.province.own', { target: said(amount) }));
  const sum = shareOf(completion, target, (amount) => t(sumKey, { target: said(amount) }));
  const first = own ?? sum;
  if (first === null) return '';
  const now = tense === 'past' || tense === 'over' ? '' : t('sprint.now');
  const values = { now, first: first.of, firstShare: first.share };
  if (own === null || sum === null) return t('sprint.province.basis', values);
  return t('sprint.province.basisOfBoth', { ...values, second: sum.of, secondShare: sum.share });
}

function shareOf(completion: number | null, target: number | null, nameOf: (target: number) => string) {
  return completion === null || target === null ? null : { of: nameOf(target), share: formatBriefPercent(completion) };
}

function citiesYearEnd(view: SprintView, { t, language }: Words): string {
  const over = view.tense === 'over';
  const names = (kind: YearEnd['kind']): readonly string[] =>
    view.rows.filter(({ yearEnd }) => yearEnd.kind === kind).map(({ name }) => name);
  const short = names(over ? 'missed' : 'short');
  const unknown = names('unknown');
  if (unknown.length === view.rows.length) return t(over ? 'sprint.cities.allUnknownThen' : 'sprint.cities.allUnknown');
  const values = { n: short.length, names: formatList(short, language), pace: paceOf(view, t) };
  const first = t(`sprint.cities.${over ? 'over' : 'running'}.${countKey(short.length, unknown.length)}`, values);
  if (unknown.length === 0) return first;
  const rest = { names: formatList(unknown, language) };
  return first + t(over ? 'sprint.cities.unknownThen' : 'sprint.cities.unknown', rest);
}

/** How many fall short, as the texts tell them apart. */
function countKey(short: number, unknown: number): 'none' | 'noneKnown' | 'shortOne' | 'short' {
  if (short === 0) return unknown === 0 ? 'none' : 'noneKnown';
  return short === 1 ? 'shortOne' : 'short';
}

/** Of how many reports the page speaks, and in a running month up to which day; older figures stand where others are missing. */
export function coverageSentence({ reply, tense, rows }: SprintView, words: Words): string {
  const count = rows.filter(({ standing }) => (standing?.missingMonths ?? 0) > 0 && standing?.asOf !== null).length;
  const asOf = asOfText(reply, reply.today, words);
  const { notOwed } = reply.coverage;
  if (notOwed !== undefined) return words.t(`everywhere.notOwed.${notOwed}`);
  const values = coverageValues(reply, reply.today, words);
  if (count === 0 && tense !== 'running') return words.t('sprint.coverageSentence', values);
  return words.t('sprint.coverageRest', { ...values, asOf, count });
}

/** One city's message: its completion and the distance to its pace. */
export function citySentence(city: string, standing: StandingReply | null, kind: Kind, { t }: Words): string {
  if (standing === null || standing.completion === null) return t('sprint.city.none', { city });
  const completion = completionText(standing, { t });
  if (standing.level === 'achieved') return t('sprint.city.reached', { city, completion });
  if (standing.gapPoints === null) return t('sprint.city.completion', { city, completion });
  return t('sprint.city.gap', { city, completion, side: paceText(standing.gapPoints, kind, { t }) });
}

/** What a printed page is: month, indicator, day, coverage. */
export function printedSentence({ reply, indicator }: SprintView, { t, language }: Words): string {
  return t('sprint.printed', {
    title: t('sprint.title'),
    asOf: asOfText(reply, reply.today, { t, language }),
    indicator: indicator.short[language],
    today: reply.today,
    coverage: t('sprint.coverage', reply.coverage),
  });
}

/** A part of a whole as a percentage. */
export function shareText(part: number | null | undefined, whole: number | null): string {
  return formatPercent(part === null || part === undefined || !whole ? null : part / whole);
}
