/** The one sentence of a city's page in the meeting mode: what it must do by when. Pure: `t` is the page's texts. */
import type { StandingReply } from '#api/http/shapes.ts';
import { dayParts, lastDayOfMonth } from '#api/measures/calendar.ts';
import {
  formatBrief,
  formatBriefEnough,
  formatBriefPercent,
  formatDayOfYear,
  formatMonthName,
  formatPointsApart,
  noValue,
  withUnit,
} from '../../../text/format.ts';
import type { Words } from '../../../text/messages/words.ts';
import { completionText } from '../../../parts/completion-words.ts';
import { paceText } from '../../../text/pace-text.ts';
import type { SprintRow, SprintView } from '../sprint-view.ts';

type Spoken = Pick<SprintView, 'indicator' | 'tense' | 'reply'>;

/** What a city must add and by when; of one that has reached its target, of a ratio and of a past month in their own words. */
export function meetingSentence(row: SprintRow, view: Spoken, words: Words): string {
  const { standing, name: city } = row;
  const { t, language } = words;
  if (view.tense === 'over') return overSentence(row, view, words);
  if (standing === null || standing.completion === null) return withoutCompletion(row, view, words);
  if (view.indicator.kind === 'ratio') return ratioSentence(row, standing, words);
  const completion = completionText(standing, words);
  const at = formatMonthName(view.reply.month, language);
  const isPast = view.tense === 'past';
  if (row.yearEnd.kind === 'reached') {
    return t(isPast ? 'meetingMode.city.achievedThen' : 'meetingMode.city.achieved', { city, completion, at });
  }
  return isPast ? pastSentence(row, standing, view, words) : demandSentence(row, standing, view, words);
}

/** “温州：10月31日前再增 117.9 万㎡ 转正常；年底前 252”. What must suffice is rounded up. */
function demandSentence(
  { name: city }: SprintRow,
  standing: StandingReply,
  { indicator, reply }: Spoken,
  words: Words,
) {
  const { t, language } = words;
  const amountOf = (value: number): string => withUnit(formatBriefEnough(value), indicator, language);
  const left = standing.remaining ?? 0;
  const [remaining, remainingOnly] = [amountOf(left), formatBriefEnough(left)];
  const way = standing.wayOut.find(({ level }) => level === 'on-pace');
  const asOf = standing.asOf ?? reply.today;
  if (way !== undefined && way.by < reply.today) {
    return t('meetingMode.city.stale', { city, day: formatDayOfYear(asOf, language), remaining });
  }
  if (way !== undefined && way.add !== null) {
    const by = formatDayOfYear(way.by, language);
    const values = { city, by, amount: amountOf(way.add), remaining: remainingOnly };
    if (way.add >= left) return t('meetingMode.city.wayOutToTarget', { city, by, remaining });
    // A figure of the middle of the month that the way out ends with: what is added counts from that day on.
    const isMidMonth = asOf.slice(0, 7) === way.by.slice(0, 7);
    return isMidMonth
      ? t('meetingMode.city.wayOutSince', { ...values, since: formatDayOfYear(asOf, language) })
      : t('meetingMode.city.wayOut', values);
  }
  const isWell = standing.level === 'on-pace' || standing.level === 'achieved';
  return t(isWell ? 'meetingMode.city.onPace' : 'meetingMode.city.noWayOut', { city, remaining });
}

/** An earlier month: how it stood then, without a demand. */
function pastSentence({ name: city }: SprintRow, standing: StandingReply, { indicator, reply }: Spoken, words: Words) {
  const { t, language } = words;
  const remaining = withUnit(formatBrief(standing.remaining, indicator), indicator, language);
  const at = formatMonthName(reply.month, language);
  if (standing.gapPoints === null) return t('meetingMode.city.leftThen', { city, at, remaining });
  return t('meetingMode.city.gapThen', {
    city,
    at,
    remaining,
    side: paceText(standing.gapPoints, indicator.kind, words),
  });
}

/** A share of two flows lies under its target or at it; no amount of its own makes it well. */
function ratioSentence({ name: city, yearEnd }: SprintRow, standing: StandingReply, { t }: Words): string {
  const values = { city, share: formatBriefPercent(standing.actual), target: formatBriefPercent(standing.target) };
  if (yearEnd.kind === 'reached') return t('meetingMode.city.ratioReached', values);
  const points = ((standing.target ?? 0) - (standing.actual ?? 0)) * 100;
  return t('meetingMode.city.ratioShort', { ...values, points: formatPointsApart(points) });
}

/** The year has ended: whether it made it, and what was missing. */
function overSentence(
  { name: city, standing, yearEnd }: SprintRow,
  { indicator, reply }: Spoken,
  words: Words,
): string {
  const { t, language } = words;
  const { year } = reply;
  const completion = standing === null ? noValue : completionText(standing, { t });
  if (yearEnd.kind === 'reached') return t('meetingMode.city.reachedOver', { city, year, completion });
  if (yearEnd.kind !== 'missed') return t('meetingMode.city.unknownOver', { city, year });
  if (indicator.kind === 'ratio') {
    const [share, target] = [
      formatBriefPercent(standing?.actual ?? null),
      formatBriefPercent(standing?.target ?? null),
    ];
    return t('meetingMode.city.ratioMissedOver', { city, year, share, target });
  }
  const missing = withUnit(formatBrief(yearEnd.missing, indicator), indicator, language);
  return t('meetingMode.city.missedOver', { city, year, missing, completion });
}

/** No figure, or no target to measure it by. */
function withoutCompletion({ name: city, standing }: SprintRow, { indicator }: Spoken, { t, language }: Words): string {
  const said = (value: number): string => {
    const written = formatBrief(value, indicator);
    return indicator.kind === 'ratio' ? written : withUnit(written, indicator, language);
  };
  const actual = standing?.actual ?? null;
  const target = standing?.target ?? null;
  if (target !== null) return t('meetingMode.city.noFigure', { city, target: said(target) });
  return actual === null
    ? t('meetingMode.city.nothing', { city })
    : t('meetingMode.city.noTarget', { city, actual: said(actual) });
}

/** The day of a city's figures where they are older than the page's month; null where they are of it. */
export function olderDay({ standing }: SprintRow, { reply }: Pick<Spoken, 'reply'>): string | null {
  const asOf = standing?.asOf ?? null;
  const isOfMonth = asOf === null || asOf >= `${lastDayOfMonth(reply.year, reply.month).slice(0, 8)}01`;
  return isOfMonth || dayParts(asOf).year < reply.year ? null : asOf;
}
