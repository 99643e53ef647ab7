/**
 * Where the labels of a picture stand. Pure. Whatever the data: no two boxes overlap, none leaves the frame, none covers
 * what is fixed, and each lies within its distance of its point. A label for which there is no such place is left out.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelRequest {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** The points that it may stand at, the best first: one of a marker, several along a line. */
  readonly anchors: readonly Point[];
  /** How far the box may lie from its point. */
  readonly reach: number;
  /** The least distance from its point: more than what is drawn there. */
  readonly gap: number;
}

export interface PlacedBox extends Box {
  readonly key: string;
  /** The point that it stands at. */
  readonly anchor: Point;
}

/** A line that labels should rather not lie on, and how much it matters. */
export interface Avoided {
  readonly points: readonly Point[];
  readonly weight: number;
}

interface Surroundings {
  readonly frame: Box;
  /** Boxes that are there already, such as the words of an axis. */
  readonly fixed: readonly Box[];
  readonly avoided: readonly Avoided[];
}

/** The distance that every label keeps from the next. */
const clearance = 2;
/** What each further anchor costs, in pixels of distance. */
const anchorCost = 3;
const steps = [0, 0.5, 1, 2, 3];

/** Places labels one after the other, the most important first. */
export function placeLabels(requests: readonly LabelRequest[], around: Surroundings): readonly PlacedBox[] {
  const placed: PlacedBox[] = [];
  for (const request of requests) {
    const best = bestPlace(request, [...placed, ...around.fixed], around);
    if (best !== null) placed.push(best);
  }
  return placed;
}

/** The cheapest free place; lines are looked at only where a place could still be cheaper than the best one so far. */
function bestPlace(request: LabelRequest, taken: readonly Box[], { frame, avoided }: Surroundings): PlacedBox | null {
  let best: { readonly box: PlacedBox; readonly cost: number } | null = null;
  for (const [order, anchor] of request.anchors.entries()) {
    if (best !== null && best.cost <= order * anchorCost) break;
    for (const box of candidatesOf(request, anchor)) {
      const away = distanceTo(box, anchor);
      const least = away + order * anchorCost;
      if (away > request.reach || (best !== null && least >= best.cost) || !isInside(box, frame)) continue;
      if (taken.some((other) => overlaps(box, other, clearance))) continue;
      const cost = least + crossingsOf(box, avoided) * request.height * 2;
      if (best === null || cost < best.cost) best = { box, cost };
    }
  }
  return best?.box ?? null;
}

/** Whether two boxes share any area, or come nearer than `apart`. */
export function overlaps(a: Box, b: Box, apart = 0): boolean {
  return (
    a.left < b.left + b.width + apart &&
    b.left < a.left + a.width + apart &&
    a.top < b.top + b.height + apart &&
    b.top < a.top + a.height + apart
  );
}

/** Whether a box lies within another. */
export function isInside(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left &&
    box.top >= frame.top &&
    box.left + box.width <= frame.left + frame.width &&
    box.top + box.height <= frame.top + frame.height
  );
}

/** How far a point lies from the nearest edge of a box; 0 inside. */
export function distanceTo(box: Box, { x, y }: Point): number {
  const across = Math.max(box.left - x, 0, x - box.left - box.width);
  const down = Math.max(box.top - y, 0, y - box.top - box.height);
  return Math.hypot(across, down);
}

/** Places around an anchor: right, left, above and below it, and slid along its sides. */
function candidatesOf({ key, width, height, gap }: LabelRequest, anchor: Point): readonly PlacedBox[] {
  const at = (left: number, top: number): PlacedBox => ({ key, width, height, anchor, left, top });
  const [right, leftOf] = [anchor.x + gap, anchor.x - gap - width];
  const [above, below] = [anchor.y - gap - height, anchor.y + gap];
  const [middleX, middleY] = [anchor.x - width / 2, anchor.y - height / 2];
  return steps.flatMap((step) => {
    const slid = step * height;
    return [
      at(right, middleY - slid),
      at(right, middleY + slid),
      at(leftOf, middleY - slid),
      at(leftOf, middleY + slid),
      at(middleX, above - slid),
      at(middleX, below + slid),
      at(anchor.x - slid, above),
      at(anchor.x - width + slid, above),
      at(anchor.x - slid, below),
      at(anchor.x - width + slid, below),
      at(anchor.x - slid, above - height),
      at(anchor.x - width + slid, below + height),
    ];
  });
}

/** How many pieces of lines a place lies on, each as much as its line matters. Plain loops: this is most of the work. */
function crossingsOf(box: Box, avoided: readonly Avoided[]): number {
  let sum = 0;
  for (const { points, weight } of avoided) {
    let from: Point | undefined;
    for (const to of points) {
      if (from !== undefined && crosses(box, from, to)) sum += weight;
      from = to;
    }
  }
  return sum;
}

/** Whether a piece of a line runs through a box: at the box's sides, or at the piece's ends, it is within the box's height. */
function crosses(box: Box, from: Point, to: Point): boolean {
  const [a, b] = from.x <= to.x ? [from, to] : [to, from];
  const [left, right] = [Math.max(a.x, box.left), Math.min(b.x, box.left + box.width)];
  if (left > right) return false;
  const slope = b.x === a.x ? 0 : (b.y - a.y) / (b.x - a.x);
  const [y1, y2] = b.x === a.x ? [a.y, b.y] : [a.y + (left - a.x) * slope, a.y + (right - a.x) * slope];
  return Math.max(y1, y2) >= box.top && Math.min(y1, y2) <= box.top + box.height;
}
