/** Where the parts of a burn-up lie: one layout for small and large, screen and paper. Pure: values in, SVG numbers out. */
import { monthWords, tickValues, tickWords } from './burn-up-axis.ts';
import type { BurnUpInput, BurnUpPoint, BurnUpSize, BurnUpWords } from './burn-up-input.ts';
import { burnUpLabels } from './burn-up-labels.ts';
import { lineNames, type BurnUpLayout, type BurnUpLines, type BurnUpMarker, type LineName } from './burn-up-parts.ts';
import { clipLine } from './clip-line.ts';
import type { Point } from './place-labels.ts';
import { textWidth } from './text-width.ts';

export interface Scales {
  readonly x: (position: number) => number;
  readonly y: (value: number) => number;
}

/** Lays a burn-up out: from 0 at the bottom to `max`, New Year to December. */
export function burnUpLayout(input: BurnUpInput, words: BurnUpWords, size: BurnUpSize): BurnUpLayout {
  const aside = asideOf(words, size);
  const layout = laidOut(input, words, size, aside);
  const { right } = layout.plot;
  const used = Math.max(size.text * 0.9, ...layout.labels.map((label) => label.left + label.width - right + 4));
  // Words that found their place within the plot leave it the room that was kept for them.
  return aside - used > size.text * 3 ? laidOut(input, words, size, used) : layout;
}

function laidOut(input: BurnUpInput, words: BurnUpWords, size: BurnUpSize, aside: number): BurnUpLayout {
  const ticks = tickValues(input.targets.at(-1)?.value ?? null, input.max).map((value) => ({
    value,
    text: words.tick(value),
  }));
  const plot = plotOf(ticks, size, aside);
  const scales: Scales = {
    x: (position) => plot.left + (position / 12) * (plot.right - plot.left),
    y: (value) => plot.bottom - (value / input.max) * (plot.bottom - plot.top),
  };
  const cut = linesOf(input, words, scales, plot.top);
  const months = monthWords(words.month, scales.x, {
    middle: plot.bottom + size.text * 0.9,
    size: size.text,
    right: size.width,
  });
  const tickAxis = tickWords(
    ticks.map(({ value, text }) => ({ text, y: scales.y(value) })),
    plot.left - 4,
    size.text,
  ).map((word, index) => ({ ...word, line: scales.y(ticks[index]?.value ?? 0) }));
  const bracket = bracketOf(input, words, scales, plot.top);
  const leaves = cut.exits.some(({ of }) => of === 'projection');
  const projectionEnd = leaves ? null : (cut.lines.projection.at(-1)?.at(-1) ?? null);
  const markers = markersOf(input, scales).filter(({ y }) => y >= plot.top);
  const drawn = { plot, lines: cut.lines, bracket, projectionEnd, markers, exits: cut.exits };
  return {
    ...drawn,
    wedge: wedgeOf(input, scales, plot.top),
    band: bandOf(input, scales, plot.top),
    ticks: tickAxis,
    months,
    labels: burnUpLabels(drawn, { words, size, fixed: [...months, ...tickAxis] }),
  };
}

/** The plot takes all but the ticks' words, the months' row, and what is kept aside for words at the lines' ends. */
function plotOf(ticks: readonly { readonly text: string }[], { width, height, text }: BurnUpSize, aside: number) {
  const widest = Math.max(0, ...ticks.map((tick) => textWidth(tick.text, text)));
  return { left: widest + 6, right: width - aside, top: text * 1.4, bottom: height - text * 1.6 };
}

/** On a wide picture the words at the lines' ends stand beside the plot, unless they would take more than a fifth of the width. */
function asideOf(words: BurnUpWords, { width, text }: BurnUpSize): number {
  const ends = [words.projection, words.missing].map((word) => textWidth(word, text)).filter((end) => end > 0);
  const fitting = ends.map((end) => end + 16).filter((end) => end <= width * 0.2);
  return width >= text * 40 && fitting.length > 0 ? Math.max(...fitting) : text * 0.9;
}

const byPosition = (input: BurnUpInput): readonly BurnUpPoint[] =>
  input.points.toSorted((a, b) => a.position - b.position);

/** The newest accepted point. */
export function lastAccepted(input: Pick<BurnUpInput, 'points'>): BurnUpPoint | undefined {
  return input.points
    .filter(({ accepted }) => accepted)
    .toSorted((a, b) => a.position - b.position)
    .at(-1);
}

function markersOf(input: BurnUpInput, { x, y }: Scales): readonly BurnUpMarker[] {
  return byPosition(input).map((point) => ({ x: x(point.position), y: y(point.value), point }));
}

