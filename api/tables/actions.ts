import { listAccounts } from '../accounts/accounts.ts';
import { openBulletin, titleOf } from '../bulletins/bulletin-record.ts';
import { listCurves } from '../curve-changes/actions.ts';
import type { Context } from '../http/context.ts';
import type { FileReply } from '../http/serve-file.ts';
import { listIndicators } from '../indicators/actions.ts';
import { listRegions } from '../regions/actions.ts';
import { getInterview } from '../interviews/actions.ts';
import { listNodePlans } from '../node-plans/actions.ts';
import { city, overview, sprint } from '../standings/actions.ts';
import { askedProjects } from '../projects/actions.ts';
import type { ProjectFilter } from '../projects/contract.ts';
import { listSubmissions, reviewQueue } from '../submissions/lists.ts';
import { listPunctuality } from '../submissions/punctuality.ts';
import { listTargets } from '../targets/actions.ts';
import { accountsTableOf } from './accounts-table.ts';
import { bulletinTableOf, changesTableOf } from './bulletin-table.ts';
import { checklistTableOf } from './checklist-table.ts';
import { cityTableOf } from './city-table.ts';
import { curvesTableOf, nodePlansTableOf } from './curve-tables.ts';
import { overviewTableOf } from './overview-table.ts';
import { projectsTableOf } from './projects-table.ts';
import { punctualityTableOf } from './punctuality-table.ts';
import { reviewTableOf } from './review-table.ts';
import { sprintTableOf } from './sprint-table.ts';
import { submissionsTableOf } from './submissions-table.ts';
import { tableFile, type Written } from './table-file.ts';
import { targetsTableOf } from './targets-table.ts';

type OfMonth = Written & { readonly year: number; readonly month: number };

const knownIn = ({ known }: Written) => (known === undefined ? {} : { known });

/** Each table is made of the reply of its page, so that both say the same and to the same people. */
export async function overviewTable(context: Context, { year, month, ...written }: OfMonth): Promise<FileReply> {
  const reply = await overview(context, { year, month, ...knownIn(written) });
  return tableFile(overviewTableOf(reply, await reference(context), written.language), written);
}

export async function submissionsTable(
  context: Context,
  { year, ...written }: Written & { readonly year: number },
): Promise<FileReply> {
  const { submissions } = await listSubmissions(context, year);
  return tableFile(submissionsTableOf(year, submissions, await listRegions(context), written.language), written);
}

export async function punctualityTable(
  context: Context,
  { year, ...written }: Written & { readonly year: number },
): Promise<FileReply> {
  const punctuality = await listPunctuality(context, year);
  return tableFile(punctualityTableOf(punctuality, await listRegions(context), written.language), written);
}

export async function targetsTable(
  context: Context,
  { year, ...written }: Written & { readonly year: number },
): Promise<FileReply> {
  const targets = await listTargets(context, year);
  return tableFile(targetsTableOf(targets, await reference(context), written.language), written);
}

export async function curvesTable(context: Context, written: Written): Promise<FileReply> {
  const table = curvesTableOf(await listCurves(context), await listIndicators(context), written.language);
  return tableFile(table, written);
}

export async function nodePlansTable(
  context: Context,
  { year, ...written }: Written & { readonly year: number },
): Promise<FileReply> {
  const plans = await listNodePlans(context, year);
  return tableFile(nodePlansTableOf(plans, await reference(context), written.language), written);
}

export async function sprintTable(context: Context, { year, month, ...written }: OfMonth): Promise<FileReply> {
  const reply = await sprint(context, { year, month, ...knownIn(written) });
  return tableFile(sprintTableOf(reply, await reference(context), written.language), written);
}

/** @throws Problem `not-found`, also for a city that is not the bureau's own */
export async function cityTable(
  context: Context,
  region: string,
  { year, month, ...written }: OfMonth,
): Promise<FileReply> {
  const reply = await city(context, region, { year, month, ...knownIn(written) });
  return tableFile(cityTableOf(reply, await reference(context), written.language), written);
}

export async function reviewTable(context: Context, written: Written): Promise<FileReply> {
  const { waiting } = await reviewQueue(context);
  return tableFile(reviewTableOf(waiting, await reference(context), written.language), written);
}

/** @throws Problem `not-found`, also for an interview that the bureau was not called to */
export async function checklistTable(context: Context, id: string, written: Written): Promise<FileReply> {
  const interview = await getInterview(context, id);
  return tableFile(checklistTableOf(interview, await listRegions(context), written.language), written);
}

/** @throws Problem `not-found`, also for a draft where the caller is no official */
export async function bulletinTable(context: Context, id: string, written: Written): Promise<FileReply> {
  const { row, content } = await openBulletin(context.database.reader, context.actor, id);
  const name = titleOf(content);
  const [changes] = content.tables;
  if (row.corrects !== null && changes !== undefined) return tableFile(changesTableOf(changes, name), written);
  return tableFile(bulletinTableOf(row.facts, name, written.language), written);
}

export async function projectsTable(
  context: Context,
  { language, format, ...filter }: Written & ProjectFilter,
): Promise<FileReply> {
  const projects = await askedProjects(context, filter);
  return tableFile(projectsTableOf(projects, await listRegions(context), language), { language, format });
}

export async function accountsTable(context: Context, written: Written): Promise<FileReply> {
  const accounts = await listAccounts(context);
  return tableFile(accountsTableOf(accounts, await listRegions(context), written.language), written);
}

async function reference(context: Context) {
  return { regions: await listRegions(context), indicators: await listIndicators(context) };
}
