/** Interviews (约谈): the meeting from its planning to its close. Its items have a contract of their own. */
import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { bilingual, day, instant, origin, regionCode } from '../http/shapes.ts';

export const itemStates = ['open', 'reported', 'verified', 'returned'] as const;
export const itemState = z.enum(itemStates);
export type ItemState = z.infer<typeof itemState>;

export const interviewStates = ['planned', 'called', 'held', 'closed', 'cancelled'] as const;
export const interviewState = z.enum(interviewStates);
export type InterviewState = z.infer<typeof interviewState>;

/** What in the system's own data speaks to an item, where anything does. */
export const checkKinds = ['person', 'back-plan', 'standing', 'projects', 'next-targets'] as const;
export type CheckKind = (typeof checkKinds)[number];

/** A text in both languages; the second one stays empty where the office writes in Chinese alone. */
const bilingualIn = (most: number) =>
  z.strictObject({ zh: z.string().trim().min(1).max(most), en: z.string().max(most) });

export const itemKey = z.string().regex(/^[0-9.]{1,8}$/);
const requirementKey = z.string().regex(/^[a-z0-9-]{1,40}$/);
export const interviewId = z.string().regex(/^[0-9A-Za-z-]{1,64}$/);

const itemIn = z.strictObject({
  key: itemKey,
  title: bilingualIn(300),
  checkedBy: z.enum(checkKinds),
  /** Whether it can be reported only with a file attached. */
  evidence: z.boolean(),
  /** The office of a bureau that owes it; each city's item can name another. */
  owner: z.string().max(100),
});

/** A requirement as a template has it: items are due so many days after the meeting. */
export const templateRequirement = z.strictObject({
  key: requirementKey,
  title: bilingualIn(300),
  items: z.array(itemIn.extend({ dueAfterDays: z.number().int().min(0).max(730) })).max(60),
});
export type TemplateRequirement = z.infer<typeof templateRequirement>;

/** A requirement as an interview sets it. */
export const requirementIn = z.strictObject({
  key: requirementKey,
  title: bilingualIn(300),
  items: z.array(itemIn.extend({ dueOn: day })).max(60),
});
export type InterviewRequirement = z.infer<typeof requirementIn>;

export const attendant = z.strictObject({
  /** The city whose bureau it comes from; null for the department and others. */
  region: regionCode.nullable(),
  unit: z.string().trim().min(1).max(100),
  person: z.string().max(50),
  title: z.string().max(100),
});

/** What an official writes down of an interview. */
export const interviewIn = z.strictObject({
  heldOn: day,
  title: bilingualIn(200),
  place: z.string().max(200),
  regions: z.array(regionCode).min(1).max(60),
  attendants: z.array(attendant).max(100),
  agenda: z.string().max(4000),
  notice: z.strictObject({ zh: z.string().max(8000), en: z.string().max(8000) }),
  minutes: z.string().max(20_000),
  requirements: z.array(requirementIn).max(20),
});
export type InterviewIn = z.infer<typeof interviewIn>;

/** What a city's bureau has said to the interview itself. */
export interface InterviewArea {
  readonly region: string;
  /** When its bureau signed for the notice (签收), and as whom. */
  readonly acknowledged: { readonly at: string; readonly account: string; readonly person: string } | null;
  /** Its statement (表态); empty until there is one. */
  readonly statement: string;
}

/** What is kept of an interview beside its day, title and notice. */
export type InterviewDetails = Readonly<
  Pick<InterviewIn, 'place' | 'attendants' | 'agenda' | 'minutes' | 'requirements'>
> & {
  readonly areas: readonly InterviewArea[];
  /** When the notice was sent; null before. */
  readonly calledAt: string | null;
};

/** What changed with an item beside its state. */
export interface EventDetail {
  readonly dueOn?: { readonly from: string; readonly to: string };
  readonly owner?: { readonly from: string; readonly to: string };
  readonly person?: { readonly from: string; readonly to: string };
  /** What the data said when they closed or reopened it. */
  readonly check?: ItemCheckResult;
}

/** What the data say of an item: it holds, it does not, or nothing can be said; with the reason and the numbers. */
export const itemCheckResult = z.object({
  verdict: z.enum(['holds', 'fails', 'unknown']),
  reason: bilingual,
  numbers: z.array(z.object({ label: bilingual, value: bilingual })),
});
export type ItemCheckResult = z.infer<typeof itemCheckResult>;

const counts = z.record(itemState, z.number().int());

export const interviewLine = z.object({
  id: z.string(),
  state: interviewState,
  heldOn: z.string(),
  title: bilingual,
  place: z.string(),
  regions: z.array(z.string()),
  counts,
  overdue: z.number().int(),
});
export type InterviewLine = z.infer<typeof interviewLine>;

