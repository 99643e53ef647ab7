/** Sums of sums: a nation is added up from its provinces to what all its counties together come to. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presets } from '#api/measures/rule.ts';
import { provinceStanding, standingOfSums, type ProvinceStanding } from '#api/measures/roll-up.ts';
import { addRegion, addSums, noSums, type Sums } from '#api/measures/sums.ts';
import type { StandingInput } from '#api/measures/vocabulary.ts';
import { anyInput } from './arbitraries.ts';

const everything = { months: true, lastYear: true };

function sumOfCities(cities: readonly StandingInput[], month: number): Sums {
  const sums = noSums();
  for (const city of cities) addRegion(sums, city, month, everything);
  return sums;
}

/** Numbers to nine digits: the order of adding may move the last ones. */
const rounded = (standing: ProvinceStanding): unknown =>
  JSON.parse(
    JSON.stringify(standing, (_key, value: unknown) =>
      typeof value === 'number' && Number.isFinite(value) ? Number(value.toPrecision(9)) : value,
    ),
  );

describe('sums of sums', () => {
  it('come to the same standing as the sum of all, however the regions are grouped', () => {
    const groups = fc.array(fc.array(anyInput, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(groups, (each) => {
        const [first] = each.flat();
        if (first === undefined) return;
        const { kind, month } = first;
        const parts = each.map((group) => group.map((city) => ({ ...city, kind, month })));
        const whole = noSums();
        for (const part of parts) addSums(whole, sumOfCities(part, month));
        const conditions = presets['three-measures'][kind];
        const judging = { kind, month, conditions, ownTarget: null };
        const flat = provinceStanding({ ...judging, cities: parts.flat() });
        expect(rounded(standingOfSums(whole, { ...judging, peersCompletion: null }))).toEqual(rounded(flat));
      }),
      { numRuns: 300, seed: 2850 },
    );
  });
});
