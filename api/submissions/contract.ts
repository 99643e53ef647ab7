import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { absence, figure, figureIn } from '../figures/contract.ts';
import { notOwedReasons } from '../deadlines/lifecycle.ts';
import { day, instant, month, ownCurve, regionCode, stripMonth, year } from '../http/shapes.ts';

export const submissionStates = ['draft', 'submitted', 'withdrawn', 'returned', 'accepted', 'revoked'] as const;

/** 报送状态 as people speak of it: nothing yet, and a resubmission told apart from a first one. */
export const submissionStatuses = ['missing', 'draft', 'submitted', 'returned', 'resubmitted', 'accepted'] as const;
export const status = z.enum(submissionStatuses);
export type SubmissionStatus = z.infer<typeof status>;

/** Why nobody owes a month, by the office's calendar; null where it is owed. */
const notOwed = z.enum(notOwedReasons).nullable();

const versionKind = z.enum(['submission', 'correction']);

/** Something a reviewer should look at: a hint with its numbers, never a block. */
export const hint = z.object({
  code: z.enum([
    'falling',
    'not-yet-known',
    'not-reported',
    'jump',
    'copied',
    'on-the-line',
    'would-be-behind',
    'far-from-last-year',
  ]),
  indicator: z.string(),
  value: z.number().nullable(),
  against: z.number().nullable(),
  /** How much it wants a reader's eye; the queue goes by the sum. */
  weight: z.number(),
});
export type Hint = z.infer<typeof hint>;

export const versionReply = z.object({
  number: z.number().int(),
  kind: versionKind,
  state: z.enum(submissionStates),
  asOf: z.string(),
  figures: z.array(figure),
  note: z.string(),
  cause: z.string(),
  remedies: z.string(),
  /** By indicator, what was answered in the place of a figure. */
  absences: z.record(z.string(), absence),
  /** By indicator, the bureau's word on its figure or on why there is none. */
  words: z.record(z.string(), z.string()),
  savedBy: z.string(),
  savedAt: instant,
  submittedBy: z.string().nullable(),
  submittedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  returnReason: z.string().nullable(),
  /** Who took its acceptance back, when and why. */
  revokedBy: z.string().nullable(),
  revokedAt: instant.nullable(),
  revokeReason: z.string().nullable(),
  /** Of a correction that was sent with that of an earlier month: that month and its version's number. It is decided with that one. */
  packageMonth: z.number().int().nullable(),
  packageNumber: z.number().int().nullable(),
  /** Of what was sent: city, month and version in one number, and a short code of the content; null of a draft. */
  receipt: z.object({ number: z.string(), code: z.string() }).nullable(),
  /** Where the department entered it in the bureau's place, why being in the note; `fileName` is null where it was typed. */
  entered: z.object({ load: z.string(), fileName: z.string().nullable() }).nullable(),
  /** The file that the bureau saved its figures from, and whether any was changed by hand since; left out where all were typed. */
  file: z.object({ name: z.string(), isChanged: z.boolean() }).optional(),
  /** True where the department entered it without a figure that must be reported: it ends no month; left out elsewhere. */
  partial: z.boolean().optional(),
});
export type SubmissionVersion = z.infer<typeof versionReply>;

/** What stands beside an input: accepted figures of last month and of the same month last year, and this year's series. */
export const inputContext = z.object({
  indicator: z.string(),
  target: z.number().nullable(),
  lastMonth: figure.nullable(),
  sameMonthLastYear: figure.nullable(),
  /** Accepted figures of this year, for the preview of the level. */
  accepted: z.array(
    z.object({ month: z.number().int(), asOf: z.string(), cumulative: z.number(), denominator: z.number().nullable() }),
  ),
  lastYear: z.array(
    z.object({ month: z.number().int(), asOf: z.string(), cumulative: z.number(), denominator: z.number().nullable() }),
  ),
  /** A stock's level at the end of last year. */
  baseline: z.number().nullable(),
  ownCurve,
});
export type InputContext = z.infer<typeof inputContext>;

export const submissionReply = z.object({
  region: z.string(),
  year: z.number().int(),
  month: z.number().int(),
  status,
  /**
   * What `If-Match` must name for the next change; 0 before the first. Its bureau's counts every save, everybody else's
   * only what was sent and decided.
   */
  version: z.number().int(),
  /** The month's first and last permitted as-of day, and the one a new draft starts with. */
  asOf: z.object({ earliest: z.string(), latest: z.string(), usual: z.string() }),
  /** The last day on which it is in time; once its figures as of the last day were sent, that day as it stood then. */
  dueOn: z.string(),
  /** Why nobody owes it; null where it is owed. */
  notOwed,
  /** The last day on which the bureau can report it; null where it always can. */
  closesOn: z.string().nullable(),
  /** Whether that day has passed, and nothing was returned to be sent again. */
  closed: z.boolean(),
  /** Days between the deadline and the first report as of the month's last day, 0 where that was in time; null before it. */
  daysLate: z.number().int().nullable(),
  /** The newest version is the first one: those of late, then those before that still bear on the month. */
  versions: z.array(versionReply),
  /** How many of them, from the newest on, follow each other without a gap. */
  recent: z.number().int(),
  /** How many are left out, which `listVersions` gives. */
  earlier: z.number().int(),
  context: z.array(inputContext),
  hints: z.array(hint),
  can: z.object({
    save: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    accept: z.boolean(),
    return: z.boolean(),
    correct: z.boolean(),
    revoke: z.boolean(),
  }),
});
export type Submission = z.infer<typeof submissionReply>;

