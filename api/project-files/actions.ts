/** Takes the ledger of a city in from a file: shown first, then written as it was shown. */
import { randomUUID } from 'node:crypto';
import type { Reader, Writer } from '#db/dialect';
import { addProjectVersion, insertProject, listHeldKeys, listProjects } from '#db/projects.ts';
import { listRegions } from '#db/regions.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem, problemSentence, type Language } from '../http/problem.ts';
import type { Upload } from '../http/serve-upload.ts';
import { checkedReason } from '../loads/enter.ts';
import { pausing } from '../http/event-loop.ts';
import { markedRows } from '../loads/marked-rows.ts';
import { wrongRows } from '../loads/preview.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { shownValue, type Fault } from '../month-files/layout.ts';
import { contentOf, newVersion } from '../projects/actions.ts';
import { cellOf } from '../projects/field-text.ts';
import { projectFields } from '../projects/fields.ts';
import { presentContent, type ProjectContent } from '../projects/read-project.ts';
import { columnLetters } from '../workbooks/grid.ts';
import { readGrid } from '../workbooks/read-grid.ts';
import type { ProjectChange, ProjectFilePreview } from './contract.ts';
import { planOf, type LedgerPlan, type PlannedProject } from './plan.ts';
import { ledgerTable, type LedgerTable } from './table.ts';

/** More of a kind helps nobody; the marked workbook has them all. */
const maxTold = 200;

/** Nothing is written. @throws Problem what `readGrid` does */
export async function previewProjects(
  context: Context,
  language: Language,
  upload: Upload,
): Promise<ProjectFilePreview> {
  const { table, encoding } = await readLedger(upload);
  const plan = await planIn(context.database.reader, context, table);
  const faults = allFaults(table, plan);
  const added = plan.changes.filter(({ standing }) => standing === null).length;
  return {
    digest: plan.digest,
    encoding,
    otherSheets: [...table.otherSheets],
    counts: { added, changed: plan.changes.length - added, same: plan.same, refused: wrongRows(faults) },
    changes: plan.changes.slice(0, maxTold).map((change) => presentChange(change, language)),
    formulas: formulasOf(table).slice(0, maxTold),
    faults: faults.slice(0, maxTold).map((fault) => presentFault(table, fault)),
    faultCount: faults.length,
    marked: markedRows(
      { sheet: table.sheet, head: table.head === null ? null : { row: table.head.row, columns: new Map() } },
      faults,
      language,
    ),
  };
}

async function readLedger(upload: Upload) {
  const grid = await readGrid(upload.path, upload.contentType === 'text/csv' ? 'csv' : 'xlsx');
  return { table: ledgerTable(grid), encoding: grid.encoding };
}

/** What the table would write as things stand now. */
async function planIn(reader: Reader | Writer, { actor, clock }: Context, table: LedgerTable): Promise<LedgerPlan> {
  const region = actor.region ?? '';
  const row = (await listRegions(reader)).find(({ code }) => code === region);
  const holders = new Map((await listHeldKeys(reader)).map(({ id, key }) => [key, id]));
  return planOf(table, {
    region,
    regionName: { zh: row?.nameZh ?? region, en: row?.nameEn ?? region },
    standing: await listProjects(reader, { region }),
    holders,
    today: dayInShanghai(clock.now()),
  });
}

const allFaults = (table: LedgerTable, plan: LedgerPlan): readonly Fault[] =>
  [...table.faults, ...plan.faults].toSorted((a, b) => a.row - b.row || a.column - b.column);

function presentChange({ row, standing, content }: PlannedProject, language: Language): ProjectChange {
  const before = standing === null ? null : contentOf(standing.newest);
  const fields = projectFields
    .map((field) => ({
      field: field.words[language],
      before: before === null ? '' : textIn(field, before, language),
      after: textIn(field, content, language),
    }))
    .filter((field) => field.before !== field.after);
  return { row, name: content.name, project: standing?.project.id ?? null, fields };
}

const textIn = (field: (typeof projectFields)[number], content: ProjectContent, language: Language): string =>
  String(cellOf(field, presentContent(content), language) ?? '');

function presentFault({ sheet }: LedgerTable, { row, column, value, code, values }: Fault) {
  const detail = { zh: problemSentence(code, values, 'zh'), en: problemSentence(code, values, 'en') };
  return { sheet: sheet.name, row, column: columnLetters(column), value, code, detail };
}

function formulasOf({ sheet, rows }: LedgerTable): ProjectFilePreview['formulas'] {
  return rows.flatMap(({ number, cells }) =>
    [...cells.values()]
      .filter(({ formula }) => formula === 'computed')
      .map(({ column, value }) => ({
        sheet: sheet.name,
        row: number,
        column: columnLetters(column),
        value: shownValue(value),
      })),
  );
}

export interface Confirmed {
  readonly digest: string;
  readonly name: string;
  readonly reason: string;
  readonly rows: 'all' | 'good';
}

/**
 * Writes what the preview showed, all of it or nothing; what stands is looked at again within the transaction.
 * @throws Problem `reason-required`, `load-changed`, `load-faults`, `load-nothing-new`, what `readGrid` does
 */
export async function importProjects(context: Context, confirmed: Confirmed, upload: Upload) {
  const reason = checkedReason(confirmed.reason);
  const { table } = await readLedger(upload);
  const region = context.actor.region ?? '';
  const request = { ...confirmed, sha256: upload.sha256 };
  const command = { action: 'project.import', object: region, request, changesStandings: false } as const;
  return runCommand(context, { ...command, seenOnlyBy: region }, async (tx) => {
    const plan = await planIn(tx, context, table);
    const faults = allFaults(table, plan);
    if (plan.digest !== confirmed.digest) throw new Problem('load-changed');
    if (faults.length > 0 && confirmed.rows === 'all') throw new Problem('load-faults', { count: wrongRows(faults) });
    if (plan.changes.length === 0) throw new Problem('load-nothing-new');
    const pause = pausing();
    for (const change of plan.changes) {
      await write(tx, context, change, { region, reason });
      await pause();
    }
    const added = plan.changes.filter(({ standing }) => standing === null).length;
    const counts = { added, changed: plan.changes.length - added, same: plan.same };
    return { reply: counts, detail: { ...counts, file: confirmed.name, reason } };
  });
}

async function write(
  tx: Writer,
  context: Context,
  { standing, content, key }: PlannedProject,
  { region, reason }: { readonly region: string; readonly reason: string },
): Promise<void> {
  const project = standing?.project.id ?? randomUUID();
  const number = (standing?.newest.number ?? 0) + 1;
  const version = newVersion(context, { project, number, action: 'import', reason }, content);
  if (standing === null) {
    await insertProject(tx, { id: project, region, version: 1, key, origin: 'reported' }, version);
  } else if (!(await addProjectVersion(tx, { ...standing.project, key }, version))) throw new Problem('load-changed');
}
