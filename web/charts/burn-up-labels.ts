/** The words in a burn-up: which point or line each belongs to, and in which order they get their place. Pure. */
import type { BurnUpSize, BurnUpWords } from './burn-up-input.ts';
import { lineNames, type BurnUpLabel, type BurnUpLayout, type LabelKey, type LineName } from './burn-up-parts.ts';
import { placeLabels, type Avoided, type Box, type LabelRequest, type Point } from './place-labels.ts';
import { textWidth } from './text-width.ts';

type Drawn = Pick<BurnUpLayout, 'plot' | 'lines' | 'bracket' | 'projectionEnd' | 'markers' | 'exits'>;

interface LabelOptions {
  readonly words: BurnUpWords;
  readonly size: BurnUpSize;
  /** The words of the axes, which stand already. */
  readonly fixed: readonly Box[];
}

/** How far a label may lie from its point, in its own size; a test holds it. */
export const labelReach = 3.5;

/** The most important first: where there is no room for all, the last ones give way. */
const order: readonly LabelKey[] = [
  'value',
  'missing',
  'projection',
  'target',
  'needed',
  'pending',
  'plan',
  'pace',
  'lastYear',
];
const weights: Readonly<Record<LineName, number>> = {
  actual: 4,
  pending: 2,
  projection: 2,
  needed: 2,
  target: 2,
  alsoTarget: 2,
  pace: 2,
  plan: 2,
  lastYear: 1,
};

const wordOf = (words: BurnUpWords, key: LabelKey): string => words[key] ?? '';

/** Places the words of a burn-up. */
export function burnUpLabels(drawn: Drawn, { words, size, fixed }: LabelOptions): readonly BurnUpLabel[] {
  const anchors = anchorsOf(drawn);
  const sizeOf = (key: LabelKey): number => (key === 'value' ? size.text * 1.15 : size.text);
  const wanted = order.filter((key) => wordOf(words, key) !== '' && anchors[key].length > 0);
  const requests = wanted.map((key): LabelRequest => {
    const text = sizeOf(key);
    const width = textWidth(wordOf(words, key), text, key === 'value');
    return {
      key,
      width,
      height: text * 1.15,
      anchors: anchors[key],
      reach: text * labelReach,
      gap: Math.max(4, text / 3),
    };
  });
  const avoided = lineNames.flatMap((name) =>
    drawn.lines[name].map((points): Avoided => ({ points, weight: weights[name] })),
  );
  const { bracket } = drawn;
  const upright =
    bracket === null
      ? []
      : [
          { x: bracket.x, y: bracket.from },
          { x: bracket.x, y: bracket.to },
        ];
  const frame = { left: 0, top: 0, width: size.width, height: drawn.plot.bottom };
  const placed = placeLabels(requests, { frame, fixed, avoided: [...avoided, { points: upright, weight: 3 }] });
  return placed.flatMap((box) => {
    const key = order.find((one) => one === box.key);
    if (key === undefined) return [];
    const text = sizeOf(key);
    return [{ ...box, text: wordOf(words, key), size: text, x: box.left, y: box.top + text * 0.93 }];
  });
}

function anchorsOf({
  lines,
  bracket,
  projectionEnd,
  markers,
  exits,
}: Drawn): Readonly<Record<LabelKey, readonly Point[]>> {
  const accepted = markers.findLast(({ point }) => point.accepted);
  const waiting = markers.findLast(({ point }) => !point.accepted);
  const exit = exits.findLast(({ of }) => of === 'actual');
  // Beyond the scale the value stands where its line leaves it.
  const end = exit !== undefined && (accepted === undefined || exit.x > accepted.x) ? exit : accepted;
  return {
    value: pointsOf(end),
    missing: bracket === null ? [] : [{ x: bracket.x, y: (bracket.from + bracket.to) / 2 }],
    projection: pointsOf(projectionEnd ?? exits.findLast(({ of }) => of === 'projection')),
    // From the left, where nothing else stands at its height.
    target: along(lines.target, 9),
    needed: middleFirst(along(lines.needed, 7)),
    pending: pointsOf(waiting),
    plan: middleFirst(along(lines.plan, 9)),
    pace: along(lines.pace, 13).toReversed(),
    lastYear: along(lines.lastYear, 13).toReversed(),
  };
}

const pointsOf = (point: Point | null | undefined): readonly Point[] =>
  point === null || point === undefined ? [] : [{ x: point.x, y: point.y }];

/** Points along the last piece of a line, evenly by its run from left to right. */
function along(pieces: readonly (readonly Point[])[], count: number): readonly Point[] {
  const points = pieces.at(-1) ?? [];
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: count }, (_, index) => {
    const x = first.x + ((last.x - first.x) * index) / (count - 1);
    const next = points.findIndex((point) => point.x >= x);
    const [a, b] = [points[Math.max(0, next - 1)] ?? first, points[next] ?? last];
    return { x, y: b.x === a.x ? b.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x) };
  });
}

/** From the middle outwards. */
function middleFirst(points: readonly Point[]): readonly Point[] {
  const middle = (points.length - 1) / 2;
  return points
    .map((point, index) => ({ point, away: Math.abs(index - middle) }))
    .toSorted((a, b) => a.away - b.away)
    .map(({ point }) => point);
}
