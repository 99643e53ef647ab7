/** Writes the demonstration's rows, a few statements a table. */
import type { Reader, Writer } from '#db/dialect';
import { raiseRevision } from '#db/revisions.ts';
import { sealUnsealed } from '#db/seals.ts';
import { settingKeys } from '#db/settings.ts';
import {
  checklistEvents,
  checklistItems,
  figures,
  indicators,
  indicatorVersions,
  interviews,
  interviewVersions,
  accounts,
  projects,
  projectVersions,
  settings,
  submissions,
  submissionVersions,
  targetChanges,
} from '#db/schema.ts';
import { decoratedHousing, decoratedHousingDecision } from './decorated-housing.ts';
import { closedMonths } from './history.ts';
import { checklistEventRows, checklistRows, interview, interviewVersionRows } from './interview.ts';
import { runningMonth } from './october.ts';
import { projectRows } from './projects.ts';
import { personRows } from './accounts.ts';
import { reportRows } from './reports.ts';
import { targetRows } from './targets.ts';
import { demonstrationStart } from './time.ts';

/** Both engines bound the parameters of a statement, SQLite at 32,766; the widest table here has 20 columns. */
const rowsAtOnce = 500;

/** Whether nobody has worked here yet: no account, no submission. */
export async function isFresh(reader: Reader): Promise<boolean> {
  return (await reader.$count(accounts)) === 0 && (await reader.$count(submissions)) === 0;
}

/** Writes everything, within the given transaction. */
export async function storeDemonstration(tx: Writer, passwordHash: string, now: Date): Promise<void> {
  await tx.insert(settings).values([
    { key: settingKeys.demonstration, value: 'october-2020' },
    { key: settingKeys.demoClock, value: String(Date.parse(demonstrationStart) - now.getTime()) },
  ]);
  await tx.insert(accounts).values([...personRows(passwordHash)]);
  await tx.insert(indicators).values(decoratedHousing);
  await tx.insert(indicatorVersions).values(decoratedHousingDecision());
  await tx.insert(targetChanges).values([...targetRows()]);
  await storeReports(tx);
  await storeProjects(tx);
  await tx.insert(interviews).values(interview);
  await tx.insert(interviewVersions).values([...interviewVersionRows()]);
  await tx.insert(checklistItems).values([...checklistRows()]);
  await tx.insert(checklistEvents).values([...checklistEventRows()]);
  await sealUnsealed(tx);
  await raiseRevision(tx);
}

async function storeReports(tx: Writer): Promise<void> {
  const rows = reportRows([...closedMonths(), ...runningMonth]);
  for (const part of parts(rows.submissions)) await tx.insert(submissions).values(part);
  for (const part of parts(rows.versions)) await tx.insert(submissionVersions).values(part);
  for (const part of parts(rows.figures)) await tx.insert(figures).values(part);
}

async function storeProjects(tx: Writer): Promise<void> {
  const rows = projectRows();
  for (const part of parts(rows.projects)) await tx.insert(projects).values(part);
  for (const part of parts(rows.versions)) await tx.insert(projectVersions).values(part);
}

function parts<Row>(rows: readonly Row[]): readonly Row[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, at) =>
    rows.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce),
  );
}
