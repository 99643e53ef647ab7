import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Overview } from '#api/standings/contract.ts';
import type { TargetCell, Targets } from '#api/targets/contract.ts';
import { auditEvents, targetChanges } from '#db/schema.ts';
import { listTargetChanges } from '#db/targets.ts';
import { demoApp, type Caller } from '#tests/support/app.ts';
import { basedOn, once, storedState, wenzhou } from '#tests/support/reporting.ts';

const province = '330000';
const taizhou = '331000';
/** The indicators of the demonstration; the office may have more. */
const indicators = ['prefab-area', 'prefab-civil', 'prefab-share', 'steel-housing', 'green-demo'];

const cellOf = (region: string, indicator = 'prefab-area', year = 2020): string =>
  `/api/targets/${year}/${region}/${indicator}`;

const change = {
  amount: 650,
  effectiveMonth: 10,
  documentNumber: '浙建〔2020〕99号',
  reason: '市政府申请调增年度目标',
};

const targetsOf = async (caller: Caller, year = 2020): Promise<Targets> =>
  (await caller.get(`/api/targets?year=${year}`)).json<Targets>();

const cellIn = ({ cells }: Targets, region: string, indicator = 'prefab-area'): TargetCell | undefined =>
  cells.find((cell) => cell.region === region && cell.indicator === indicator);

const demonstrated = ({ cells }: Pick<Targets, 'cells'>): readonly TargetCell[] =>
  cells.filter(({ indicator }) => indicators.includes(indicator));

describe('the list of targets', () => {
  it('has the province and every city on every indicator', async () => {
    const { signedInAs } = await demoApp();
    const targets = await targetsOf(await signedInAs('leader'));
    const cells = demonstrated(targets);
    // (1 province + 11 cities) × 5 indicators
    expect(cells).toHaveLength(60);
    expect(cells.slice(0, 5).map(({ region, indicator }) => [region, indicator])).toEqual(
      indicators.map((indicator) => [province, indicator]),
    );
    // The province set itself no target for housing and public buildings.
    expect(cells.filter(({ version }) => version === 0)).toMatchObject([
      { region: province, indicator: 'prefab-civil', steps: [] },
    ]);
  });

  it('gives every line of a cell, the newest last, in the unit and a share as a fraction', async () => {
    const { signedInAs } = await demoApp();
    const targets = await targetsOf(await signedInAs('official'));
    expect(cellIn(targets, taizhou)).toMatchObject({
      version: 2,
      steps: [
        { sequence: 1, effectiveMonth: 1, origin: 'invented' },
        { sequence: 2, effectiveMonth: 7, amount: 760, documentNumber: '演示文号〔2020〕18号', author: 'official' },
      ],
      can: { change: true },
    });
    expect(cellIn(targets, taizhou, 'prefab-share')?.steps).toMatchObject([{ amount: 0.35, origin: 'published' }]);
    expect(cellIn(targets, province)?.steps).toMatchObject([{ amount: 7000, source: expect.stringContaining('2020') }]);
  });

  it('shows a bureau its own city and the province, and lets officials alone change', async () => {
    const { signedInAs } = await demoApp();
    const own = await targetsOf(await signedInAs('bureau', wenzhou));
    expect(new Set(own.cells.map(({ region }) => region))).toEqual(new Set([province, wenzhou]));
    for (const role of ['bureau', 'leader', 'administrator'] as const) {
      const { cells } = await targetsOf(await signedInAs(role));
      expect(cells.filter(({ can }) => can.change)).toEqual([]);
    }
  });

  it('has cells without targets in a year that has none', async () => {
    const { signedInAs } = await demoApp();
    const { cells } = await targetsOf(await signedInAs('official'), 2021);
    expect(demonstrated({ cells })).toHaveLength(60);
    expect(cells.every(({ version, steps }) => version === 0 && steps.length === 0)).toBe(true);
  });
});

