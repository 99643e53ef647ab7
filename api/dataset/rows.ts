/** The rows of one region's year, made of the same snapshot and by the same measures as its page. Pure. */
import type { AcceptedFigure, PendingFigure } from '#db/figures.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import type { RegionRow } from '#db/regions.ts';
import { ownInput, peersCompletion } from '../assessments/city-standing.ts';
import { indicatorsAt, rowsOf, type Snapshot } from '../assessments/snapshot.ts';
import { inUnit } from '../figures/figure-text.ts';
import { assess } from '../measures/assessment.ts';
import { lastDayOfMonth } from '../measures/calendar.ts';
import { shareScale, type Day } from '../measures/vocabulary.ts';
import { standingAbsences } from '../submissions/explained.ts';
import { targetAt } from '../targets/lifecycle.ts';
import type { DatasetMeasure, DatasetRow, DatasetStatus } from './contract.ts';

/** Of which rows are asked. */
export interface Asked {
  readonly snapshot: Snapshot;
  /** Whose peers are known; the snapshot itself where no rule looks at them. */
  readonly whole: Snapshot;
  /** Whether what waits for review may be seen. */
  readonly pending: boolean;
  /** The day on which is asked: what no month has that is over by then is missing. */
  readonly today: Day;
  /** The months that the region reports. */
  readonly months: readonly number[];
  readonly indicator: string | undefined;
}

/** One region's year, a month at a time as it is taken: the months that have begun, in the order of the indicators. */
export function* rowsOfRegion(region: RegionRow, asked: Asked): Generator<readonly DatasetRow[]> {
  const { snapshot, today } = asked;
  const begun = asked.months.filter((month) => firstDayOfMonth(snapshot.year, month) <= today);
  for (const month of begun) {
    yield indicatorsAt(snapshot, month)
      .filter(({ code }) => asked.indicator === undefined || code === asked.indicator)
      .flatMap((one) => rowsOfMonth({ region, month, one }, asked));
  }
}

const firstDayOfMonth = (year: number, month: number): Day => `${year}-${String(month).padStart(2, '0')}-01`;

interface Subject {
  readonly region: RegionRow;
  readonly month: number;
  readonly one: IndicatorRow;
}

function rowsOfMonth(subject: Subject, asked: Asked): readonly DatasetRow[] {
  const { region, month, one } = subject;
  const { snapshot, pending } = asked;
  const figures = rowsOf(snapshot.figures, region.code, one.code);
  const figure = figures.find((row) => row.month === month);
  const waiting = pending ? rowsOf(snapshot.pending, region.code, one.code).find((row) => row.month === month) : null;
  const write = writerOf(subject, snapshot.year);
  const accepted = figure === undefined ? [] : figureRows(write, one, figure, 'accepted');
  const sent = waiting ? figureRows(write, one, waiting, 'pending') : [];
  const isDue = figure === undefined && !waiting && lastDayOfMonth(snapshot.year, month) <= asked.today;
  const absent = isDue ? [write(amountOf[one.kind], absenceOf(subject, asked), null)] : [];
  const ofMonth = figure === undefined || one.kind !== 'flow' ? [] : monthRows(write, one, figure, figures);
  return [...accepted, ...ofMonth, ...sent, ...absent, ...judgedRows(write, subject, asked)];
}

const amountOf = { flow: 'cumulative', stock: 'stock', ratio: 'numerator' } as const;

type More = Partial<Omit<DatasetRow, 'measure' | 'status' | 'value'>>;
type Write = (measure: DatasetMeasure, status: DatasetStatus, value: number | null, more?: More) => DatasetRow;

function writerOf({ region, month, one }: Subject, year: number): Write {
  return (measure, status, value, more = {}) => ({
    region: region.code,
    region_zh: region.nameZh,
    region_en: region.nameEn,
    indicator: one.code,
    indicator_zh: one.nameZh,
    indicator_en: one.nameEn,
    kind: one.kind,
    year,
    month,
    as_of: null,
    measure,
    value,
    unit_zh: isShare(measure, one) ? '' : one.unitZh,
    unit_en: isShare(measure, one) ? '' : one.unitEn,
    base_value: null,
    base_per_unit: null,
    status,
    level: null,
    origin: null,
    version: null,
    accepted_at: null,
    ...more,
  });
}

