import type { Reader, Writer } from '#db/dialect';
import {
  findAttachment,
  insertAttachment,
  listAttachments,
  removeAttachment,
  type AttachedTo,
  type AttachmentRow,
} from '#db/attachments.ts';
import { findItem } from '#db/interviews.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import { Problem } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import type { FileReply } from '../http/serve-file.ts';
import type { Upload } from '../http/serve-upload.ts';
import { notify } from '../inbox/notify.ts';
import { openInterview } from '../interviews/actions.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { openProject } from '../projects/actions.ts';
import { checkedType } from './content-check.ts';
import { typeOfName, type Attachment, type AttachmentList } from './contract.ts';
import { keptName } from './file-name.ts';
import { attachRefusal, removeRefusal, type Subject } from './lifecycle.ts';
import { checkRoom, checkSize } from './room.ts';
import { scanFile } from './scan.ts';

/** What a project's files are found by, where the caller may see it. @throws Problem `not-found` */
export async function ofProject(context: Context, id: string): Promise<AttachedTo> {
  const { project } = await openProject(context.database.reader, context, id);
  return { project: id, region: project.region };
}

/** @throws Problem `not-found`, for another city's item and an interview that the bureau was not called to alike */
export async function listFiles(context: Context, to: AttachedTo): Promise<AttachmentList> {
  const subject = await openSubject(context.database.reader, context, to);
  const rows = await listAttachments(context.database.reader, to);
  const { limits } = context.files;
  return {
    attachments: rows.map((row) => present(row, subject, context)),
    limits: { maxBytes: limits.fileBytes, files: limits.perItem },
    can: { attach: attachRefusal(subject, context.actor) === null },
  };
}

/**
 * Keeps a file that came in and attaches it. The file is on the disk before its row is; where the row is not written, the
 * file is taken away again.
 * @throws Problem `not-found`, `not-allowed`, `illegal-transition`; `file-name`, `file-empty`, `file-kind`, `file-active`,
 *   `file-infected`, `too-large`, `too-many-files`, `quota-used-up`, `scan-unavailable`
 */
export async function attach(context: Context, to: AttachedTo, name: string, upload: Upload): Promise<Attachment> {
  const { store, scan } = context.files;
  checkAllowed(attachRefusal(await openSubject(context.database.reader, context, to), context.actor));
  const kept = keptName(name);
  checkSize(context, upload.bytes);
  const contentType = await checkedType(kept, upload);
  await scanFile(scan, upload.path, kept);
  const id = await store.keep(upload.path);
  let attached: Attachment | null = null;
  try {
    const { bytes, sha256 } = upload;
    attached = await writeRow(context, to, { id, name: kept, contentType, bytes, sha256 });
    return attached;
  } finally {
    // Refused meanwhile, or the same request for the second time, which was answered with the file of the first.
    if (attached?.id !== id) await store.remove(id);
  }
}

type NewFile = Pick<AttachmentRow, 'id' | 'name' | 'contentType' | 'bytes' | 'sha256'>;

function writeRow(context: Context, to: AttachedTo, file: NewFile): Promise<Attachment> {
  const { name, bytes, sha256 } = file;
  const request = { name, bytes, sha256 };
  return runCommand(
    context,
    { action: `${groupOf(to)}.attach`, object: objectOf(to), request, changesStandings: false, ...seenBy(to) },
    async (tx) => {
      const subject = await openSubject(tx, context, to);
      checkAllowed(attachRefusal(subject, context.actor));
      await checkRoom(tx, context, to, file.bytes);
      const row = newRow(context, to, file);
      await insertAttachment(tx, row);
      await tellOfficials(tx, row);
      return { reply: present(row, subject, context), detail: request };
    },
  );
}

/** The department is told that a bureau brings evidence, once a day for each item. */
async function tellOfficials(
  tx: Writer,
  { interview, region, item, attachedAt, attachedFor }: AttachmentRow,
): Promise<void> {
  if (attachedFor !== 'bureau' || item === null || interview === null) return;
  const now = new Date(attachedAt);
  const once = `${item}@${dayInShanghai(now)}`;
  const kind = 'evidence-attached';
  await notify(tx, now, { kind, to: { role: 'official' }, region, about: { interview, item }, once });
}

const newRow = ({ actor, clock }: Context, to: AttachedTo, file: NewFile): AttachmentRow => ({
  ...('project' in to ? { ...to, interview: null, item: null } : { ...to, project: null }),
  ...file,
  attachedAt: clock.now().toISOString(),
  attachedBy: actor.id,
  attachedAs: actor.author,
  attachedFor: actor.role === 'bureau' ? 'bureau' : 'official',
  removedAt: null,
  removedBy: null,
  removedAs: null,
  removalReason: null,
});

