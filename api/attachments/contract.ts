import { z } from 'zod';
import { endpoint, fileEndpoint, roles, uploadEndpoint } from '../http/endpoint.ts';
import type { UploadType } from '../http/content-types.ts';
import { instant, regionCode } from '../http/shapes.ts';

/** What a file may be: its extension, and the type that its content must be of. Nothing else is taken in or given out. */
export const attachmentTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<string, UploadType>;
export type AttachmentType = (typeof attachmentTypes)[keyof typeof attachmentTypes];

const takenTypes: readonly AttachmentType[] = [...new Set(Object.values(attachmentTypes))];

/** The type that a name's extension stands for; null where such files are not taken. */
export function typeOfName(name: string): AttachmentType | null {
  const extension = /\.([0-9A-Za-z]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.entries(attachmentTypes).find(([taken]) => taken === extension)?.[1] ?? null;
}

/** The most that the limit of a file can be set to, in bytes. */
export const largestFile = 50 * 2 ** 20;

export const attachment = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.enum(takenTypes),
  bytes: z.number().int(),
  sha256: z.string(),
  attachedAt: instant,
  person: z.string(),
  /** Who took it back, when and why; null while it is there. */
  removed: z.object({ at: instant, person: z.string(), reason: z.string() }).nullable(),
  can: z.object({ remove: z.boolean() }),
});
export type Attachment = z.infer<typeof attachment>;

const attachmentList = z.object({
  attachments: z.array(attachment),
  /** What one file may weigh, in bytes, and how many there may be here. */
  limits: z.object({ maxBytes: z.number().int(), files: z.number().int() }),
  can: z.object({ attach: z.boolean() }),
});
export type AttachmentList = z.infer<typeof attachmentList>;

const interviewId = z.string().regex(/^[0-9A-Za-z-]{1,64}$/);
const ofInterview = z.strictObject({ interview: interviewId });
const ofItem = z.strictObject({
  interview: interviewId,
  region: regionCode,
  item: z.string().regex(/^[0-9.]{1,8}$/),
});
/** How long a name may be on its way in; what is wrong with it is said by the action. */
const named = z.strictObject({ name: z.string().max(2000) });

export const listItemAttachments = endpoint({
  name: 'listItemAttachments',
  method: 'GET',
  path: '/api/interviews/:interview/items/:region/:item/attachments',
  summary: 'The files attached to an item, with those that were taken back',
  access: roles,
  params: ofItem,
  reply: attachmentList,
});

export const attachToItem = uploadEndpoint({
  name: 'attachToItem',
  method: 'POST',
  path: '/api/interviews/:interview/items/:region/:item/attachments',
  summary: 'Attach a file to an item that is not yet verified: pdf, png, jpg, docx or xlsx',
  access: ['official', 'bureau'],
  params: ofItem,
  query: named,
  accepts: takenTypes,
  maxBytes: largestFile,
  reply: attachment,
  idempotent: true,
});

export const listInterviewAttachments = endpoint({
  name: 'listInterviewAttachments',
  method: 'GET',
  path: '/api/interviews/:interview/attachments',
  summary: 'The files of an interview itself, such as its notice and minutes',
  access: roles,
  params: ofInterview,
  reply: attachmentList,
});

export const attachToInterview = uploadEndpoint({
  name: 'attachToInterview',
  method: 'POST',
  path: '/api/interviews/:interview/attachments',
  summary: 'Attach a file to an interview itself',
  access: ['official'],
  params: ofInterview,
  query: named,
  accepts: takenTypes,
  maxBytes: largestFile,
  reply: attachment,
  idempotent: true,
});

const ofProject = z.strictObject({ project: z.string().regex(/^[0-9A-Za-z-]{1,64}$/) });

export const listProjectAttachments = endpoint({
  name: 'listProjectAttachments',
  method: 'GET',
  path: '/api/projects/:project/attachments',
  summary: 'The evidence of a project: its permit, photographs, the assessment of its assembly rate',
  access: roles,
  params: ofProject,
  reply: attachmentList,
});

export const attachToProject = uploadEndpoint({
  name: 'attachToProject',
  method: 'POST',
  path: '/api/projects/:project/attachments',
  summary: "Attach a file to a project of the bureau's own city",
  access: ['bureau'],
  params: ofProject,
  query: named,
  accepts: takenTypes,
  maxBytes: largestFile,
  reply: attachment,
  idempotent: true,
});

const attachmentId = z.strictObject({ attachment: z.string().regex(/^[0-9A-Za-z-]{1,64}$/) });

export const downloadAttachment = fileEndpoint({
  name: 'downloadAttachment',
  path: '/api/attachments/:attachment',
  summary: 'One attached file, for whoever may see what it is attached to',
  access: roles,
  params: attachmentId,
  contentTypes: takenTypes,
});

export const takeAttachmentBack = endpoint({
  name: 'takeAttachmentBack',
  method: 'POST',
  path: '/api/attachments/:attachment/remove',
  summary: 'Take an attached file back while its item is not verified; that it was there stays on record',
  access: ['official', 'bureau'],
  params: attachmentId,
  body: z.strictObject({ reason: z.string().max(2000) }),
  reply: attachment,
});
