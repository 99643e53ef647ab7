/** From which file a version's figures came: told, honest about what was changed since, sealed. */
import { isNotNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { submissionVersions } from '#db/schema.ts';
import { verifySeals } from '#db/verification.ts';
import { demoApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, monthOf, ordinary, ordinaryWith, submissionIn } from '#tests/support/reporting.ts';

async function office() {
  const test = await demoApp();
  const bureau = await test.signedInAs('bureau', hangzhou);
  const october = monthOf(hangzhou);
  const stored = async () => submissionIn(await bureau.get(october));
  return { ...test, bureau, october, stored };
}

describe('the file of a version', () => {
  const file = '十月 终稿.xlsx';
  const filed = { ...ordinary, fileName: file };
  const told = async (stored: () => Promise<ReturnType<typeof submissionIn>>) =>
    (await stored()).versions.map((version) => version.file);

  it('is told from the save that names it on, and is nothing where figures were typed', async () => {
    const { bureau, october, stored, signedInAs } = await office();
    await bureau.put(october, ordinary, basedOn(0));
    expect(await told(stored)).toEqual([undefined]);
    await bureau.put(october, filed, basedOn(1));
    // A note alone changes no figure.
    await bureau.put(october, { ...ordinary, note: '已核对' }, basedOn(2));
    expect(await told(stored)).toEqual([{ name: file, isChanged: false }]);
    await bureau.post(`${october}/submit`, {}, basedOn(3));
    await bureau.post(`${october}/withdraw`, {}, basedOn(4));
    expect(await told(stored)).toEqual([
      { name: file, isChanged: false },
      { name: file, isChanged: false },
    ]);
    const official = await signedInAs('official');
    expect(submissionIn(await official.get(october)).versions.map((version) => version.file)).toEqual([
      { name: file, isChanged: false },
    ]);
  });

  it('is changed since once any figure or absence is another, and stays so', async () => {
    const { bureau, october, stored } = await office();
    await bureau.put(october, filed, basedOn(0));
    await bureau.put(october, { figures: ordinaryWith(2011) }, basedOn(1));
    expect(await told(stored)).toEqual([{ name: file, isChanged: true }]);
    await bureau.put(october, ordinary, basedOn(2));
    expect(await told(stored)).toEqual([{ name: file, isChanged: true }]);
    await bureau.put(october, filed, basedOn(3));
    expect(await told(stored)).toEqual([{ name: file, isChanged: false }]);
    const absent = { ...ordinary.figures, 'green-demo': { absence: 'not-yet-known' } };
    await bureau.put(october, { figures: absent }, basedOn(4));
    expect(await told(stored)).toEqual([{ name: file, isChanged: true }]);
  });

  it('is sealed once it is sent', async () => {
    const { bureau, october, database } = await office();
    await bureau.put(october, filed, basedOn(0));
    await bureau.post(`${october}/submit`, {}, basedOn(1));
    expect((await verifySeals(database.reader)).total).toBe(0);
    await database.write((tx) =>
      tx.update(submissionVersions).set({ sourceFile: null }).where(isNotNull(submissionVersions.sourceFile)),
    );
    expect((await verifySeals(database.reader)).total).toBe(1);
  });
});