/**
 * Takes a file back. Its row stays with who, when and why; its content stays some days, in case that was a mistake.
 * @throws Problem `not-found`, `not-allowed`, `illegal-transition`, `reason-required`
 */
export async function takeBack(context: Context, id: string, given: string): Promise<Attachment> {
  const { to, row: before } = await openAttachment(context.database.reader, context, id);
  const reason = given.trim();
  const request = { attachment: id, reason };
  return runCommand(
    context,
    { action: `${groupOf(to)}.detach`, object: objectOf(to), request, changesStandings: false, ...seenBy(to) },
    async (tx) => {
      const { row, subject } = await openAttachment(tx, context, id);
      checkAllowed(removeRefusal(subject, row, context.actor));
      if (!isReason(reason)) {
        throw new Problem(
          'reason-required',
          {},
          { pointers: [{ pointer: '/reason', code: 'reason-required', values: {} }] },
        );
      }
      const removal = {
        removedAt: context.clock.now().toISOString(),
        removedBy: context.actor.id,
        removedAs: context.actor.author,
        removalReason: reason,
      };
      if (!(await removeAttachment(tx, id, removal))) throw new Problem('not-found');
      return { reply: present({ ...row, ...removal }, subject, context), detail: { name: before.name, reason } };
    },
  );
}

/** @throws Problem `not-found`, for what the caller may not see, what was taken back and what never was alike */
export async function download(context: Context, id: string): Promise<FileReply> {
  const { row } = await openAttachment(context.database.reader, context, id);
  const contentType = typeOfName(row.name);
  if (row.removedAt !== null || contentType === null) throw new Problem('not-found');
  const { store } = context.files;
  return { name: row.name, contentType, tag: row.sha256, bytes: row.bytes, content: () => store.read(id) };
}

async function openAttachment(reader: Reader | Writer, context: Context, id: string) {
  const row = await findAttachment(reader, id);
  if (row === undefined) throw new Problem('not-found');
  const to = attachedTo(row);
  return { row, to, subject: await openSubject(reader, context, to) };
}

function attachedTo({ id, interview, region, item, project }: AttachmentRow): AttachedTo {
  if (interview !== null) return { interview, region, item };
  if (project === null || region === null) throw new Error(`attachment ${id} belongs to nothing`);
  return { project, region };
}

/** What a file is attached to, where the caller may see it. A bureau sees the files of interviews that it was called to. */
async function openSubject(reader: Reader | Writer, context: Context, to: AttachedTo): Promise<Subject> {
  if ('project' in to) {
    const { project, versions } = await openProject(reader, context, to.project);
    return { kind: 'project', region: project.region, isWithdrawn: versions[0].action === 'withdraw' };
  }
  const { interview, region, item } = to;
  if (region !== null && item !== null) {
    const row = await findItem(reader, { interview, region, item }, ownCity(context));
    if (row === undefined) throw new Problem('not-found');
    return { kind: 'item', region, isVerified: row.state === 'verified' };
  }
  await openInterview(reader, context, interview);
  return { kind: 'interview' };
}

function checkAllowed(refusal: ReturnType<typeof attachRefusal>): void {
  if (refusal === null) return;
  if (refusal === 'not-allowed') throw new Problem('not-allowed');
  throw new Problem('illegal-transition', { state: { zh: '已销号或已撤回', en: 'verified, withdrawn or taken back' } });
}

const groupOf = (to: AttachedTo) => ('project' in to ? 'project' : 'checklist');

function objectOf(to: AttachedTo): string {
  const parts = 'project' in to ? [to.region, to.project] : [to.interview, to.region, to.item];
  return parts.filter((part) => part !== null).join('/');
}

/** A city's file is seen on the pages of its own people and of those who see every city. */
const seenBy = ({ region }: AttachedTo) => (region === null ? {} : { seenOnlyBy: region });

function present(row: AttachmentRow, subject: Subject, { actor }: Context): Attachment {
  const contentType = typeOfName(row.name);
  // The name was checked when the file came in, and rows are sealed.
  if (contentType === null) throw new Error(`attachment ${row.id} is of no type that is taken`);
  const { id, name, bytes, sha256, attachedAt, attachedAs, removedAt, removedAs } = row;
  return {
    id,
    name,
    contentType,
    bytes,
    sha256,
    attachedAt,
    person: attachedAs.name,
    removed:
      removedAt === null ? null : { at: removedAt, person: removedAs?.name ?? '', reason: row.removalReason ?? '' },
    can: { remove: removeRefusal(subject, row, actor) === null },
  };
}
