/** What the sprint's picture says of each city that has not reached its target. Pure. */
import { dayParts } from '#api/measures/calendar.ts';
import type { Level } from '#api/measures/vocabulary.ts';
import {
  formatBrief,
  formatBriefEnough,
  formatBriefPercent,
  formatMonthName,
  formatPercent,
  formatShortDay,
} from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import type { PictureHeads } from './picture-layout.ts';
import type { SprintRow, SprintView } from './sprint-view.ts';

/** One row of the picture: shares of the annual target, amounts a month in the indicator's unit, and its words. */
export interface PictureRow {
  readonly region: string;
  readonly name: string;
  readonly level: Level;
  readonly completion: number | null;
  readonly pace: number | null;
  /** Where the recent pace leads by the end of the year: an estimate. */
  readonly projected: number | null;
  /** At the bar's end: what will be missing, or where the recent pace leads. */
  readonly ending: string;
  readonly isShort: boolean;
  readonly needed: number | null;
  readonly recent: number | null;
  readonly neededText: string;
  readonly recentText: string;
  /** What must be added until the next month end to be on pace; empty where nothing must. */
  readonly wayOut: string;
}

/** The rows that the picture draws: those that have not reached their target, in the view's order. */
export function pictureRows(view: SprintView, words: Words): readonly PictureRow[] {
  return openRows(view).map((row) => pictureRow(row, view, words));
}

/** The first rows of the view's order: who misses most, and where fewer do, who makes it or has made it with the least to spare. */
export function firstRows(view: SprintView, count: number, words: Words): readonly PictureRow[] {
  return view.rows.slice(0, count).map((row) => pictureRow(row, view, words));
}

const openRows = ({ rows }: SprintView): readonly SprintRow[] =>
  rows.filter(({ yearEnd }) => yearEnd.kind !== 'reached');

/** The cities that have reached their target. */
export const reachedRows = ({ rows }: SprintView): readonly SprintRow[] =>
  rows.filter(({ yearEnd }) => yearEnd.kind === 'reached');

function pictureRow(row: SprintRow, view: SprintView, words: Words): PictureRow {
  const { standing, yearEnd, projected } = row;
  const isRatio = view.indicator.kind === 'ratio';
  const over = view.tense === 'over';
  const needed = over ? null : (standing?.neededPerMonth ?? null);
  const recent = over ? null : (standing?.recentPerMonth ?? null);
  return {
    region: row.region,
    name: row.name,
    level: standing?.level ?? 'no-data',
    completion: standing?.completion ?? null,
    // A share of two flows lies under its target, which is the scale's 100 %.
    pace: isRatio ? null : (standing?.pace ?? null),
    projected,
    ending: endingText(row, view, words),
    isShort: yearEnd.kind === 'short' || yearEnd.kind === 'missed',
    needed,
    recent,
    neededText: needed === null ? '' : formatBriefEnough(needed),
    recentText: recent === null ? '' : formatBrief(recent, { kind: 'flow' }),
    wayOut: over ? '' : wayOutText(row, words),
  };
}

function endingText(row: SprintRow, { indicator, tense }: SprintView, { t }: Words): string {
  const { yearEnd, projected, standing } = row;
  if (yearEnd.kind === 'reached') {
    return t('sprint.reached', { completion: formatBriefPercent(standing?.completion ?? null) });
  }
  if (yearEnd.kind === 'short' || yearEnd.kind === 'missed') {
    return t('charts.burnUp.missing', { value: formatBrief(yearEnd.missing, indicator) });
  }
  return projected === null
    ? t(tense === 'over' ? 'sprint.picture.unknownOver' : 'sprint.picture.unknown')
    : t('charts.burnUp.projectionBrief', { value: formatBriefPercent(projected) });
}

/** “+117.8”; of a figure of the middle of a month what is added from that day on: “+48（10-16 起）”. */
function wayOutText({ standing }: SprintRow, { t, language }: Words): string {
  const way = standing?.wayOut.find(({ level }) => level === 'on-pace');
  if (!standing || !way || way.add === null || way.denominatorAdded !== null) return '';
  const amount = formatBriefEnough(way.add);
  const since = standing.asOf !== null && standing.asOf.slice(0, 7) === way.by.slice(0, 7);
  return since
    ? t('sprint.picture.wayOutSince', { amount, day: formatShortDay(standing.asOf ?? way.by, language) })
    : t('sprint.picture.wayOutRow', { amount });
}

/** The head of that column: “10月底前转正常”; empty where no city needs it. */
function wayOutHead({ rows }: SprintView, { t, language }: Words): string {
  const by = rows
    .flatMap(({ standing }) => standing?.wayOut ?? [])
    .find(({ level, add }) => level === 'on-pace' && add !== null)?.by;
  return by === undefined
    ? ''
    : t('sprint.picture.wayOutHead', { month: formatMonthName(dayParts(by).month, language) });
}

/** A row as keyboard and pointer read it. */
export function rowReading(row: PictureRow, { t }: Words): string {
  const parts = [
    t('sprint.picture.read.done', { city: row.name, completion: formatBriefPercent(row.completion) }),
    row.pace === null ? '' : t('sprint.picture.read.pace', { pace: formatBriefPercent(row.pace) }),
    row.projected === null ? '' : t('sprint.picture.read.projected', { projected: formatBriefPercent(row.projected) }),
    row.isShort ? t('sprint.picture.read.short', { missing: row.ending }) : '',
    row.neededText === '' ? '' : t('sprint.picture.read.needed', { needed: row.neededText }),
    row.recentText === '' ? '' : t('sprint.picture.read.recent', { recent: row.recentText }),
    row.wayOut === '' ? '' : t('sprint.picture.read.wayOut', { wayOut: row.wayOut }),
  ];
  return parts.filter((part) => part !== '').join(t('sprint.picture.read.between'));
}

/** The heads of the picture's columns. */
export function pictureHeads(view: SprintView, { t, language }: Words): PictureHeads {
  return {
    ending: t(view.tense === 'over' ? 'sprint.picture.endingOver' : 'sprint.picture.ending'),
    rates: t('sprint.picture.rates'),
    wayOut: wayOutHead(view, { t, language }),
    pace: (share) => t('sprint.picture.pace', { pace: formatBriefPercent(share) }),
    tick: (share) => formatPercent(share, 0),
  };
}
