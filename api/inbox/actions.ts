import type { z } from 'zod';
import {
  countUnread as countRows,
  listNotices,
  markRead as markRows,
  type InboxOf,
  type NoticeRow,
} from '#db/inbox.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { regionsSeen } from '../http/data-scope.ts';
import type { Bilingual } from '../http/shapes.ts';
import type { listInbox, Notice } from './contract.ts';
import { kindOf, noticeWriter } from './notice-texts.ts';

const pageSize = 50;

async function inboxOf(context: Context): Promise<InboxOf> {
  const seen = await regionsSeen(context);
  return { account: context.actor.id, regions: seen === null ? null : [...seen] };
}

/** A page of the caller's notices, the newest first. */
export async function readInbox(
  context: Context,
  before: string | undefined,
): Promise<z.infer<typeof listInbox.reply>> {
  const { reader } = context.database;
  const [at = '', id = ''] = before?.split('~') ?? [];
  const of = await inboxOf(context);
  const rows = await listNotices(reader, of, before === undefined ? null : { at, id }, pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const textOf = await noticeWriter(reader);
  return {
    unread: await countRows(reader, of),
    notices: shown.flatMap((row) => present(row, textOf)),
    next: rows.length > pageSize && last !== undefined ? `${last.at}~${last.id}` : null,
  };
}

/** How many notices the caller has not read. */
export async function countUnread(context: Context): Promise<{ unread: number }> {
  return { unread: await countRows(context.database.reader, await inboxOf(context)) };
}

/** Marks notices of the caller as read, all of them where none is named; those of others are as if they were not there. */
export async function markRead(context: Context, ids: readonly string[] | null): Promise<{ marked: number }> {
  const of = await inboxOf(context);
  return runCommand(
    context,
    {
      action: 'account.read-notices',
      object: context.actor.author.name,
      request: { ids },
      changesStandings: false,
      changesPages: false,
    },
    async (tx) => {
      const marked = await markRows(tx, of, ids, context.clock.now().toISOString());
      return { reply: { marked }, detail: { count: marked } };
    },
  );
}

/** A notice of a kind that this program does not know is left out. */
function present(row: NoticeRow, textOf: (row: NoticeRow) => Bilingual): Notice[] {
  const kind = kindOf(row);
  if (kind === null) return [];
  const { id, at, about, region, readAt } = row;
  const open = about.item === null || region === null ? null : `${region}-${about.item}`;
  const opening = about.opening === undefined || region === null ? null : { year: about.opening, region };
  const backPlan = about.backPlan === undefined || region === null ? null : { ...about.backPlan, region };
  const nodePlan = about.nodePlan === undefined || region === null ? null : { ...about.nodePlan, region };
  const submission = about.submission === undefined || region === null ? null : { ...about.submission, region };
  const bulletin = about.bulletin?.id ?? null;
  const places = { interview: about.interview, open, opening, backPlan, nodePlan, submission, bulletin };
  return [{ id, at, kind, text: textOf(row), ...places, readAt }];
}
