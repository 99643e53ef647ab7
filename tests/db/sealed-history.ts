/** A small history whose rows are sealed, and what a check of it tells, for the tests of the seals. */
import type { Database, Writer } from '#db/dialect';
import { insertAuditEvent } from '#db/audit.ts';
import { insertEvent } from '#db/interviews.ts';
import { insertRule } from '#db/rules.ts';
import {
  checklistItems,
  curves,
  indicators,
  interviews,
  regions,
  requirementItems,
  requirements,
  submissions,
  type rules,
  type targetChanges,
} from '#db/schema.ts';
import { insertVersion, replaceFigures, updateVersion, type VersionRow } from '#db/submissions.ts';
import { insertTargetChange } from '#db/targets.ts';
import { verifySeals } from '#db/verification.ts';
import { author, curve, indicator, region, submission, target } from './rows.ts';

export const version: VersionRow = {
  id: 'v1',
  region: '340100',
  year: 2020,
  month: 9,
  number: 1,
  kind: 'submission',
  state: 'draft',
  asOf: '2020-09-30',
  note: '',
  cause: '',
  remedies: '',
  absences: null,
  words: null,
  savedBy: null,
  savedAs: author('hefei'),
  savedAt: '2020-10-01T01:00:00.000Z',
  submittedBy: null,
  submittedAs: null,
  submittedAt: null,
  decidedBy: null,
  decidedAs: null,
  decidedAt: null,
  returnReason: null,
  revokedBy: null,
  revokedAs: null,
  revokedAt: null,
  revokeReason: null,
  packageMonth: null,
  packageNumber: null,
  dueOn: null,
  load: null,
  partial: null,
  sourceFile: null,
};
export const figure = (cumulative: number) => ({ indicator: 'started', cumulative, origin: 'reported' }) as const;

export const audited = (number: number) => ({
  id: `a${number}`,
  at: `2020-10-0${number}T01:00:00.000Z`,
  actedAs: author('official'),
  address: '::1',
  action: 'submission.accept',
  object: '2020-09/340100',
  outcome: 'done' as const,
  detail: { number, note: 'x', none: null },
  requestId: `r${number}`,
});

const event = {
  id: 'e1',
  interview: 'autumn',
  region: '340100',
  item: '1.1',
  sequence: 1,
  at: '2020-10-20T01:00:00.000Z',
  actor: null,
  actedAs: author('hefei'),
  action: 'report' as const,
  note: 'done',
  origin: 'reported' as const,
  detail: null,
};

const rule = {
  id: 'own',
  version: 1,
  nameZh: '规则',
  nameEn: 'Rule',
  conditions: { flow: { behind: [], watch: [] }, ratio: { behind: [], watch: [] }, stock: { behind: [], watch: [] } },
  source: 'test',
  authoredAs: author('official'),
  effectiveYear: 2020,
  effectiveMonth: 1,
  createdAt: '2020-01-01T00:00:00.000Z',
} as unknown as typeof rules.$inferInsert; // The conditions are not read here, only kept.

/** What the rows below refer to. */
async function ground(tx: Writer): Promise<void> {
  await tx.insert(regions).values(region());
  await tx.insert(curves).values(curve);
  await tx.insert(indicators).values(indicator);
  await tx.insert(submissions).values(submission);
  const words = { titleZh: '题', titleEn: 'Title' };
  await tx
    .insert(interviews)
    .values({ id: 'autumn', heldOn: '2020-10-15', ...words, noticeZh: '', noticeEn: '', origin: 'invented' });
  await tx.insert(requirements).values({ key: '1', ...words, position: 1 });
  await tx
    .insert(requirementItems)
    .values({ key: '1.1', requirement: '1', ...words, checkedBy: 'person', position: 1 });
  await tx.insert(checklistItems).values({
    interview: 'autumn',
    region: '340100',
    item: '1.1',
    state: 'open',
    owner: '',
    dueOn: '2020-10-30',
    version: 1,
    origin: 'invented',
  });
}

/** Seven protected rows, each written by its own function: 9 seals, because the version was sent and then accepted. */
export async function history(of: Database): Promise<void> {
  await of.write(ground);
  await of.write((tx) => insertRule(tx, rule));
  const line = { author: null, source: null, ...target(650) } as typeof targetChanges.$inferSelect; // Every column is there.
  await of.write((tx) => insertTargetChange(tx, line));
  await of.write((tx) => insertVersion(tx, version, [figure(100)]));
  await of.write((tx) => replaceFigures(tx, version.id, [figure(120)]));
  const sent = { state: 'submitted', submittedAs: author('hefei'), submittedAt: '2020-10-02T01:00:00.000Z' } as const;
  await of.write((tx) => updateVersion(tx, version.id, sent));
  for (const number of [1, 2, 3]) await of.write((tx) => insertAuditEvent(tx, audited(number)));
  const accepted = { state: 'accepted', decidedAs: author('official'), decidedAt: '2020-10-08T01:00:00.000Z' } as const;
  await of.write((tx) => updateVersion(tx, version.id, accepted));
  await of.write((tx) => insertEvent(tx, event));
  await of.write((tx) => insertAuditEvent(tx, audited(4)));
}

/** What is found, in short: the kind, and the subject or the position. */
export async function told({ reader }: Database): Promise<readonly string[]> {
  return (await verifySeals(reader)).findings.map((finding) => {
    if ('subject' in finding) return `${finding.kind} ${finding.subject}`;
    if (finding.kind === 'seals-missing') return `${finding.kind} ${finding.from}-${finding.to}`;
    return finding.kind === 'seal-altered' ? `${finding.kind} ${finding.position}` : finding.kind;
  });
}
