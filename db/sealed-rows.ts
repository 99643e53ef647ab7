/** What is sealed, and what of it: the rows that must never change unseen, read alike by whoever seals and whoever checks. */
import { and, asc, getTableColumns, gt, inArray, ne, notExists, sql, type SQL } from 'drizzle-orm';
import { classify, type Reader } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { about, laterOfVersions, monthOf, withoutEmpty } from './sealed-about.ts';
import {
  attachments,
  auditEvents,
  backPlanVersions,
  bulletinReceipts,
  bulletins,
  bulletinVersions,
  checklistEvents,
  escalations,
  figureComments,
  figures,
  indicatorVersions,
  interviewTemplates,
  interviewVersions,
  officeDecisions,
  loads,
  openingVersions,
  projectVersions,
  reportingDeadlines,
  rules,
  seals,
  submissionVersions,
  targetChanges,
  type SealedAbout,
} from './schema.ts';

/** A row as it is sealed, by the names of its columns; a submission version has its figures in it. */
export type SealedContent = Readonly<Record<string, unknown>>;

interface SealedTable {
  readonly table: typeof auditEvents;
  readonly key: SQL<string>;
  /** Which of its rows; all where nothing is said. */
  readonly only?: SQL;
  /** Columns younger than the first seals: no part of the content while empty, so that rows sealed before stay whole. */
  readonly later?: readonly string[];
  about(row: SealedContent): SealedAbout;
}

/** The statements below use the key alone and whole rows, whose shape no type is claimed for. */
const asTable = (table: unknown) => table as typeof auditEvents;

