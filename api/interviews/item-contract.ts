/** The items of an interview, to their closure (销号). */
import { z } from 'zod';
import { endpoint, roles, type Role } from '../http/endpoint.ts';
import { bilingual, day, instant, origin, regionCode } from '../http/shapes.ts';
import { checklistItem, interviewId, interviewReply, itemCheckResult, itemKey } from './contract.ts';

const itemAddress = z.strictObject({ interview: interviewId, region: regionCode, item: itemKey });

export const itemActions = [
  'report',
  'verify',
  'return',
  'undo',
  'ask',
  'grant',
  'refuse',
  'extend',
  'assign',
  'close',
  'reopen',
  'overrule',
] as const;
export type ItemAction = (typeof itemActions)[number];

const fromTo = z.object({ from: z.string(), to: z.string() });

export const itemReply = z.object({
  item: checklistItem,
  history: z.array(
    z.object({
      at: instant,
      person: z.string(),
      action: z.enum(itemActions),
      note: z.string(),
      origin,
      detail: z
        .object({
          dueOn: fromTo.optional(),
          owner: fromTo.optional(),
          person: fromTo.optional(),
          check: itemCheckResult.optional(),
        })
        .nullable(),
    }),
  ),
  /** What the data say of it now; null for an item that persons check alone. */
  check: itemCheckResult.nullable(),
});
export type ItemHistory = z.infer<typeof itemReply>;

export const getItem = endpoint({
  name: 'getItem',
  method: 'GET',
  path: '/api/interviews/:interview/items/:region/:item',
  summary: 'One item with its history, and what the data say of it',
  access: roles,
  params: itemAddress,
  reply: itemReply,
});

const note = z.string().max(2000);
const words = { note: z.strictObject({ note }), reason: z.strictObject({ reason: note }) };

/** A command on one item: whoever sends it names the version that they saw. */
function itemCommand<Body, const Caller extends readonly Role[]>(
  name: string,
  command: string,
  summary: string,
  access: Caller,
  body: z.ZodType<Body, unknown>,
) {
  return endpoint({
    name,
    method: 'POST',
    path: `/api/interviews/:interview/items/:region/:item/${command}`,
    summary,
    access,
    params: itemAddress,
    body,
    reply: itemReply,
    versioned: 'required',
    idempotent: true,
  });
}

export const reportItem = itemCommand(
  'reportItem',
  'report',
  'Report an item as done, with a note that says how; an official may do so in the place of its bureau',
  ['official', 'bureau'],
  words.note,
);
export const verifyItem = itemCommand(
  'verifyItem',
  'verify',
  'Verify a reported item （核实销号）, as another person than the one who reported it',
  ['official'],
  words.note,
);
export const returnItem = itemCommand(
  'returnItem',
  'return',
  'Return a reported item with a reason',
  ['official'],
  words.reason,
);
export const undoItem = itemCommand(
  'undoItem',
  'undo',
  'Take a verification or a return back within ten seconds, as the one who did it; the history keeps both',
  ['official'],
  z.strictObject({}),
);
export const overruleItem = itemCommand(
  'overruleItem',
  'overrule',
  'Open an item again that the data closed, with a reason; from then on persons decide on it',
  ['official'],
  words.reason,
);

const dueIn = z.strictObject({ dueOn: day, reason: note });

export const askExtension = itemCommand('askExtension', 'ask', 'Ask for a later day, with a reason', ['bureau'], dueIn);
export const decideExtension = itemCommand(
  'decideExtension',
  'decide',
  'Grant or refuse the later day that a bureau asked for',
  ['official'],
  z.strictObject({ grant: z.boolean(), reason: note }),
);
export const extendItem = itemCommand('extendItem', 'extend', 'Set a later day, with a reason', ['official'], dueIn);
export const assignItem = itemCommand(
  'assignItem',
  'assign',
  'Say which office and which person answer for an item; an official may set its day too while nothing was reported',
  ['official', 'bureau'],
  z.strictObject({
    owner: z.string().trim().min(1).max(100),
    person: z.string().max(50),
    dueOn: day.nullable(),
  }),
);

export const bulkCommands = ['verify', 'return', 'extend'] as const;
export type BulkCommand = (typeof bulkCommands)[number];

export const moveItems = endpoint({
  name: 'moveItems',
  method: 'POST',
  path: '/api/interviews/:interview/items',
  summary: 'Verify, return or extend several items: all of them or none, each with the version that was seen',
  access: ['official'],
  params: z.strictObject({ interview: interviewId }),
  body: z.strictObject({
    command: z.enum(bulkCommands),
    items: z
      .array(z.strictObject({ region: regionCode, item: itemKey, version: z.number().int().min(1) }))
      .min(1)
      .max(300),
    reason: note,
    /** For `extend` alone. */
    dueOn: day.nullable(),
  }),
  reply: interviewReply,
  idempotent: true,
});

export const dueItem = z.object({
  interview: z.string(),
  heldOn: z.string(),
  title: bilingual,
  item: checklistItem,
  demand: bilingual,
});
export type DueItem = z.infer<typeof dueItem>;

export const listDueItems = endpoint({
  name: 'listDueItems',
  method: 'GET',
  path: '/api/checklist',
  summary: 'Items of every interview that is held and not closed, those due first on top. A bureau sees its own.',
  access: roles,
  reply: z.object({ today: z.string(), items: z.array(dueItem) }),
});