const itemCan = z.object({
  report: z.boolean(),
  verify: z.boolean(),
  return: z.boolean(),
  undo: z.boolean(),
  ask: z.boolean(),
  decide: z.boolean(),
  extend: z.boolean(),
  assign: z.boolean(),
  overrule: z.boolean(),
});

export const checklistItem = z.object({
  region: z.string(),
  item: z.string(),
  state: itemState,
  owner: z.string(),
  person: z.string(),
  dueOn: z.string(),
  overdue: z.boolean(),
  version: z.number().int(),
  origin,
  /** The newest word on it. */
  latest: z.object({ at: instant, person: z.string(), note: z.string() }).nullable(),
  /** A later day that its bureau asks for and nobody has decided on. */
  asked: z.object({ dueOn: z.string(), reason: z.string() }).nullable(),
  /** Who closed it: a person, or the data; null while it is not verified. */
  closedBy: z.enum(['person', 'data']).nullable(),
  can: itemCan,
});
export type ChecklistItem = z.infer<typeof checklistItem>;

const interviewCan = z.object({
  edit: z.boolean(),
  call: z.boolean(),
  hold: z.boolean(),
  close: z.boolean(),
  cancel: z.boolean(),
  acknowledge: z.boolean(),
  state: z.boolean(),
});

export const interviewReply = z.object({
  id: z.string(),
  state: interviewState,
  version: z.number().int(),
  heldOn: z.string(),
  title: bilingual,
  notice: bilingual,
  place: z.string(),
  agenda: z.string(),
  minutes: z.string(),
  attendants: z.array(attendant),
  areas: z.array(
    z.object({
      region: z.string(),
      acknowledged: z.object({ at: instant, person: z.string() }).nullable(),
      statement: z.string(),
    }),
  ),
  calledAt: instant.nullable(),
  /** One bureau alone, or several together （集中约谈）; a bureau is told although it sees its own part. */
  kind: z.enum(['single', 'joint']),
  origin,
  source: z.string().nullable(),
  today: z.string(),
  requirements: z.array(requirementIn),
  regions: z.array(z.string()),
  items: z.array(checklistItem),
  can: interviewCan,
});
export type Interview = z.infer<typeof interviewReply>;

export const listInterviews = endpoint({
  name: 'listInterviews',
  method: 'GET',
  path: '/api/interviews',
  summary: 'Interviews and the state of their checklists. A bureau sees those it was called to.',
  access: roles,
  reply: z.array(interviewLine),
});

const address = z.strictObject({ interview: interviewId });

export const getInterview = endpoint({
  name: 'getInterview',
  method: 'GET',
  path: '/api/interviews/:interview',
  summary: "One interview: the meeting, its requirements, and each city's items. A bureau sees its own city's.",
  access: roles,
  params: address,
  reply: interviewReply,
});

export const createInterview = endpoint({
  name: 'createInterview',
  method: 'POST',
  path: '/api/interviews',
  summary: 'Plan an interview with these cities; its requirements come from a template, its notice is drafted',
  access: ['official'],
  body: z.strictObject({
    heldOn: day,
    title: bilingualIn(200),
    place: z.string().max(200),
    regions: interviewIn.shape.regions,
    /** The version of the requirements; the newest where none is named. */
    template: z.number().int().nullable(),
  }),
  reply: interviewReply,
  idempotent: true,
});

export const editInterview = endpoint({
  name: 'editInterview',
  method: 'PUT',
  path: '/api/interviews/:interview',
  summary: 'Change what is written down of an interview, until it is closed; each version is kept',
  access: ['official'],
  params: address,
  body: interviewIn,
  reply: interviewReply,
  versioned: 'required',
});

export const moveInterview = endpoint({
  name: 'moveInterview',
  method: 'POST',
  path: '/api/interviews/:interview/move',
  summary: 'Send the notice (call), hold, close, or cancel with a reason. Holding opens the items of each city.',
  access: ['official'],
  params: address,
  body: z.strictObject({ command: z.enum(['call', 'hold', 'close', 'cancel']), reason: z.string().max(2000) }),
  reply: interviewReply,
  versioned: 'required',
  idempotent: true,
});

export const acknowledgeNotice = endpoint({
  name: 'acknowledgeNotice',
  method: 'POST',
  path: '/api/interviews/:interview/acknowledge',
  summary: 'Sign for the notice （签收）, as the bureau of a called city',
  access: ['bureau'],
  params: address,
  body: z.strictObject({}),
  reply: interviewReply,
  versioned: 'required',
  idempotent: true,
});

export const stateToInterview = endpoint({
  name: 'stateToInterview',
  method: 'POST',
  path: '/api/interviews/:interview/statements/:region',
  summary: "Write down a city's statement （表态）: its bureau, or an official in its place",
  access: ['official', 'bureau'],
  params: z.strictObject({ interview: interviewId, region: regionCode }),
  body: z.strictObject({ statement: z.string().max(4000) }),
  reply: interviewReply,
  versioned: 'required',
  idempotent: true,
});
