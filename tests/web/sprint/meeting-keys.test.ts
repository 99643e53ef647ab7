import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterCommand,
  commandOf,
  pageIndex,
  pagesOf,
  togetherMs,
  typedPage,
  type Contents,
  type Place,
  type Typed,
} from '#web/features/sprint/meeting/meeting-keys.ts';

const months = [
  { year: 2020, month: 10 },
  { year: 2019, month: 12 },
  { year: 2020, month: 1 },
];
const contents: Contents = {
  pages: ['330000', '330300', '331100', '330700', '330100'],
  laggingPages: ['330000', '330300', '331100'],
  months,
  indicators: ['area', 'civil', 'steel'],
};
const at = (present: string, more: Partial<Place> = {}): Place => ({
  present,
  isLaggingOnly: false,
  period: { year: 2020, month: 1 },
  indicator: 'area',
  ...more,
});

/** Where a key leads that is no digit. */
function pressed(place: Place, key: string, isShifted = false): Place {
  const command = commandOf(key, isShifted);
  return command === null ? place : afterCommand(place, command, contents);
}

describe('the keys of the meeting mode', () => {
  it('turn to the next page and the one before, and stop at either end', () => {
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', ' ']) {
      expect(pressed(at('330300'), key).present).toBe('331100');
      expect(pressed(at('330100'), key).present).toBe('330100');
    }
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp']) {
      expect(pressed(at('331100'), key).present).toBe('330300');
      expect(pressed(at('330000'), key).present).toBe('330000');
    }
    expect(pressed(at('331100'), 'Home').present).toBe('330000');
    expect(pressed(at('331100'), 'End').present).toBe('330100');
    // An address that names no page is the cover.
    expect(pressed(at('999999'), 'ArrowRight').present).toBe('330300');
  });

  it('go through the cities that are behind alone after B, and through all after another', () => {
    const behind = pressed(at('331100'), 'b');
    expect(behind).toEqual(at('331100', { isLaggingOnly: true }));
    expect(pressed(behind, 'ArrowRight').present).toBe('331100');
    expect(pressed(behind, 'End').present).toBe('331100');
    expect(pressed(behind, 'B')).toEqual(at('331100'));
    // Hangzhou is not behind: the cover stands in.
    expect(pressed(at('330100'), 'b')).toEqual(at('330000', { isLaggingOnly: true }));
  });

  it('step to the nearest month with figures, back with Shift, and stay where there is none', () => {
    const [newest, oldest, middle] = months;
    expect(pressed(at('330300'), 'm').period).toEqual(newest);
    expect(pressed(at('330300'), 'M', true).period).toEqual(oldest);
    expect(pressed(at('330300', { period: { year: 2020, month: 10 } }), 'm').period).toEqual(newest);
    expect(pressed(at('330300', { period: { year: 2019, month: 12 } }), 'M', true).period).toEqual(oldest);
    // With Caps Lock the letter is large and Shift is not held.
    expect(pressed(at('330300', { period: { year: 2019, month: 12 } }), 'M').period).toEqual(middle);
    // A month without figures, that an address asked for.
    expect(pressed(at('330300', { period: { year: 2020, month: 5 } }), 'M', true).period).toEqual(middle);
  });

  it('go round the indicators, back with Shift', () => {
    expect(pressed(at('330300'), 'i').indicator).toBe('civil');
    expect(pressed(at('330300', { indicator: 'steel' }), 'i').indicator).toBe('area');
    expect(pressed(at('330300'), 'I', true).indicator).toBe('steel');
  });

  it('ask before they leave, and open the list of keys and the full screen; others mean nothing', () => {
    const kinds = ['Escape', '?', '？', 'f', 'F'].map((key) => commandOf(key, false)?.kind);
    expect(kinds).toEqual(['ask', 'keys', 'keys', 'fullscreen', 'fullscreen']);
    for (const key of ['x', 'Enter', 'Tab', 'F5', '']) expect(commandOf(key, false)).toBeNull();
  });
});

/** The pages that digits lead to, typed so many milliseconds after each other. */
function typing(digits: string, apartMs: number, count: number): (number | null)[] {
  let typed: Typed | null = null;
  return Array.from(digits, (digit, index) => {
    const found = typedPage(typed, digit, index * apartMs, count);
    typed = found.typed;
    return found.number;
  });
}

describe('the digits of the meeting mode', () => {
  it('name a page at once, and together with the next digit in time the one of both', () => {
    expect(typing('3', 0, 12)).toEqual([3]);
    expect(typing('12', togetherMs, 12)).toEqual([1, 12]);
    expect(typing('12', togetherMs + 1, 12)).toEqual([1, 2]);
    // 25 cities and the cover: 26 pages.
    expect(typing('26', 100, 26)).toEqual([2, 26]);
    expect(typing('100', 100, 200)).toEqual([1, 10, 100]);
  });

  it('count from the last ones that name a page where all do not', () => {
    expect(typing('19', 100, 12)).toEqual([1, 9]);
    expect(typing('112', 100, 12)).toEqual([1, 11, 12]);
    expect(typing('0', 100, 12)).toEqual([null]);
    expect(typing('05', 100, 12)).toEqual([null, 5]);
    expect(typing('9', 100, 3)).toEqual([null]);
  });
});

const regions = ['p', 'a', 'b', 'c', 'd', 'e'];
const anyContents = fc.record({
  pages: fc.shuffledSubarray(regions.slice(1)).map((cities) => ['p', ...cities]),
  behind: fc.subarray(regions.slice(1)),
  months: fc.uniqueArray(
    fc.record({ year: fc.integer({ min: 2018, max: 2020 }), month: fc.integer({ min: 1, max: 12 }) }),
  ),
  indicators: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 }),
});
const keys = 'ArrowRight ArrowLeft ArrowUp ArrowDown PageUp PageDown Home End Escape Enter b m M i I f ? x 0 1 2 5 9';
const anyKey = fc.constantFrom(' ', ...keys.split(' '));

describe('any sequence of keys', () => {
  it('stays on a page of the meeting, on a month with figures and on an indicator that there is', () => {
    fc.assert(
      fc.property(
        anyContents,
        fc.array(fc.tuple(anyKey, fc.boolean(), fc.integer({ min: 0, max: 2000 }))),
        (all, typedKeys) => {
          const given: Contents = {
            ...all,
            laggingPages: all.pages.filter((one) => one === 'p' || all.behind.includes(one)),
          };
          const start = { year: 2019, month: 6 };
          let place: Place = { present: 'p', isLaggingOnly: false, period: start, indicator: all.indicators[0] ?? '' };
          let typed: Typed | null = null;
          let now = 0;
          for (const [key, isShifted, wait] of typedKeys) {
            now += wait;
            const count = pagesOf(given, place).length;
            if (/^\d$/.test(key)) {
              const found = typedPage(typed, key, now, count);
              typed = found.typed;
              if (found.number !== null) {
                expect(found.number).toBeLessThanOrEqual(count);
                place = afterCommand(place, { kind: 'page', number: found.number }, given);
                expect(pageIndex(pagesOf(given, place), place.present)).toBe(found.number - 1);
              }
            } else {
              const command = commandOf(key, isShifted);
              if (command !== null) place = afterCommand(place, command, given);
            }
            expect(pagesOf(given, place)).toContain(place.present);
            expect(all.indicators).toContain(place.indicator);
            expect([start, ...all.months]).toContainEqual(place.period);
          }
        },
      ),
    );
  });
});
