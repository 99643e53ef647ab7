import { CartesianGrid, ComposedChart, Line, ReferenceDot, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { DotItemDotProps, YAxisProps } from 'recharts';
import styles from './burn-up-chart.module.css';

/** One place on the time axis, 0 (1 January) to 12 (31 December), with what each line has there. */
export interface BurnUpRow {
  readonly position: number;
  readonly pace: number | null;
  readonly target: number | null;
  readonly accepted: number | null;
  readonly pending: number | null;
  readonly lastYear: number | null;
}

interface BurnUpChartProps {
  readonly rows: readonly BurnUpRow[];
  /** What stands at the lines' ends. */
  readonly names: Readonly<Record<'pace' | 'target' | 'accepted' | 'pending' | 'lastYear', string>>;
  readonly format: (value: number) => string;
  readonly formatTick: (value: number) => string;
  readonly formatMonth: (month: number) => string;
  /** Where the reading cursor stands; null where nobody reads. */
  readonly cursor: number | null;
}

type LineKey = keyof BurnUpChartProps['names'];
const monthEnds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const margin = { top: 28, right: 116, bottom: 4, left: 8 };
const axisText = { fill: 'var(--muted)', fontSize: 12 };
const wholeYear = [0, 12];
const valueAxis = { domain: [0, 'auto'], width: 72, axisLine: false, tickLine: false } satisfies YAxisProps;
const whole = { width: '100%', height: '100%' };
const still = { connectNulls: true, isAnimationActive: false, dot: false, activeDot: false } as const;

/** The large burn-up: pace and last year grey, accepted dark with markers, pending hollow, targets dashed in steps, labels at the ends. */
export function BurnUpChart({ rows, names, format, formatTick, formatMonth, cursor }: BurnUpChartProps) {
  return (
    <div className={styles.chart} aria-hidden="true">
      <ComposedChart responsive style={whole} data={[...rows]} margin={margin} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--hairline)" />
        <XAxis
          dataKey="position"
          type="number"
          domain={wholeYear}
          ticks={monthEnds}
          tickFormatter={formatMonth}
          tick={axisText}
          stroke="var(--muted)"
          tickSize={4}
        />
        <YAxis {...valueAxis} tickFormatter={formatTick} tick={axisText} />
        <Line {...still} dataKey="lastYear" stroke="var(--faint)" strokeWidth={1} />
        <Line {...still} dataKey="pace" stroke="var(--muted)" strokeWidth={1} />
        <Line {...still} dataKey="target" type="stepBefore" stroke="var(--muted)" strokeDasharray="6 4" />
        <Line {...still} dataKey="pending" stroke="var(--accent)" strokeDasharray="2 3" dot={hollow} />
        <Line {...still} dataKey="accepted" stroke="var(--accent)" strokeWidth={2.5} dot={solid} />
        {cursor !== null && <ReferenceLine x={cursor} stroke="var(--ink)" />}
        {endLabels(rows, names, format)}
        <Tooltip
          isAnimationActive={false}
          cursor={cursorLine}
          contentStyle={tooltipStyle}
          formatter={(value, key) => [typeof value === 'number' ? format(value) : '--', nameOf(names, key)]}
          labelFormatter={() => ''}
        />
      </ComposedChart>
    </div>
  );
}

/** A marker for every report; the year's start, the first row, is none, and neither is a place without a value. */
const solid = ({ key, cx, cy, index }: DotItemDotProps) =>
  index === 0 || cy === undefined || cy === null ? (
    <g key={key} />
  ) : (
    <circle key={key} cx={cx} cy={cy} r={3.5} fill="var(--accent)" />
  );
const hollow = { r: 4, fill: 'var(--surface)', stroke: 'var(--accent)', strokeWidth: 1.5, strokeDasharray: '0' };
const cursorLine = { stroke: 'var(--hairline)' };
const tooltipStyle = {
  background: 'var(--surface)',
  border: '1px solid var(--hairline)',
  color: 'var(--ink)',
  fontSize: 12,
};

const isLineKey = (key: unknown, names: BurnUpChartProps['names']): key is LineKey =>
  typeof key === 'string' && key in names;

const nameOf = (names: BurnUpChartProps['names'], key: unknown): string => (isLineKey(key, names) ? names[key] : '');

// The pace's word stands in the middle of its line, below it.
const belowLine = { dx: 6, dy: 12 };

interface EndLabel {
  readonly key: LineKey;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

function endLabels(rows: readonly BurnUpRow[], names: BurnUpChartProps['names'], format: (value: number) => string) {
  const ends = (['target', 'lastYear', 'accepted', 'pending'] as const).flatMap((key) =>
    lineEnd(rows, key, names[key]),
  );
  const top = Math.max(...ends.map(({ y }) => y), 0);
  const inside = rows.filter(({ position }) => position === 10).flatMap((row) => lineEnd([row], 'pace', names.pace));
  return [...inside, ...spread(ends, top * 0.06)].map(({ key, x, y, text }) => (
    <ReferenceDot
      key={key}
      x={x}
      y={y}
      r={0}
      label={{
        value: key === 'accepted' ? `${text} ${format(lastValue(rows, 'accepted') ?? 0)}` : text,
        position: 'right',
        ...(key === 'pace' && belowLine),
        fill: key === 'accepted' ? 'var(--ink)' : 'var(--muted)',
        fontSize: key === 'accepted' ? 14 : 12,
        fontWeight: key === 'accepted' ? 600 : 400,
      }}
    />
  ));
}

function lineEnd(rows: readonly BurnUpRow[], key: LineKey, text: string): readonly EndLabel[] {
  const last = rows.findLast((row) => row[key] !== null);
  const y = last?.[key] ?? null;
  return last === undefined || y === null ? [] : [{ key, x: last.position, y, text }];
}

function lastValue(rows: readonly BurnUpRow[], key: LineKey): number | null {
  return rows.findLast((row) => row[key] !== null)?.[key] ?? null;
}

/** Moves labels that would lie on one another apart, upwards, by at least `least`. */
function spread(labels: readonly EndLabel[], least: number): readonly EndLabel[] {
  const placed: EndLabel[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const below = placed.findLast(({ x }) => Math.abs(x - label.x) < 2);
    placed.push({ ...label, y: below === undefined ? label.y : Math.max(label.y, below.y + least) });
  }
  return placed;
}
