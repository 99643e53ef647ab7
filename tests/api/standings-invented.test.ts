import { describe, expect, it } from 'vitest';
import { isInvented } from '#api/standings/invented.ts';
import { cityOf, overviewOf } from '#api/standings/replies.ts';
import {
  area,
  cityRow,
  demos,
  figuresOf,
  north,
  province,
  provinceRow,
  smallOffice,
  south,
  target,
} from '#tests/support/small-office.ts';

const invented = { origin: 'invented' } as const;

const said = (rows: Parameters<typeof smallOffice>[0], more: Partial<Parameters<typeof isInvented>[1]> = {}) =>
  isInvented(smallOffice({ cities: [north, south], indicators: [area, demos], ...rows }), {
    regions: [cityRow(north)],
    month: 6,
    pending: false,
    ...more,
  });

const pending = (more: object) => figuresOf(north, area, { 6: 1 }, more).map((row) => ({ ...row, submittedAt: null }));

const overviewWith = (rows: Parameters<typeof smallOffice>[0]) =>
  overviewOf(smallOffice({ cities: [north, south], ...rows }), 6, { city: north, pending: true }).invented;

const pageOf = (rows: Parameters<typeof smallOffice>[0], waiting = false) =>
  cityOf(smallOffice({ cities: [north, south], ...rows }), north, 6, { city: null, pending: waiting })?.invented;

describe('whether anything in a reply is invented', () => {
  it('is not, where all was published or reported', () => {
    const published = { origin: 'published' } as const;
    expect(said({})).toBe(false);
    expect(
      said(
        {
          targets: [target(north, area, 1), target(north, demos, 1, published)],
          figures: figuresOf(north, area, { 1: 1, 6: 2 }, published),
          lastYear: figuresOf(north, area, { 12: 1 }, { year: 2020 }),
          pending: pending({}),
        },
        { pending: true },
      ),
    ).toBe(false);
  });

  it('is, with one invented target, figure of the year or figure of last year, of any indicator', () => {
    expect(said({ targets: [target(north, area, 1), target(north, demos, 1, invented)] })).toBe(true);
    expect(
      said({ figures: [...figuresOf(north, area, { 1: 1 }), ...figuresOf(north, demos, { 6: 1 }, invented)] }),
    ).toBe(true);
    expect(said({ lastYear: figuresOf(north, area, { 12: 1 }, { year: 2020, ...invented }) })).toBe(true);
  });

  it('is not by what the reply does not show: another city, a later month, what waits for review', () => {
    expect(said({ targets: [target(south, area, 1, invented)] })).toBe(false);
    expect(said({ figures: figuresOf(north, area, { 7: 1 }, invented) })).toBe(false);
    expect(said({ pending: pending(invented) })).toBe(false);
    expect(said({ pending: pending(invented) }, { pending: true })).toBe(true);
    expect(said({ figures: figuresOf(north, area, { 7: 1 }, invented) }, { month: 7 })).toBe(true);
  });

  it('looks at every region that the reply speaks of', () => {
    const regions = [cityRow(north), cityRow(south), provinceRow];
    expect(said({ targets: [target(south, area, 1, invented)] }, { regions })).toBe(true);
    expect(said({ targets: [target(province, area, 1, invented)] }, { regions })).toBe(true);
  });

  it('is said of an overview by any city’s row or the province’s own target, to everybody', () => {
    expect(overviewWith({ targets: [target(south, area, 1), target(province, area, 1)] })).toBe(false);
    expect(overviewWith({ targets: [target(south, area, 1, invented)] })).toBe(true);
    expect(overviewWith({ targets: [target(province, area, 1, invented)] })).toBe(true);
    expect(overviewWith({ figures: figuresOf(south, area, { 7: 1 }, invented) })).toBe(false);
    expect(overviewWith({ pending: pending(invented) })).toBe(false);
  });

  it('is said of a city’s page by a figure of any month, and by one that waits to whoever sees it', () => {
    // The page draws the whole year, whichever month is asked for.
    expect(pageOf({ figures: figuresOf(north, area, { 12: 1 }, invented) })).toBe(true);
    expect(pageOf({ figures: figuresOf(south, area, { 6: 1 }, invented) })).toBe(false);
    expect(pageOf({ targets: [target(province, area, 1, invented)] })).toBe(false);
    expect(pageOf({ pending: pending(invented) })).toBe(false);
    expect(pageOf({ pending: pending(invented) }, true)).toBe(true);
  });
});
