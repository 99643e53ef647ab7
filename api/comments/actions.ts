/** Questions about figures of a month and their answers: between the department and the one bureau. */
import { randomUUID } from 'node:crypto';
import { insertComment, listComments as readComments, type CommentRow } from '#db/comments.ts';
import type { Reader } from '#db/dialect';
import { listIndicators } from '#db/indicators.ts';
import { listVersions, type SubmissionKey } from '#db/submissions.ts';
import { snapshotOf } from '../assessments/snapshot.ts';
import { runCommand } from '../command.ts';
import { ownCity } from '../http/data-scope.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { notify, type NewNotice } from '../inbox/notify.ts';
import { reports } from '../regions/tree.ts';
import { visibleVersions } from '../submissions/lifecycle.ts';
import type { Comments, CommentThread } from './contract.ts';
import { isOpen } from '../submissions/open-comments.ts';

/**
 * What was asked and answered about a month.
 * @throws Problem `not-found` for another city's and for one that does not report the month
 */
export async function listComments(context: Context, key: SubmissionKey): Promise<Comments> {
  await checkTheirs(context, key);
  return presentComments(context.database.reader, context, key);
}

/**
 * Asks about a figure, or answers.
 * @throws Problem `not-found`, `unknown-indicator`, `nothing-to-comment` where nothing was sent or asked
 */
export async function addComment(
  context: Context,
  key: SubmissionKey,
  { indicator, text }: { readonly indicator: string; readonly text: string },
): Promise<Comments> {
  const isBureau = context.actor.role === 'bureau';
  return add(context, key, { action: 'submission.comment', kind: isBureau ? 'answer' : 'remark', indicator, text });
}

/** Ends the questions about a figure. @throws Problem as `addComment` */
export async function settleComments(
  context: Context,
  key: SubmissionKey,
  { indicator }: { readonly indicator: string },
): Promise<Comments> {
  return add(context, key, { action: 'submission.settle', kind: 'settled', indicator, text: '' });
}

interface Entry extends Pick<CommentRow, 'kind' | 'indicator' | 'text'> {
  readonly action: 'submission.comment' | 'submission.settle';
}

async function add(context: Context, key: SubmissionKey, { action, kind, indicator, text }: Entry): Promise<Comments> {
  await checkTheirs(context, key);
  const object = `${key.year}-${String(key.month).padStart(2, '0')}/${key.region}`;
  const command = { action, object, request: { kind, indicator, text }, changesStandings: false } as const;
  return runCommand(context, command, async (tx) => {
    if (!(await listIndicators(tx)).some(({ code }) => code === indicator)) {
      const pointer = { pointer: '/indicator', code: 'unknown-indicator', values: { indicator } } as const;
      throw new Problem('unknown-indicator', { indicator }, { pointers: [pointer] });
    }
    const earlier = (await readComments(tx, key)).filter((row) => row.indicator === indicator);
    const hasSense = kind === 'remark' ? await wasSent(tx, key) : isOpen(earlier);
    if (!hasSense) throw new Problem('nothing-to-comment');
    const now = context.clock.now();
    const sequence = earlier.length + 1;
    const by = { author: context.actor.id, authoredAs: context.actor.author, at: now.toISOString() };
    await insertComment(tx, { ...keyOf(key), ...by, id: randomUUID(), indicator, sequence, kind, text: text.trim() });
    const notice = noticeOf(kind, key, `${indicator}#${sequence}`);
    if (notice !== null) await notify(tx, now, notice);
    return { reply: await presentComments(tx, context, key), detail: { indicator, kind, sequence } };
  });
}

const keyOf = ({ region, year, month }: SubmissionKey): SubmissionKey => ({ region, year, month });

/** The other side is told of a question and of an answer; what is settled asks nothing of anybody. */
function noticeOf(kind: CommentRow['kind'], { region, year, month }: SubmissionKey, once: string): NewNotice | null {
  const about = { interview: null, submission: { year, month } };
  if (kind === 'remark')
    return { kind: 'figure-remarked', to: { role: 'bureau', regions: [region] }, region, about, once };
  return kind === 'answer' ? { kind: 'figure-answered', to: { role: 'official' }, region, about, once } : null;
}

/** Refuses another city's month with the words for one that is not there. */
async function checkTheirs(context: Context, key: SubmissionKey): Promise<void> {
  const own = ownCity(context);
  const { regions } = await snapshotOf(context, key.year);
  if ((own !== null && own !== key.region) || !reports(regions, key, key.region)) throw new Problem('not-found');
}

/** Whether the department has seen anything of the month. */
const wasSent = async (reader: Reader, key: SubmissionKey): Promise<boolean> =>
  visibleVersions(await listVersions(reader, key), 'official').length > 0;

async function presentComments(reader: Reader, { actor }: Context, key: SubmissionKey): Promise<Comments> {
  const rows = await readComments(reader, key);
  const threads = [...Map.groupBy(rows, ({ indicator }) => indicator)].map(([indicator, own]): CommentThread => {
    const comments = own.map(({ kind, text, authoredAs, at }) => ({ kind, text, by: authoredAs.name, at }));
    return { indicator, open: isOpen(own), waitsForBureau: own.at(-1)?.kind === 'remark', comments };
  });
  const isSent = await wasSent(reader, key);
  const isOfficial = actor.role === 'official';
  const can = { remark: isOfficial && isSent, answer: !isOfficial && threads.some(({ open }) => open) };
  return { ...keyOf(key), threads, can };
}
