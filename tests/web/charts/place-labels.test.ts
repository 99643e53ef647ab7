import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceTo, isInside, overlaps, placeLabels, type Box, type LabelRequest } from '#web/charts/place-labels.ts';
import { textWidth } from '#web/charts/text-width.ts';

const frame: Box = { left: 0, top: 0, width: 320, height: 180 };
const coordinate = (most: number) => fc.integer({ min: -20, max: most + 20 });
const point = fc.record({ x: coordinate(frame.width), y: coordinate(frame.height) });
const request = fc.record({
  width: fc.integer({ min: 8, max: 160 }),
  height: fc.integer({ min: 8, max: 30 }),
  anchors: fc.array(point, { minLength: 1, maxLength: 4 }),
  reach: fc.integer({ min: 0, max: 60 }),
  gap: fc.integer({ min: 0, max: 9 }),
});
const requests = fc
  .array(request, { maxLength: 9 })
  .map((all): LabelRequest[] => all.map((one, index) => ({ ...one, key: String(index) })));
const fixed = fc.array(
  fc.record({
    left: coordinate(300),
    top: coordinate(160),
    width: fc.integer({ min: 1, max: 60 }),
    height: fc.constant(12),
  }),
  { maxLength: 5 },
);
const avoided = fc.array(
  fc.record({ points: fc.array(point, { maxLength: 6 }), weight: fc.integer({ min: 0, max: 4 }) }),
  { maxLength: 3 },
);

describe('the laws of labels, for any data', () => {
  it('no two boxes overlap, none leaves the frame or covers what is fixed, each lies within reach of a point of its own', () => {
    fc.assert(
      fc.property(requests, fixed, avoided, (wanted, standing, lines) => {
        const placed = placeLabels(wanted, { frame, fixed: standing, avoided: lines });
        for (const [index, box] of placed.entries()) {
          const own = wanted.find(({ key }) => key === box.key);
          expect(isInside(box, frame)).toBe(true);
          expect([...placed.slice(0, index), ...standing].some((other) => overlaps(box, other))).toBe(false);
          expect(own?.anchors).toContainEqual(box.anchor);
          expect(distanceTo(box, box.anchor)).toBeLessThanOrEqual(own?.reach ?? -1);
          expect([box.width, box.height]).toEqual([own?.width, own?.height]);
        }
        expect(new Set(placed.map(({ key }) => key)).size).toBe(placed.length);
      }),
      { numRuns: 400 },
    );
  });

  it('the most important is never left out for a lesser one', () => {
    fc.assert(
      fc.property(requests, (wanted) => {
        const alone = placeLabels(wanted.slice(0, 1), { frame, fixed: [], avoided: [] });
        expect(placeLabels(wanted, { frame, fixed: [], avoided: [] }).slice(0, alone.length)).toEqual(alone);
      }),
    );
  });
});

const word = (key: string, x: number, y: number): LabelRequest => ({
  key,
  width: 40,
  height: 12,
  anchors: [{ x, y }],
  reach: 40,
  gap: 4,
});

describe('placeLabels', () => {
  it('stands to the right of its point, in the middle of its height', () => {
    expect(placeLabels([word('a', 100, 90)], { frame, fixed: [], avoided: [] })).toEqual([
      { key: 'a', width: 40, height: 12, left: 104, top: 84, anchor: { x: 100, y: 90 } },
    ]);
  });

  it('turns to the left at the right edge, and off a line that it would lie on', () => {
    const [edge] = placeLabels([word('a', 300, 90)], { frame, fixed: [], avoided: [] });
    expect((edge?.left ?? 400) + 40).toBeLessThan(300);
    const rising = {
      points: [
        { x: 0, y: 90 },
        { x: 320, y: 90 },
      ],
      weight: 4,
    };
    const [off] = placeLabels([word('a', 100, 90)], { frame, fixed: [], avoided: [rising] });
    expect(overlaps(off ?? frame, { left: 0, top: 90, width: 320, height: 0.1 })).toBe(false);
  });

  it('moves two labels of one point apart, and leaves out what has no place', () => {
    const two = placeLabels([word('a', 100, 90), word('b', 100, 90)], { frame, fixed: [], avoided: [] });
    expect(two.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(placeLabels([{ ...word('a', 100, 90), width: 400 }], { frame, fixed: [], avoided: [] })).toEqual([]);
    expect(placeLabels([{ ...word('a', 900, 900), reach: 10 }], { frame, fixed: [], avoided: [] })).toEqual([]);
  });
});

describe('textWidth', () => {
  it('counts a Chinese character as wide as its size, and never loses one', () => {
    expect(textWidth('序时', 12)).toBe(24);
    expect(textWidth('', 12)).toBe(0);
    expect(textWidth('ab', 10)).toBeGreaterThan(textWidth('a', 10));
  });
});
