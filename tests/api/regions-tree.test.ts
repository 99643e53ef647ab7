/** Regions as a tree of any depth: who reports a month, and sums at every height of it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUpOf } from '#api/assessments/roll-up.ts';
import { regionTree, reportingIn, reports } from '#api/regions/tree.ts';
import { coverageOf } from '#api/standings/replies.ts';
import type { Overview } from '#api/standings/contract.ts';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import type { RegionRow } from '#db/regions.ts';
import { regions as regionTable } from '#db/schema.ts';
import { demoApp } from '#tests/support/app.ts';
import { hangzhou } from '#tests/support/reporting.ts';
import { area, cityRow, figuresOf, share, smallOffice, target, versionRow } from '#tests/support/small-office.ts';

const region = (code: string, parent: string | null, more: Partial<RegionRow> = {}): RegionRow => ({
  ...cityRow(code),
  parent,
  ...more,
});

const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code).join(' ');

describe('the regions that report a month', () => {
  // A city that reports until its counties do in July, a city that ends in March, a zone without an official code that
  // begins in the middle of May, and the last city.
  const tree = regionTree([
    region('p', null),
    region('c1', 'p'),
    region('c1-a', 'c1', { validFrom: '2021-07-31' }),
    region('c1-b', 'c1', { validFrom: '2021-07-31', validTo: '2021-11-30' }),
    region('c2', 'p', { validTo: '2021-03-31' }),
    region('c2-a', 'c2'),
    region('zone', 'p', { kind: 'zone', validFrom: '2021-05-15' }),
    region('c3', 'p'),
  ]);
  const at = (month: number, under?: string) => codes(reportingIn(tree, { year: 2021, month }, under));

  it('are those without a valid one below them, in the order of the tree', () => {
    expect(at(3)).toBe('c1 c2-a c3');
    expect(at(4)).toBe('c1 c3');
    expect(at(5)).toBe('c1 zone c3');
    expect(at(6)).toBe('c1 zone c3');
    expect(at(7)).toBe('c1-a c1-b zone c3');
    expect(at(11)).toBe('c1-a c1-b zone c3');
    expect(at(12)).toBe('c1-a zone c3');
  });

  it('are asked for under any region', () => {
    expect([at(6, 'c1'), at(7, 'c1'), at(7, 'c1-b'), at(12, 'c1-b')]).toEqual(['c1', 'c1-a c1-b', 'c1-b', '']);
    // What lies under a region that has ended reports no more, though it has no end of its own.
    expect([at(3, 'c2-a'), at(4, 'c2-a'), at(4, 'elsewhere')]).toEqual(['c2-a', '', '']);
    expect(reports(tree, { year: 2021, month: 6 }, 'c1')).toBe(true);
    expect(reports(tree, { year: 2021, month: 7 }, 'c1')).toBe(false);
  });

  it('are not guessed where the regions are no tree', () => {
    expect(() => regionTree([])).toThrow('no region without a parent');
    expect(() => regionTree([region('a', null), region('b', null)])).toThrow('two regions have no parent: a and b');
    expect(() => regionTree([region('a', null), region('b', 'x')])).toThrow('region b does not hang on a');
    const circle = [region('a', null), region('b', 'c'), region('c', 'b')];
    expect(() => regionTree(circle)).toThrow('region b does not hang on a');
  });
});

/** A node's parent as a place among the nodes before it, and what it reports where it is a leaf. */
const anyNode = fc.record({
  parent: fc.nat(),
  done: fc.option(fc.nat(10_000)),
  planned: fc.option(fc.integer({ min: 1, max: 10_000 })),
  numerator: fc.nat(5000),
  denominator: fc.integer({ min: 1, max: 5000 }),
});

type Node = typeof anyNode extends fc.Arbitrary<infer Value> ? Value : never;

const codeOf = (at: number) => `r${String(at).padStart(2, '0')}`;

function officeOf(nodes: readonly Node[]) {
  const regions = nodes.map(({ parent }, at) => region(codeOf(at), at === 0 ? null : codeOf(parent % at)));
  const leaves = nodes.flatMap((node, at) =>
    regions.some((other) => other.parent === codeOf(at)) ? [] : [{ ...node, code: codeOf(at) }],
  );
  const snapshot = smallOffice({
    regions,
    indicators: [area, share],
    targets: leaves.flatMap(({ code, planned }) =>
      planned === null ? [] : [target(code, area, planned), target(code, share, 30)],
    ),
    figures: leaves.flatMap(({ code, done, numerator, denominator }) =>
      done === null
        ? []
        : [...figuresOf(code, area, { 6: done }), ...figuresOf(code, share, { 6: [numerator, denominator] })],
    ),
    versions: leaves.flatMap(({ code, done }) => (done === null ? [] : [versionRow(code, 6)])),
  });
  return { regions, leaves, snapshot };
}

