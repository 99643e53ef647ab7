/** The list of all regions, which every page reads: kept until something changes, and then no longer. */
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Region } from '#api/regions/contract.ts';
import { raiseRevision } from '#db/revisions.ts';
import { regions } from '#db/schema.ts';
import { demoApp } from '#tests/support/app.ts';
import { wenzhou } from '#tests/support/reporting.ts';

it('is not sent again to whoever has it, and is whole as soon as a region was added', async () => {
  const office = await demoApp();
  const caller = await office.signedIn('wenzhou');
  const first = await caller.get('/api/regions');
  const tag = String(first.headers['etag']);
  expect((await caller.get('/api/regions', { 'if-none-match': tag })).statusCode).toBe(304);
  await office.database.write(async (tx) => {
    const [city] = await tx.select().from(regions).where(eq(regions.code, wenzhou));
    const county = { code: '330302', parent: wenzhou, kind: 'county', tileRow: null, tileColumn: null } as const;
    await tx.insert(regions).values({ ...city!, ...county, position: 90 });
    await raiseRevision(tx);
  });
  const again = await caller.get('/api/regions', { 'if-none-match': tag });
  expect(again.statusCode).toBe(200);
  const codes = again.json<Region[]>().map(({ code }) => code);
  expect(codes).toEqual([...first.json<Region[]>().map(({ code }) => code), '330302']);
});