const tables = {
  rule: {
    table: asTable(rules),
    key: sql<string>`${rules.id} || '@' || ${rules.version}`,
    later: ['sourceEn', 'reason'],
    about: (row) => about(row['createdAt'], row['authoredAs'], 'rule', [`${row['id']}@${row['version']}`]),
  },
  /** By its history it is known what a figure was a figure of. */
  indicator_version: {
    table: asTable(indicatorVersions),
    key: sql<string>`${indicatorVersions.code} || '@' || ${indicatorVersions.number}`,
    about: (row) =>
      about(row['at'], row['authoredAs'], `indicator.${row['action']}`, [`${row['code']}@${row['number']}`]),
  },
  target_change: {
    table: asTable(targetChanges),
    key: sql<string>`${targetChanges.id}`,
    later: ['documentDate', 'withdrawnBy', 'withdrawnAs', 'withdrawnAt', 'withdrawReason'],
    about: (row) =>
      about(row['decidedAt'], row['authoredAs'], 'target', [row['year'], row['region'], row['indicator']]),
  },
  /** By its decisions a bureau is in time or late, and can report at all. */
  reporting_deadline: {
    table: asTable(reportingDeadlines),
    key: sql<string>`${reportingDeadlines.id}`,
    about: (row) =>
      about(row['decidedAt'], row['authoredAs'], 'deadline', [
        monthOf(row),
        ...(row['region'] === null ? [] : [row['region']]),
      ]),
  },
  /** By its calendar months are owed, due and late. */
  office_decision: {
    table: asTable(officeDecisions),
    key: sql<string>`${officeDecisions.id}`,
    about: (row) => about(row['decidedAt'], row['authoredAs'], 'office', [row['subject'], row['sequence']]),
  },
  /** A draft may change; what was sent may not. */
  submission_version: {
    table: asTable(submissionVersions),
    key: sql<string>`${submissionVersions.id}`,
    only: ne(submissionVersions.state, 'draft'),
    later: laterOfVersions,
    about: (row) =>
      about(
        row['revokedAt'] ?? row['decidedAt'] ?? row['submittedAt'],
        row['revokedAs'] ?? row['decidedAs'] ?? row['submittedAs'],
        String(row['state']),
        [monthOf(row), row['region'], row['number']],
      ),
  },
  figure_comment: {
    table: asTable(figureComments),
    key: sql<string>`${figureComments.id}`,
    about: (row) =>
      about(row['at'], row['authoredAs'], `comment.${row['kind']}`, [monthOf(row), row['region'], row['indicator']]),
  },
  /** By its reason and its file it is known why the department spoke in a bureau's place. */
  load: {
    table: asTable(loads),
    key: sql<string>`${loads.id}`,
    about: (row) => about(row['loadedAt'], row['loadedAs'], 'load', [row['id']]),
  },
  checklist_event: {
    table: asTable(checklistEvents),
    key: sql<string>`${checklistEvents.id}`,
    later: ['detail'],
    about: (row) =>
      about(row['at'], row['actedAs'], `checklist.${row['action']}`, [row['interview'], row['region'], row['item']]),
  },
  interview_version: {
    table: asTable(interviewVersions),
    key: sql<string>`${interviewVersions.interview} || '@' || ${interviewVersions.number}`,
    about: (row) =>
      about(row['at'], row['actedAs'], `interview.${row['action']}`, [`${row['interview']}@${row['number']}`]),
  },
  interview_template: {
    table: asTable(interviewTemplates),
    key: sql<string>`${interviewTemplates.kind} || '@' || ${interviewTemplates.version}`,
    about: (row) => about(row['at'], row['authoredAs'], String(row['kind']), [row['version']]),
  },
  escalation: {
    table: asTable(escalations),
    key: sql<string>`${escalations.id}`,
    about: (row) => about(row['at'], row['authoredAs'], `escalation.${row['step']}`, [row['region']]),
  },
  opening_version: {
    table: asTable(openingVersions),
    key: sql<string>`${openingVersions.region} || '@' || ${openingVersions.year} || '@' || ${openingVersions.number}`,
    about: (row) =>
      about(row['at'], row['actedAs'], `opening.${row['action']}`, [row['year'], `${row['region']}@${row['number']}`]),
  },
  /** By its facts and its words cities are named to all; it must read in years as it was issued. */
  bulletin: {
    table: asTable(bulletins),
    key: sql<string>`${bulletins.id}`,
    about: (row) => about(row['frozenAt'], null, 'bulletin', [monthOf(row), row['id']]),
  },
  bulletin_version: {
    table: asTable(bulletinVersions),
    key: sql<string>`${bulletinVersions.bulletin} || '@' || ${bulletinVersions.number}`,
    later: ['facts'],
    about: (row) =>
      about(row['at'], row['actedAs'], `bulletin.${row['action']}`, [`${row['bulletin']}@${row['number']}`]),
  },
  bulletin_receipt: {
    table: asTable(bulletinReceipts),
    key: sql<string>`${bulletinReceipts.bulletin} || '@' || ${bulletinReceipts.region}`,
    about: (row) => about(row['at'], row['actedAs'], 'bulletin.acknowledge', [row['bulletin'], row['region']]),
  },
  back_plan_version: {
    table: asTable(backPlanVersions),
    key: sql<string>`${backPlanVersions.region} || '@' || ${backPlanVersions.year} || '@' || ${backPlanVersions.indicator} || '@' || ${backPlanVersions.number}`,
    about: (row) =>
      about(row['at'], row['actedAs'], `back-plan.${row['action']}`, [row['year'], row['region'], row['indicator']]),
  },
  project_version: {
    table: asTable(projectVersions),
    key: sql<string>`${projectVersions.project} || '@' || ${projectVersions.number}`,
    about: (row) =>
      about(row['at'], row['actedAs'], `project.${row['action']}`, [`${row['project']}@${row['number']}`]),
  },
  attachment: {
    table: asTable(attachments),
    key: sql<string>`${attachments.id}`,
    later: ['project'],
    about: (row) =>
      about(
        row['removedAt'] ?? row['attachedAt'],
        row['removedAs'] ?? row['attachedAs'],
        `${row['project'] === null ? 'checklist' : 'project'}.${row['removedAt'] === null ? 'attach' : 'detach'}`,
        [row['interview'], row['region'], row['item'], row['project'], row['name']].filter((part) => part !== null),
      ),
  },
  audit_event: {
    table: asTable(auditEvents),
    key: sql<string>`${auditEvents.id}`,
    about: (row) => about(row['at'], row['actedAs'], String(row['action']), [row['object']]),
  },
} as const satisfies Record<string, SealedTable>;

/** The tables whose rows are sealed. */
export type SealedKind = keyof typeof tables;

export const sealedKinds = Object.keys(tables) as readonly SealedKind[]; // Object.keys loses the literal keys.