const isUnder = (regions: readonly RegionRow[], code: string, above: string): boolean => {
  const parent = regions.find((one) => one.code === code)?.parent ?? null;
  return code === above || (parent !== null && isUnder(regions, parent, above));
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a roll-up', () => {
  it('is, at every region of any tree, the direct sum over those below it that report', () => {
    fc.assert(
      fc.property(fc.array(anyNode, { minLength: 1, maxLength: 25 }), (nodes) => {
        const { regions, leaves, snapshot } = officeOf(nodes);
        for (const { code } of regions) {
          const below = leaves.filter((leaf) => isUnder(regions, leaf.code, code));
          const reported = below.filter(({ done }) => done !== null);
          const counted = reported.filter(({ planned }) => planned !== null);
          const flow = rollUpOf(snapshot, code, area, 6);
          const ratio = rollUpOf(snapshot, code, share, 6);
          const coverage = { accepted: reported.length, counted: counted.length, expected: below.length };
          expect([flow.coverage, ratio.coverage]).toEqual([coverage, coverage]);
          if (counted.length === 0) {
            expect([flow.actual, flow.target, ratio.actual]).toEqual([null, null, null]);
            continue;
          }
          expect(flow.actual).toBe(sum(counted.map(({ done }) => (done ?? 0) * 10_000)));
          expect(flow.target).toBe(sum(counted.map(({ planned }) => (planned ?? 0) * 10_000)));
          // Numerators over denominators, and no mean of shares.
          expect(ratio.actual).toBe(sum(counted.map(({ numerator }) => numerator * 100)));
          expect(ratio.denominator).toBe(sum(counted.map(({ denominator }) => denominator * 100)));
        }
        expect(coverageOf(snapshot, 6)).toEqual({
          accepted: leaves.filter(({ done }) => done !== null).length,
          done: leaves.filter(({ done }) => done !== null).length,
          expected: leaves.length,
        });
      }),
      { numRuns: 150, seed: 2020 },
    );
  });

  it('has the region’s own target beside the sum, at any height', () => {
    // 300 and 500 of 400 and 800; the city set itself 1000.
    const snapshot = smallOffice({
      regions: [region('p', null), region('c', 'p'), region('a', 'c'), region('b', 'c'), region('d', 'p')],
      targets: [target('a', area, 400), target('b', area, 800), target('c', area, 1000), target('d', area, 100)],
      figures: [...figuresOf('a', area, { 6: 300 }), ...figuresOf('b', area, { 6: 500 })],
    });
    const city = rollUpOf(snapshot, 'c', area, 6);
    expect([city.actual, city.target, city.ownTarget, city.ownCompletion]).toEqual([8e6, 12e6, 1e7, 0.8]);
    expect(rollUpOf(snapshot, 'p', area, 6).coverage).toEqual({ accepted: 2, counted: 2, expected: 3 });
  });
});

const county = (code: string, position: number) => ({ ...region(code, hangzhou), position, validFrom: '2020-10-01' });

describe('an office whose city is divided', () => {
  it('expects the counties’ reports in the city’s place from their first month on', async () => {
    const { database, signedIn } = await demoApp();
    await database.write((tx) => tx.insert(regionTable).values([county('330102', 90), county('330105', 91)]));
    const official = await signedIn('official');
    const overview = async (month: number) =>
      (await official.get(`/api/overview?year=2020&month=${month}`)).json<Overview>();
    expect((await overview(9)).coverage).toEqual({ accepted: 11, done: 11, expected: 11 });
    const october = await overview(10);
    expect(october.coverage.expected).toBe(12);
    expect(october.regions.map((one) => one.region)).toEqual(expect.arrayContaining(['330102', '330105']));
    expect(october.regions.map((one) => one.region)).not.toContain(hangzhou);
    const list = (await official.get('/api/submissions?year=2020')).json<{ submissions: SubmissionLine[] }>();
    const months = (code: string) => list.submissions.filter((one) => one.region === code).map(({ month }) => month);
    expect([months('330102'), months(hangzhou)]).toEqual([[10], [9, 8, 7, 6, 5, 4, 3, 2, 1]]);
    expect((await official.get(`/api/submissions/2020/9/${hangzhou}`)).statusCode).toBe(200);
    expect((await official.get(`/api/submissions/2020/10/${hangzhou}`)).statusCode).toBe(404);
    expect((await official.get('/api/submissions/2020/10/330102')).statusCode).toBe(200);
    // A bureau sees its own region's months and those of the counties below it.
    const bureau = await signedIn('hangzhou');
    const own = (await bureau.get('/api/submissions?year=2020')).json<{ submissions: SubmissionLine[] }>();
    expect(new Set(own.submissions.map((one) => one.region))).toEqual(new Set([hangzhou, '330102', '330105']));
    expect((await bureau.get('/api/submissions/2020/10/330102')).statusCode).toBe(200);
    expect((await bureau.get('/api/submissions/2020/10/330300')).statusCode).toBe(404);
  });
});
