/** The effect of interviews on the demonstration, computed a second time from the rows themselves. */
import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Effect } from '#api/interviews/effect-contract.ts';
import { starts2019Points } from '#api/measures/curve.ts';
import { figures, indicators, interviews, submissionVersions, targetChanges } from '#db/schema.ts';
import { office } from '#tests/support/meetings.ts';
import { wenzhou } from '#tests/support/reporting.ts';

const read = async (at: Awaited<ReturnType<typeof office>>) =>
  (await at.official.get('/api/interviews/effect')).json<Effect>();

describe('the effect of interviews', () => {
  it('is not known four days after the meeting, and says the levels and what was closed on time', async () => {
    const effect = await read(await office());
    expect(effect.rows).toHaveLength(3);
    expect(effect.rows[0]).toMatchObject({
      region: wenzhou,
      paces: { after: null, change: null },
      levelThen: 'behind',
      onTime: 1,
      late: 0,
      items: 17,
    });
    expect(effect.together).toEqual({ called: null, peers: null });
    expect(effect.peers.map(({ region }) => region)).not.toContain(wenzhou);
  });

  it('is that of the rows where the months around are known', async () => {
    const at = await office();
    // Had the meeting been in July of 2019, of which every month is accepted.
    await at.database.write((tx) => tx.update(interviews).set({ heldOn: '2019-07-15' }));
    const { rows, indicator } = await read(at);
    const { reader } = at.database;
    const cumulative = new Map<number, number>();
    const accepted = await reader
      .select({ month: submissionVersions.month, number: submissionVersions.number, value: figures.cumulative })
      .from(figures)
      .innerJoin(submissionVersions, eq(submissionVersions.id, figures.submissionVersion))
      .where(
        and(
          eq(submissionVersions.region, wenzhou),
          eq(submissionVersions.year, 2019),
          eq(submissionVersions.state, 'accepted'),
          eq(figures.indicator, indicator!),
        ),
      )
      .orderBy(submissionVersions.month, submissionVersions.number);
    for (const { month, value } of accepted) cumulative.set(month, value);
    const [target] = await reader
      .select()
      .from(targetChanges)
      .where(
        and(eq(targetChanges.region, wenzhou), eq(targetChanges.year, 2019), eq(targetChanges.indicator, indicator!)),
      );
    const [row] = await reader.select().from(indicators).where(eq(indicators.code, indicator!));
    expect(row?.curve).toBe('starts-2019');
    const p = starts2019Points;
    const before = (cumulative.get(6)! - cumulative.get(4)!) / ((p[5]! - p[3]!) * target!.amount);
    const after = (cumulative.get(9)! - cumulative.get(7)!) / ((p[8]! - p[6]!) * target!.amount);
    const { paces } = rows.find(({ region }) => region === wenzhou)!;
    expect(paces.before).toBeCloseTo(before, 9);
    expect(paces.after).toBeCloseTo(after, 9);
    expect(paces.change).toBeCloseTo(after - before, 9);
  });
});
