/** What the seals are made of, and what stays as it was sealed. */
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertAuditEvent } from '#db/audit.ts';
import type { Database } from '#db/dialect';
import { auditEvents, figures, regions, seals, settings } from '#db/schema.ts';
import { hasSeals, sealAnew, sealUnsealed } from '#db/seals.ts';
import { insertVersion, replaceFigures } from '#db/submissions.ts';
import { alwaysSealed, contentsOf, sealedKinds } from '#db/sealed-rows.ts';
import { verifySeals } from '#db/verification.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { audited, figure, history, told, version } from './sealed-history.ts';

let database: Database;
beforeEach(async () => {
  database = await emptyDatabase();
  await history(database);
});

describe('a history that went through the functions', () => {
  it('is as it was sealed, each row with its newest seal, drafts without any', async () => {
    expect(await verifySeals(database.reader)).toEqual({ rows: 8, seals: 9, findings: [], total: 0 });
    const subjects = (await database.reader.select().from(seals).orderBy(seals.position)).map((row) => row.subject);
    expect(subjects).toEqual([
      'rule:own@1',
      'target_change:target-1',
      'submission_version:v1',
      'audit_event:a1',
      'audit_event:a2',
      'audit_event:a3',
      'submission_version:v1',
      'checklist_event:e1',
      'audit_event:a4',
    ]);
  });

  it('stays so when drafts are saved and other tables change', async () => {
    await database.write((tx) => insertVersion(tx, { ...version, id: 'v2', number: 2 }, [figure(1)]));
    await database.write((tx) => replaceFigures(tx, 'v2', [figure(2)]));
    await database.write((tx) => tx.update(regions).set({ nameEn: 'Elsewhere' }));
    expect(await told(database)).toEqual([]);
  });

  it('seals nothing of a unit of work that fails', async () => {
    const failing = database.write(async (tx) => {
      await insertAuditEvent(tx, audited(5));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await database.write((tx) => insertAuditEvent(tx, audited(6)));
    expect(await told(database)).toEqual([]);
  });

  it('is told about with who, when and what, so that a row that is gone can be named', async () => {
    await database.write((tx) => tx.delete(auditEvents).where(eq(auditEvents.id, 'a2')));
    expect((await verifySeals(database.reader)).findings).toEqual([
      {
        kind: 'deleted',
        subject: 'audit_event:a2',
        about: {
          at: '2020-10-02T01:00:00.000Z',
          by: 'official',
          what: 'submission.accept',
          object: '2020-09/340100',
        },
      },
    ]);
  });
});

describe('what a seal holds', () => {
  it('is under the names it was first sealed by, whatever a column is called since', async () => {
    const found = (await contentsOf(database.reader, 'submission_version', ['v1'])).get('v1');
    expect(found?.['figures']).toEqual({
      started: {
        submissionVersion: 'v1',
        indicator: 'started',
        value: 120,
        denominator: null,
        origin: 'reported',
        source: null,
      },
    });
  });

  // Another column in these lists alters the seal of every row there is: name it among `later` in db/sealed-rows.ts.
  it('has no further column that an office sealed before could not have', () => {
    expect(Object.fromEntries(sealedKinds.map((kind) => [kind, alwaysSealed(kind).join(' ')]))).toEqual({
      rule: 'id version nameZh nameEn conditions source author authoredAs effectiveYear effectiveMonth createdAt',
      indicator_version: 'code number action before content retiredFrom reason author authoredAs at',
      target_change:
        'id region indicator year sequence amount effectiveMonth documentNumber reason author authoredAs decidedAt origin source',
      reporting_deadline: 'id year month sequence region onTimeDay closesOn reason author authoredAs decidedAt',
      submission_version:
        'id region year month number kind state asOf note cause remedies savedBy savedAs savedAt submittedBy submittedAs submittedAt decidedBy decidedAs decidedAt returnReason',
      figure_comment: 'id region year month indicator sequence kind text author authoredAs at',
      checklist_event: 'id interview region item sequence at actor actedAs action note origin',
      interview_version:
        'interview number at actor actedAs action reason heldOn titleZh titleEn noticeZh noticeEn details origin',
      interview_template: 'kind version at author authoredAs reason requirements ladder',
      escalation: 'id region step stepZh stepEn takenOn documentNumber reason at author authoredAs origin',
      office_decision: 'id subject sequence value reason author authoredAs decidedAt',
      load: 'id fileName reason loadedBy loadedAs loadedAt',
      bulletin: 'id year month language corrects comparedWith frozenAt facts',
      bulletin_version: 'bulletin number state action issueNumber documentNumber texts at actor actedAs',
      bulletin_receipt: 'bulletin region at actor actedAs',
      opening_version: 'region year number state action reason at actor actedAs plan',
      back_plan_version: 'region year indicator number state action reason at actor actedAs plan',
      curve_version: 'code number nameZh nameEn points source sourceEn reason author authoredAs at',
      curve_assignment:
        'indicator number action withdraws curve curveVersion effectiveYear effectiveMonth reason author authoredAs at',
      node_plan_version: 'region year indicator number state action points effectiveMonth reason at actor actedAs',
      project_version:
        'project number action reason at actor actedAs name county address owner permit unit buildingType structure totalArea aboveGroundArea prefabricatedArea decoratedArea assemblyRate standard assembledDecoration greenStars bim landPlanned landActual permitPlanned permitActual startPlanned startActual completionPlanned completionActual recognition recognisedOn remarks',
      attachment:
        'id interview region item name contentType bytes sha256 attachedAt attachedBy attachedAs attachedFor removedAt removedBy removedAs removalReason',
      audit_event: 'id at actor actedAs role address action object outcome detail requestId',
    });
  });
});

describe('the quick check', () => {
  it('finds what concerns the newest seals', async () => {
    const quick = async () => (await verifySeals(database.reader, { extent: 'newest' })).total;
    expect(await quick()).toBe(0);
    await database.write((tx) => tx.delete(auditEvents).where(eq(auditEvents.id, 'a4')));
    expect(await quick()).toBe(1);
  });
});

describe('sealing what is there', () => {
  it('seals what has no seal and leaves the rest alone', async () => {
    await database.write((tx) => tx.insert(auditEvents).values(audited(9)));
    expect(await database.write(sealUnsealed)).toBe(1);
    expect(await database.write(sealUnsealed)).toBe(0);
    expect(await told(database)).toEqual([]);
  });

  it('anew replaces every seal, after which all is as it was sealed', async () => {
    await database.write((tx) => tx.update(figures).set({ cumulative: 1 }));
    await database.write((tx) => tx.delete(seals).where(eq(seals.position, 2)));
    expect(await database.write(sealAnew)).toBe(8);
    expect(await verifySeals(database.reader)).toEqual({ rows: 8, seals: 8, findings: [], total: 0 });
  });

  it('tells whether anything was ever sealed', async () => {
    expect(await hasSeals(database.reader)).toBe(true);
    await database.write(async (tx) => void (await tx.delete(seals)));
    expect(await hasSeals(database.reader)).toBe(true);
    await database.write(async (tx) => void (await tx.delete(settings)));
    expect(await hasSeals(database.reader)).toBe(false);
  });
});
