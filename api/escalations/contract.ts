/** Whom to call in: areas in the order of their lag, and the ladder that the department climbs towards each of them. */
import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { bilingual, day, instant, level, month, origin, regionCode, stripMonth, year } from '../http/shapes.ts';

const stepKey = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** A step of the ladder that leads from a reminder to an interview and on. */
export const ladderStep = z.strictObject({
  key: stepKey,
  name: z.strictObject({ zh: z.string().trim().min(1).max(40), en: z.string().trim().min(1).max(60) }),
  description: z.strictObject({ zh: z.string().max(300), en: z.string().max(300) }),
  /** Whether taking it means to call the city in. */
  callsIn: z.boolean(),
});
export type LadderStep = z.infer<typeof ladderStep>;

export const ladderReply = z.object({
  /** 0 where the office has not written its own yet. */
  version: z.number().int(),
  steps: z.array(ladderStep),
});
export type Ladder = z.infer<typeof ladderReply>;

export const escalationReply = z.object({
  id: z.string(),
  region: z.string(),
  step: z.string(),
  name: bilingual,
  takenOn: z.string(),
  documentNumber: z.string(),
  reason: z.string(),
  at: instant,
  person: z.string(),
  origin,
});
export type Escalation = z.infer<typeof escalationReply>;

export const candidate = z.object({
  region: z.string(),
  level,
  /** The months of this year, for its strip. */
  strip: z.array(stripMonth),
  /** How many months up to the chosen one it has been watch or behind without a break; 0 where it is neither. */
  monthsInRow: z.number().int(),
  /** The first of them; null where there is none. */
  since: z.number().int().nullable(),
  /** The core indicator that lags most. */
  worst: z
    .object({
      indicator: z.string(),
      level,
      completion: z.number().nullable(),
      gapPoints: z.number().nullable(),
      gapAmount: z.number().nullable(),
      target: z.number().nullable(),
      projection: z.number().nullable(),
    })
    .nullable(),
  interviews: z.array(
    z.object({ id: z.string(), heldOn: z.string(), verified: z.number().int(), items: z.number().int() }),
  ),
  escalations: z.array(escalationReply),
});
export type Candidate = z.infer<typeof candidate>;

export const candidatesReply = z.object({
  year: z.number().int(),
  month: z.number().int(),
  today: z.string(),
  candidates: z.array(candidate),
  ladder: ladderReply,
  months: z.array(z.object({ year: z.number().int(), month: z.number().int() })),
  invented: z.boolean(),
});
export type Candidates = z.infer<typeof candidatesReply>;

export const listCandidates = endpoint({
  name: 'listCandidates',
  method: 'GET',
  path: '/api/escalations',
  summary: 'Cities in the order of their lag, with what was done towards each of them so far',
  access: ['official'],
  query: z.strictObject({ year, month }),
  reply: candidatesReply,
});

export const escalate = endpoint({
  name: 'escalate',
  method: 'POST',
  path: '/api/escalations',
  summary: 'Record a step of the ladder that was taken towards a city, with its document number and reason',
  access: ['official'],
  body: z.strictObject({
    region: regionCode,
    step: stepKey,
    takenOn: day,
    documentNumber: z.string().max(100),
    reason: z.string().max(2000),
  }),
  reply: escalationReply,
  idempotent: true,
});

export const saveLadder = endpoint({
  name: 'saveLadder',
  method: 'PUT',
  path: '/api/escalations/ladder',
  summary: 'Save the steps as a new version of the ladder; steps that were taken keep their names',
  access: ['official'],
  body: z.strictObject({ steps: z.array(ladderStep).min(1).max(12), reason: z.string().max(2000) }),
  reply: ladderReply,
  versioned: 'required',
});