const address = z.strictObject({ year, month, region: regionCode });
/** What all changes of a month share. */
export const ofMonth = {
  params: address,
  reply: submissionReply,
  tag: 'version',
  versioned: 'required',
  idempotent: true,
} as const;
const bureauOnly = ['bureau'] as const;
const readers = ['official', 'bureau'] as const;

export const getSubmission = endpoint({
  name: 'getSubmission',
  method: 'GET',
  path: '/api/submissions/:year/:month/:region',
  summary: 'One monthly submission with its versions and what stands beside each input',
  access: readers,
  params: address,
  reply: submissionReply,
  tag: 'version',
});

export const listVersions = endpoint({
  name: 'listVersions',
  method: 'GET',
  path: '/api/submissions/:year/:month/:region/versions',
  summary: 'Every version of one monthly submission, the newest first',
  access: readers,
  params: address,
  reply: z.array(versionReply),
});

/** What a draft holds. Keys that are left out of `figures` are not reported; a whole draft replaces the one before. */
export const draft = z.strictObject({
  figures: z.record(z.string().max(64), figureIn),
  asOf: day.optional(),
  note: z.string().max(2000).optional(),
  cause: z.string().max(2000).optional(),
  remedies: z.string().max(2000).optional(),
  /** By indicator, a word on what strikes in its figure, or on why there is none. */
  words: z.record(z.string().max(64), z.string().max(500)).optional(),
  /** What its sender calls the file that figures of this draft were just read from. */
  fileName: z.string().min(1).max(200).optional(),
});
export type Draft = z.infer<typeof draft>;

export const saveDraft = endpoint({
  name: 'saveDraft',
  method: 'PUT',
  path: '/api/submissions/:year/:month/:region',
  summary: 'Save a draft; `If-Match` names the version it was based on (0 for the first)',
  access: bureauOnly,
  body: draft,
  ...ofMonth,
});

/** A command that says all in its address: no body, or an empty one. */
export const nothingMore = z.strictObject({}).optional();

export const submit = endpoint({
  name: 'submit',
  method: 'POST',
  path: '/api/submissions/:year/:month/:region/submit',
  summary: 'Submit the draft for review',
  access: bureauOnly,
  body: nothingMore,
  ...ofMonth,
});

export const withdraw = endpoint({
  name: 'withdraw',
  method: 'POST',
  path: '/api/submissions/:year/:month/:region/withdraw',
  summary: 'Take back what was submitted, until it is decided; it becomes a draft again with all that it says',
  access: bureauOnly,
  body: nothingMore,
  ...ofMonth,
});

export const accept = endpoint({
  name: 'accept',
  method: 'POST',
  path: '/api/submissions/:year/:month/:region/accept',
  summary: 'Accept a submission; from then on its figures count',
  access: ['official'],
  body: nothingMore,
  ...ofMonth,
});

export const returnSubmission = endpoint({
  name: 'returnSubmission',
  method: 'POST',
  path: '/api/submissions/:year/:month/:region/return',
  summary: 'Return a submission to the bureau with a reason',
  access: ['official'],
  body: z.strictObject({ reason: z.string().max(2000) }),
  ...ofMonth,
});

export const submissionLine = z.object({
  region: z.string(),
  year: z.number().int(),
  month: z.number().int(),
  status,
  version: z.number().int(),
  dueOn: z.string(),
  notOwed,
  closesOn: z.string().nullable(),
  overdue: z.boolean(),
  closed: z.boolean(),
  daysLate: z.number().int().nullable(),
  /** Whether the newest version is a report or a correction; null where there is none. */
  kind: versionKind.nullable(),
  asOf: z.string().nullable(),
  submittedBy: z.string().nullable(),
  submittedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  returnReason: z.string().nullable(),
  /** The day of the accepted figures that stand; null where none were accepted, or only a part was entered. */
  acceptedAsOf: z.string().nullable(),
  /** Whether that is the month's last day, so that nothing of it is owed any more. */
  done: z.boolean(),
  /** Figures of the month that the department asked about and has not settled. */
  openComments: z.number().int(),
  /** The earlier month whose correction what waits was sent with; left out where it stands by itself. */
  packageMonth: z.number().int().optional(),
  hints: z.array(hint),
});
export type SubmissionLine = z.infer<typeof submissionLine>;

export const listSubmissions = endpoint({
  name: 'listSubmissions',
  method: 'GET',
  path: '/api/submissions',
  summary: 'The months of a year: state, deadline, reason of a return. A bureau sees its own.',
  access: readers,
  query: z.strictObject({ year }),
  reply: z.object({
    year: z.number().int(),
    today: z.string(),
    submissions: z.array(submissionLine),
    strip: z.array(stripMonth),
  }),
});

export const countReview = endpoint({
  name: 'countReview',
  method: 'GET',
  path: '/api/review/count',
  summary: 'How many submissions wait for review',
  access: ['official'],
  reply: z.object({ waiting: z.number().int() }),
});