describe('a change of a target', () => {
  it('begins a year as its first line', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const reply = await official.post(
      cellOf(wenzhou, 'prefab-area', 2021),
      { ...change, effectiveMonth: 1 },
      basedOn(0),
    );
    expect(reply.statusCode).toBe(200);
    expect(reply.json<TargetCell>()).toMatchObject({
      version: 1,
      steps: [{ sequence: 1, amount: 650, effectiveMonth: 1, author: official.name, origin: 'reported', source: null }],
    });
    expect(reply.headers['etag']).toBe('"1"');
  });

  it('adds a line and leaves the earlier ones as they were', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const before = cellIn(await targetsOf(official), wenzhou)?.steps ?? [];
    const reply = await official.post(cellOf(wenzhou), { ...change, amount: '６５０．５' }, basedOn(1));
    const after = reply.json<TargetCell>();
    expect(after.steps).toEqual([
      ...before,
      {
        sequence: 2,
        amount: 650.5,
        effectiveMonth: 10,
        documentNumber: change.documentNumber,
        documentDate: null,
        reason: change.reason,
        author: official.name,
        decidedAt: '2020-10-19T01:00:00.000Z',
        origin: 'reported',
        source: null,
      },
    ]);
    expect(cellIn(await targetsOf(official), wenzhou)).toEqual(after);
  });

  it('takes a share in per cent', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    const share = cellOf(wenzhou, 'prefab-share');
    const reply = await official.post(share, { ...change, amount: '32.25' }, basedOn(1));
    expect(reply.json<TargetCell>().steps.at(-1)?.amount).toBe(0.3225);
    const stored = await listTargetChanges(database.reader, {
      years: [2020],
      regions: [wenzhou],
      indicators: ['prefab-share'],
    });
    // 32.25 % in ten-thousandths
    expect(stored.at(-1)?.amount).toBe(3225);
    expect((await official.post(share, { ...change, amount: 100 }, basedOn(2))).statusCode).toBe(200);
  });

  it('moves the overview from its effective month on and not before', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const standingIn = async (month: number) => {
      const overview = (await official.get(`/api/overview?year=2020&month=${month}`)).json<Overview>();
      const city = overview.regions.find(({ region }) => region === wenzhou);
      return city?.indicators.find(({ indicator }) => indicator === 'prefab-area');
    };
    const august = await standingIn(8);
    await official.post(cellOf(wenzhou), { ...change, amount: 400, effectiveMonth: 9 }, basedOn(1));
    expect(await standingIn(8)).toEqual(august);
    // 348 of 600 became 348 of 400: 87 %, where 72.95 % are expected.
    expect(await standingIn(9)).toMatchObject({ target: 400, completion: 0.87, level: 'on-pace' });
  });

  it('is audited with both amounts in base units', async () => {
    const { signedInAs, database } = await demoApp();
    await (await signedInAs('official')).post(cellOf(wenzhou), change, basedOn(1));
    const rows = await database.reader.select().from(auditEvents).where(eq(auditEvents.action, 'target.change'));
    expect(rows).toMatchObject([
      {
        actor: 'demonstration-official',
        object: `2020/${wenzhou}/prefab-area`,
        outcome: 'done',
        // 600 and 650 万㎡ of 10 000 m² each
        detail: { sequence: 2, from: 6_000_000, to: 6_500_000, effectiveMonth: 10, reason: change.reason },
      },
    ]);
  });

  it('is refused with the place and the code of every fault', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    const before = await storedState(database);
    const faults: readonly (readonly [string, Record<string, unknown>, string, string])[] = [
      ['prefab-area', { amount: -1 }, '/amount', 'figure-negative'],
      ['steel-housing', { amount: '-0.01' }, '/amount', 'figure-negative'],
      ['prefab-area', { amount: '600.001' }, '/amount', 'too-many-decimals'],
      ['green-demo', { amount: 1.5 }, '/amount', 'too-many-decimals'],
      ['prefab-share', { amount: '30.123' }, '/amount', 'too-many-decimals'],
      ['prefab-share', { amount: 100.01 }, '/amount', 'figure-too-large'],
      ['prefab-area', { amount: '1e3' }, '/amount', 'figure-notation'],
      ['prefab-area', { amount: ' ' }, '/amount', 'figure-empty'],
      ['prefab-area', { amount: null }, '/amount', 'figure-null'],
      ['prefab-area', { documentNumber: '  ' }, '/documentNumber', 'field-missing'],
      ['prefab-area', { reason: ' 调增 ' }, '/reason', 'reason-required'],
      ['prefab-area', { effectiveMonth: 13 }, '/effectiveMonth', 'no-such-month'],
      ['prefab-area', { effectiveMonth: 0 }, '/effectiveMonth', 'no-such-month'],
    ];
    for (const [indicator, fault, pointer, code] of faults) {
      const reply = await official.post(cellOf(wenzhou, indicator), { ...change, ...fault }, basedOn(1));
      expect([reply.statusCode, reply.json()]).toMatchObject([422, { code, errors: [{ pointer, code }] }]);
    }
    const several = await official.post(cellOf(wenzhou), { ...change, amount: '', reason: '' }, basedOn(1));
    expect(several.json()).toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '/amount' }, { pointer: '/reason' }],
    });
    expect(await storedState(database)).toEqual(before);
  });

  it('takes effect no earlier than the one it follows', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const early = await official.post(cellOf(taizhou), { ...change, effectiveMonth: 6 }, basedOn(2));
    expect(early.json()).toMatchObject({ code: 'effective-month-too-early', errors: [{ pointer: '/effectiveMonth' }] });
    // Within one month the later line counts.
    expect((await official.post(cellOf(taizhou), { ...change, effectiveMonth: 7 }, basedOn(2))).statusCode).toBe(200);
  });

  it('is for officials, and for regions and indicators that there are', async () => {
    const { signedInAs, database } = await demoApp();
    const before = await storedState(database);
    for (const role of ['bureau', 'leader', 'administrator'] as const) {
      const reply = await (await signedInAs(role)).post(cellOf(wenzhou), change, basedOn(1));
      expect(reply.json()).toMatchObject({ code: 'not-allowed' });
    }
    const official = await signedInAs('official');
    expect((await official.post(cellOf('339999'), change, basedOn(0))).statusCode).toBe(404);
    expect((await official.post(cellOf(wenzhou, 'no-such'), change, basedOn(0))).statusCode).toBe(404);
    expect((await official.post(cellOf(wenzhou), change)).statusCode).toBe(428);
    expect(await storedState(database)).toEqual(before);
  });

  it('tells who saw an older ledger how it stands now', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const stale = await official.post(cellOf(taizhou), change, basedOn(1));
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({
      code: 'stale-version',
      current: { region: taizhou, version: 2, steps: [{ sequence: 1 }, { sequence: 2, amount: 760 }] },
    });
    expect((await official.post(cellOf(taizhou), change, basedOn(3))).json()).toMatchObject({ code: 'stale-version' });
  });

  it('is made by one of two people who saw the same ledger', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const replies = await Promise.all(
      [640, 660].map((amount) => official.post(cellOf(wenzhou), { ...change, amount }, basedOn(1))),
    );
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    expect(cellIn(await targetsOf(official), wenzhou)?.version).toBe(2);
  });

  it('counts once however often it is sent', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => official.post(cellOf(wenzhou), change, once(1, 'target-650'))),
    );
    expect(new Set(replies.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(replies[0]?.statusCode).toBe(200);
    const rows = await database.reader
      .select()
      .from(targetChanges)
      .where(
        and(
          eq(targetChanges.region, wenzhou),
          eq(targetChanges.year, 2020),
          eq(targetChanges.indicator, 'prefab-area'),
        ),
      );
    expect(rows).toHaveLength(2);
    const other = await official.post(cellOf(wenzhou), { ...change, amount: 1 }, once(1, 'target-650'));
    expect(other.json()).toMatchObject({ code: 'key-reused' });
  });
});
