/** What the typed figures would mean: shares, levels, what would turn them, and whether they must be explained. */
import type { ReactNode } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import { inUnit } from '#api/figures/figure-text.ts';
import { isDay, lastDayOfMonth } from '#api/measures/calendar.ts';
import { levels } from '#api/measures/vocabulary.ts';
import type { Level, Standing, WayOut } from '#api/measures/vocabulary.ts';
import type { Hint } from '#api/submissions/contract.ts';
import { hintsOf } from '#api/submissions/hints.ts';
import { needsExplanation } from '#api/submissions/preview.ts';
import type { TypedFigure } from '#api/submissions/preview.ts';
import { LevelMark } from '../../../charts/level-mark.tsx';
import { formatPercent, formatQuantity } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { paceText } from '../../../text/pace-text.ts';
import { standingBefore, standingOf } from '../../../parts/submissions/standings.ts';
import { readRows } from './cells.ts';
import type { CellReading } from './cells.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';
import styles from './figure-table.module.css';

/** What else a submission by a day must add to reach a level, base units. */
export type Turn = Pick<WayOut, 'level' | 'by'> & { readonly add: number };

export interface LevelPreview {
  readonly reading: CellReading;
  /** Numerator over denominator; null where the row is no ratio or has none. */
  readonly share: number | null;
  /** Null where nothing can be judged: no figure, no rule. */
  readonly standing: Standing | null;
  readonly turns: readonly Turn[];
  /** What a reviewer would be pointed to: notes, never errors. */
  readonly hints: readonly Hint[];
}

/** By indicator. */
export type LevelPreviews = ReadonlyMap<string, LevelPreview>;

/** What every row's texts say and would mean. */
export function levelPreviews(subject: Subject, sheet: TypedSheet): LevelPreviews {
  const readings = readRows(subject, sheet);
  return new Map(
    subject.indicators.map((indicator) => {
      const reading = readings.get(indicator.code) ?? { state: 'empty' };
      return [indicator.code, levelPreview(subject, indicator, sheet.asOf, reading)];
    }),
  );
}

function levelPreview(subject: Subject, indicator: Indicator, day: string, reading: CellReading): LevelPreview {
  if (reading.state !== 'read')
    return { reading, share: null, standing: null, turns: turnsBefore(subject, indicator, 0), hints: [] };
  const { cumulative, denominator } = reading.figure;
  const share = denominator === null || denominator === 0 ? null : cumulative / denominator;
  const asOf = isDay(day) ? day : subject.submission.asOf.usual;
  const standing = standingOf(subject, indicator, asOf, reading.figure);
  return {
    reading,
    share,
    standing,
    turns: standing === null ? [] : turnsOf(subject, indicator, asOf, cumulative, standing),
    hints: hintsAbout(subject, indicator, asOf, reading.figure),
  };
}

/** The review's hints about a figure; that it would be behind stands beside it already. */
function hintsAbout(subject: Subject, indicator: Indicator, asOf: string, figure: TypedFigure): readonly Hint[] {
  const { submission, conditions } = subject;
  const context = subject.context.get(indicator.code);
  if (context === undefined || conditions === null) return [];
  const { year, month } = submission;
  const input = { indicator, context, conditions: conditions[indicator.kind], year, month, asOf, figure };
  return hintsOf(input).filter(({ code }) => code !== 'would-be-behind');
}

/** The worst level of a core indicator that must be explained on submission; null where none must. */
export function levelToExplain(subject: Subject, previews: LevelPreviews): Level | null {
  const named = subject.indicators
    .filter(({ core }) => core)
    .map(({ code }) => previews.get(code)?.standing?.level)
    .filter((level) => level !== undefined && needsExplanation(level));
  return named.toSorted((a, b) => levels.indexOf(b ?? 'no-data') - levels.indexOf(a ?? 'no-data'))[0] ?? null;
}

/**
 * What would turn a figure that is watch or behind. A month end is judged by itself, so the way out before it says
 * what this month must add; an earlier day by what the rest of the month can still add.
 */
function turnsOf(
  subject: Subject,
  indicator: Indicator,
  asOf: string,
  cumulative: number,
  standing: Standing,
): readonly Turn[] {
  if (!needsExplanation(standing.level)) return [];
  const { year, month } = subject.submission;
  const isMonthEnd = asOf === lastDayOfMonth(year, month);
  const base = subject.bases.get(indicator.code) ?? null;
  if (!isMonthEnd || base === null || indicator.kind === 'ratio') return reachable(standing.wayOut);
  return turnsBefore(subject, indicator, cumulative - base).filter((turn) => isBetter(turn.level, standing.level));
}

function turnsBefore(subject: Subject, indicator: Indicator, added: number): readonly Turn[] {
  const end = lastDayOfMonth(subject.submission.year, subject.submission.month);
  const ways = standingBefore(subject, indicator)?.wayOut.filter(({ by }) => by === end) ?? [];
  return reachable(ways)
    .map((way) => ({ ...way, add: way.add - added }))
    .filter(({ add }) => add > 0);
}

const reachable = (ways: readonly WayOut[]): readonly Turn[] =>
  ways.flatMap(({ level, by, add }) => (add === null || level === 'achieved' ? [] : [{ level, by, add }]));

const isBetter = (level: Level, than: Level): boolean => levels.indexOf(level) < levels.indexOf(than);

interface PreviewCellProps {
  readonly indicator: Indicator;
  readonly preview: LevelPreview;
  /** What else is said of the figure. */
  readonly children?: ReactNode;
}

/** The level that a row's figure would give once accepted, its gap, and what would turn it. */
export function PreviewCell({ indicator, preview, children }: PreviewCellProps) {
  const { t, language } = useText();
  const { standing, share, turns } = preview;
  return (
    <div className={styles.preview}>
      {standing !== null && (
        <p>
          <LevelMark level={standing.level} withWord />
          {standing.gapPoints !== null && (
            <span className={styles.gap}>{paceText(standing.gapPoints, indicator.kind, { t })}</span>
          )}
        </p>
      )}
      {share !== null && <p className={styles.muted}>{t('submission.form.share', { share: formatPercent(share) })}</p>}
      {turns.map((turn) => (
        <p key={turn.level} className={styles.muted}>
          {t('submission.form.turn', {
            by: turn.by,
            add: formatQuantity(inUnit(turn.add, indicator.scale), indicator, language),
            level: t(`levels.word.${turn.level}`),
          })}
        </p>
      ))}
      {children}
    </div>
  );
}