const tableOf = (kind: SealedKind): SealedTable => tables[kind];

/** Where a row belongs, as it is kept with its seal. */
export function aboutOf(kind: SealedKind, content: SealedContent): SealedAbout {
  return tableOf(kind).about(content);
}

/** The keys of the next rows of a kind in the order of keys. */
export async function keysAfter(reader: Reader, kind: SealedKind, after: string, limit: number): Promise<string[]> {
  const { table, key, only } = tableOf(kind);
  const rows = await reader
    .select({ key })
    .from(table)
    .where(and(only, gt(key, after)))
    .orderBy(asc(key))
    .limit(limit);
  return rows.map((row) => row.key);
}

/** Those of these keys that have no seal. */
export async function unsealedAmong(reader: Reader, kind: SealedKind, keys: readonly string[]): Promise<string[]> {
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { table, key, only } = tableOf(kind);
  const isSealed = reader
    .select({ position: seals.position })
    .from(seals)
    .where(sql`${seals.subject} = ${`${kind}:`} || ${key}`);
  // A range instead of a list: the first and the last are as many parameters as a statement needs.
  const rows = await reader
    .select({ key })
    .from(table)
    .where(and(only, sql`${key} >= ${first}`, sql`${key} <= ${last}`, notExists(isSealed)))
    .orderBy(asc(key));
  return rows.map((row) => row.key);
}

/** The rows of these keys as they are sealed, by key; one that cannot be read anymore is there and has other content. */
export async function contentsOf(
  reader: Reader,
  kind: SealedKind,
  keys: readonly string[],
): Promise<ReadonlyMap<string, SealedContent>> {
  try {
    return await readContents(reader, kind, keys);
  } catch (error) {
    // A changed byte can make a number or a JSON text unreadable; anything else is no matter of one row.
    if (classify(error) !== 'other') throw error;
    const [only] = keys;
    if (keys.length === 1 && only !== undefined) return new Map([[only, { unreadable: only }]]);
    const found = new Map<string, SealedContent>();
    for (const key of keys) for (const [at, content] of await contentsOf(reader, kind, [key])) found.set(at, content);
    return found;
  }
}

async function readContents(
  reader: Reader,
  kind: SealedKind,
  keys: readonly string[],
): Promise<ReadonlyMap<string, SealedContent>> {
  const { later = [] } = tableOf(kind);
  const found = (await rowsOf.get(kind)?.(reader, { keys })) ?? [];
  const rows = found.map(({ key, row }) => ({ key, row: withoutEmpty(row, later) }));
  if (kind !== 'submission_version') return new Map(rows.map(({ key, row }): [string, SealedContent] => [key, row]));
  const reported = await figuresOf(reader, { keys });
  const byVersion = Map.groupBy(reported, (figure) => figure.submissionVersion);
  return new Map(
    rows.map(({ key, row }): [string, SealedContent] => [
      key,
      { ...row, figures: Object.fromEntries((byVersion.get(key) ?? []).map(sealedFigure)) },
    ]),
  );
}

const rowsOfKind = ({ table, key, only }: SealedTable) =>
  keptQuery((reader: Reader, { keys }: { readonly keys: readonly string[] }) =>
    reader
      .select({ key, row: table })
      .from(table)
      .where(and(only, inArray(key, [...keys]))),
  );

const rowsOf = new Map(sealedKinds.map((kind) => [kind, rowsOfKind(tables[kind])]));

const figuresOf = keptQuery((reader: Reader, { keys }: { readonly keys: readonly string[] }) =>
  reader
    .select()
    .from(figures)
    .where(inArray(figures.submissionVersion, [...keys])),
);

/** The columns that every seal of a kind holds: those its table had when rows of it were sealed first. */
export function alwaysSealed(kind: SealedKind): readonly string[] {
  const { table, later = [] } = tableOf(kind);
  return Object.keys(getTableColumns(table)).filter((name) => !later.includes(name));
}

/** A figure under the names it was first sealed by: a renamed column leaves the seals of an office as they are. */
function sealedFigure({ cumulative, ...rest }: typeof figures.$inferSelect): [string, SealedContent] {
  return [rest.indicator, { ...rest, value: cumulative }];
}