function linesOf(input: BurnUpInput, words: BurnUpWords, scales: Scales, top: number) {
  const at = (position: number, value: number): Point => ({ x: scales.x(position), y: scales.y(value) });
  const markers = markersOf(input, scales);
  const accepted = markers.filter(({ point }) => point.accepted);
  const last = accepted.at(-1);
  // One that is older than the newest accepted figure is a point of its own: no line leads back to it.
  const waiting = markers.filter(({ x, point }) => !point.accepted && (last === undefined || x >= last.x));
  const target = input.targets.flatMap(({ from, value }, index) => {
    const end = input.targets[index + 1]?.from ?? 12;
    return [at(from, value), at(end, value)];
  });
  const whole: Readonly<Record<LineName, readonly Point[]>> = {
    lastYear: (input.lastYear ?? []).map(({ position, value }) => at(position, value)),
    pace: input.pace.map((value, month) => at(month, value)),
    plan: (input.plan ?? []).map(({ position, value }) => at(position, value)),
    alsoTarget: input.alsoTarget === undefined ? [] : [at(0, input.alsoTarget), at(12, input.alsoTarget)],
    target,
    needed: neededLine(input, words).map(([position, value]) => at(position, value)),
    projection: projectionLine(input).map(([position, value]) => at(position, value)),
    pending: waiting.length === 0 ? [] : [...accepted.slice(-1), ...waiting],
    actual: input.start === null ? accepted : [at(0, input.start), ...accepted],
  };
  const cut = lineNames.map((name) => [name, clipLine(whole[name], top)] as const);
  // The entries are made of every name, which the type of their object forgets.
  const lines = Object.fromEntries(cut.map(([name, { pieces }]) => [name, pieces])) as BurnUpLines;
  const exits = cut.flatMap(([name, line]) =>
    name === 'actual' || name === 'projection' ? line.exits.map((point) => ({ ...point, of: name })) : [],
  );
  return { lines, exits };
}

type Place = readonly [position: number, value: number];

/** From the last accepted point straight to the target. */
function neededLine(input: BurnUpInput, words: BurnUpWords): readonly Place[] {
  const last = lastAccepted(input);
  const target = input.targets.at(-1)?.value;
  if (words.needed === '' || last === undefined || target === undefined || last.value >= target) return [];
  return last.position >= 12
    ? []
    : [
        [last.position, last.value],
        [12, target],
      ];
}

/** From the last accepted point to the estimate, as the pace rises in between. */
function projectionLine(input: BurnUpInput): readonly Place[] {
  const last = lastAccepted(input);
  const { projection } = input;
  if (last === undefined || projection === null || last.position >= 12) return [];
  const [begin, end] = [paceAt(input.pace, last.position), paceAt(input.pace, 12)];
  const later = Array.from({ length: 12 }, (_, month) => month + 1).filter((month) => month > last.position);
  return [
    [last.position, last.value],
    ...later.map((month): Place => {
      const share =
        end > begin
          ? (paceAt(input.pace, month) - begin) / (end - begin)
          : (month - last.position) / (12 - last.position);
      return [month, last.value + (projection - last.value) * share];
    }),
  ];
}

/** The pace at any place of the year; a straight one where there is none. */
function paceAt(pace: readonly number[], position: number): number {
  const [before, after] = [pace[Math.floor(position)], pace[Math.ceil(position)]];
  if (before === undefined || after === undefined) return position;
  return before + (after - before) * (position - Math.floor(position));
}

function wedgeOf(input: BurnUpInput, { x, y }: Scales, top: number): readonly Point[] {
  const last = lastAccepted(input);
  if (last === undefined || input.pace.length === 0 || last.expected === null || last.value >= last.expected) return [];
  const start: readonly Place[] = input.start === null ? [] : [[0, input.start]];
  const done = byPosition(input).filter(({ accepted }) => accepted);
  const months = Array.from({ length: 13 }, (_, month) => month).filter((month) => month < last.position);
  const back = [last.position, ...months.toReversed()].map((at): Place => [at, paceAt(input.pace, at)]);
  const places = [...start, ...done.map(({ position, value }): Place => [position, value]), ...back];
  return places.map(([position, value]) => ({ x: x(position), y: Math.max(top, y(value)) }));
}

function bandOf(input: BurnUpInput, { x, y }: Scales, top: number): readonly Point[] {
  const last = lastAccepted(input);
  const { interval } = input;
  if (last === undefined || !interval || last.position >= 12) return [];
  const end = (value: number): Point => ({ x: x(12), y: Math.max(top, y(value)) });
  return [{ x: x(last.position), y: Math.max(top, y(last.value)) }, end(interval.high), end(interval.low)];
}

function bracketOf(input: BurnUpInput, words: BurnUpWords, { x, y }: Scales, top: number): BurnUpLayout['bracket'] {
  const target = input.targets.at(-1)?.value;
  const last = lastAccepted(input);
  if (words.missing === '' || target === undefined || last === undefined) return null;
  const reached = last.position >= 12 ? last.value : input.projection;
  if (reached === null || reached >= target || y(target) < top) return null;
  return { x: x(12), from: y(reached), to: y(target) };
}
