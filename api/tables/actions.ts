import type { Context } from '../http/context.ts';
import type { FileReply } from '../http/serve-file.ts';
import { listIndicators } from '../indicators/actions.ts';
import { listRegions } from '../regions/actions.ts';
import { overview } from '../standings/actions.ts';
import { listSubmissions } from '../submissions/lists.ts';
import { listPunctuality } from '../submissions/punctuality.ts';
import { listTargets } from '../targets/actions.ts';
import { overviewTableOf } from './overview-table.ts';
import { punctualityTableOf } from './punctuality-table.ts';
import { submissionsTableOf } from './submissions-table.ts';
import { tableFile, type Written } from './table-file.ts';
import { targetsTableOf } from './targets-table.ts';

/** Each table is made of the reply of its page, so that both say the same and to the same people. */
export async function overviewTable(
  context: Context,
  { year, month, ...written }: Written & { readonly year: number; readonly month: number },
): Promise<FileReply> {
  const reply = await overview(context, { year, month });
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

async function reference(context: Context) {
  return { regions: await listRegions(context), indicators: await listIndicators(context) };
}