const isShare = (measure: DatasetMeasure, { kind }: IndicatorRow): boolean =>
  measure === 'completion' || measure === 'pace' || (measure === 'target' && kind === 'ratio');

/** An amount in base units as a value in the unit with what it is made of. */
const inBase = (amount: number, scale: number): More => ({ base_value: amount, base_per_unit: scale });

function figureRows(
  write: Write,
  { kind, scale }: IndicatorRow,
  figure: AcceptedFigure | PendingFigure,
  status: 'accepted' | 'pending',
): readonly DatasetRow[] {
  const { asOf, origin, number, cumulative, denominator } = figure;
  const accepted_at = 'decidedAt' in figure ? figure.decidedAt : null;
  const more = { as_of: asOf, origin, version: number, accepted_at };
  const amount = (measure: DatasetMeasure, base: number): DatasetRow =>
    write(measure, status, inUnit(base, scale), { ...more, ...inBase(base, scale) });
  const below = denominator === null ? [] : [amount('denominator', denominator)];
  return [amount(amountOf[kind], cumulative), ...below];
}

/** What the month itself added; none where the month before has no figure, since it would be several months' amount. */
function monthRows(
  write: Write,
  { scale }: IndicatorRow,
  figure: AcceptedFigure,
  figures: readonly AcceptedFigure[],
): readonly DatasetRow[] {
  const before = figure.month === 1 ? 0 : figures.find(({ month }) => month === figure.month - 1)?.cumulative;
  if (before === undefined) return [];
  const added = figure.cumulative - before;
  const { asOf, origin, number, decidedAt } = figure;
  const more = { as_of: asOf, origin, version: number, accepted_at: decidedAt, ...inBase(added, scale) };
  return [write('month', 'accepted', inUnit(added, scale), more)];
}

/** Why a month has no figure: what its report answered in the place of one, that nobody owes it, or nothing. */
function absenceOf({ region, month, one }: Subject, { snapshot }: Asked): DatasetStatus {
  const standing = [...(snapshot.figures.get(region.code)?.values() ?? [])]
    .flat()
    .filter((figure) => figure.month === month);
  const answers = standingAbsences(rowsOf(snapshot.versions, region.code, month), standing);
  const answer = answers.find(({ indicator }) => indicator === one.code);
  return answer?.absence ?? (snapshot.notOwed.has(month) ? 'not-owed' : 'missing');
}

/** The target in force, and what the month end is judged to be. */
function judgedRows(write: Write, { region, month, one }: Subject, { snapshot, whole }: Asked): readonly DatasetRow[] {
  const input = ownInput(snapshot, region.code, one, month);
  const peers = peersCompletion(whole, region.code, one, month);
  const { completion, pace, level, basis } = assess({ ...input, peersCompletion: peers });
  const latest = rowsOf(snapshot.figures, region.code, one.code).findLast((row) => row.month <= month);
  const from = { as_of: basis.asOf, version: latest?.number ?? null, accepted_at: latest?.decidedAt ?? null };
  const judged = completion === null ? 'missing' : 'accepted';
  return [
    ...baselineRows(write, one, input.baseline),
    ...targetRows(write, { region, month, one }, snapshot),
    write('completion', judged, completion, { ...from, level }),
    ...(pace === null ? [] : [write('pace', 'accepted', pace, from)]),
  ];
}

/** A stock's level at the end of the year before, which its completion is measured from. */
function baselineRows(write: Write, { kind, scale }: IndicatorRow, baseline: number | null): readonly DatasetRow[] {
  if (kind !== 'stock' || baseline === null) return [];
  return [write('baseline', 'accepted', inUnit(baseline, scale), inBase(baseline, scale))];
}

function targetRows(write: Write, { region, month, one }: Subject, snapshot: Snapshot): readonly DatasetRow[] {
  const target = targetAt(rowsOf(snapshot.targets, region.code, one.code), month);
  if (target === null) return [];
  const { amount, origin, sequence, decidedAt } = target;
  const scale = one.kind === 'ratio' ? shareScale : one.scale;
  const more = { origin, version: sequence, accepted_at: decidedAt, ...inBase(amount, scale) };
  return [write('target', 'accepted', inUnit(amount, scale), more)];
}
