/** The order of the review queue among reports that are equally risky. */
import { and, eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { figures, submissionVersions } from '#db/schema.ts';
import { demoApp } from '#tests/support/app.ts';
import { quzhou } from '#tests/support/reporting.ts';

const ningbo = '330200';
const shaoxing = '330600';
const zhoushan = '330900';

/** Makes a city's September wait again, sent at an instant; a correction that names nothing has no hint, so that all are equal. */
async function waitAgain(
  { database }: Pick<Awaited<ReturnType<typeof demoApp>>, 'database'>,
  sent: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [region, submittedAt] of Object.entries(sent)) {
    const september = and(
      eq(submissionVersions.region, region),
      eq(submissionVersions.year, 2020),
      eq(submissionVersions.month, 9),
    );
    const versions = await database.reader
      .select({ id: submissionVersions.id })
      .from(submissionVersions)
      .where(september);
    const ids = versions.map(({ id }) => id);
    await database.write(async (tx) => {
      await tx.delete(figures).where(inArray(figures.submissionVersion, ids));
      await tx.update(submissionVersions).set({ state: 'submitted', kind: 'correction', submittedAt }).where(september);
    });
  }
}

describe('the review queue among equals', () => {
  it('has first what was sent first, and of one moment the cities in the order of their codes', async () => {
    const office = await demoApp();
    const official = await office.signedInAs('official');
    // Quzhou's October, without a hint either, was sent on 18 October at 09:25 UTC.
    await waitAgain(office, {
      [zhoushan]: '2020-10-18T23:00:00.000Z',
      [ningbo]: '2020-10-18T23:00:00.000Z',
      [shaoxing]: '2020-10-02T01:00:00.000Z',
    });
    const { waiting } = (await official.get('/api/review')).json<{
      waiting: { region: string; month: number; hints: unknown[] }[];
    }>();
    expect(waiting.map(({ region, month, hints }) => [region, month, hints.length])).toEqual([
      [shaoxing, 9, 0],
      [quzhou, 10, 0],
      [ningbo, 9, 0],
      [zhoushan, 9, 0],
    ]);
  });
});
