/** First-quarter plans (明年开局计划): with which goals, nodes and projects a city opens a year. */
import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { day, instant, quantityIn, regionCode, year } from '../http/shapes.ts';

export const openingStates = ['missing', 'draft', 'submitted', 'accepted', 'returned'] as const;
export type OpeningState = (typeof openingStates)[number];

export const openingCommands = ['save', 'submit', 'accept', 'return'] as const;
export type OpeningCommand = (typeof openingCommands)[number];

/** Prefabricated, fully decorated housing (住宅全装修), or both. */
export const projectKinds = ['prefabricated', 'decorated', 'both'] as const;
export type ProjectKind = (typeof projectKinds)[number];

const text = (most: number) => z.string().trim().min(1).max(most);

const node = z.strictObject({ day, text: text(200) });
const project = z.strictObject({ name: text(100), kind: z.enum(projectKinds), startsOn: day });

/** A plan as its bureau writes it; days lie in the first quarter of the year, an area is in 万㎡. */
export const openingIn = z.strictObject({
  goals: z.array(text(300)).max(10),
  nodes: z.array(node).max(20),
  projects: z.array(project.extend({ area: quantityIn })).max(50),
});
export type OpeningIn = z.infer<typeof openingIn>;

/** A plan as it is kept. */
export interface OpeningPlan {
  readonly goals: readonly string[];
  readonly nodes: readonly z.infer<typeof node>[];
  /** `area` in square metres. */
  readonly projects: readonly (z.infer<typeof project> & { readonly area: number })[];
}

/** A city's plan as the caller may see it: others than its bureau see what was sent. */
export const opening = z.object({
  region: z.string(),
  year: z.number().int(),
  state: z.enum(openingStates),
  /** What `If-Match` must name for the next command; 0 where there is nothing yet. */
  version: z.number().int(),
  goals: z.array(z.string()),
  nodes: z.array(z.object({ day: z.string(), text: z.string() })),
  projects: z.array(z.object({ name: z.string(), kind: z.enum(projectKinds), startsOn: z.string(), area: z.number() })),
  /** Why it was returned; empty where it was not. */
  reason: z.string(),
  can: z.object({ save: z.boolean(), submit: z.boolean(), decide: z.boolean(), ask: z.boolean() }),
});
export type Opening = z.infer<typeof opening>;

export const openingReply = opening.extend({
  today: z.string(),
  /** What was done with it, the newest first. */
  history: z.array(
    z.object({
      version: z.number().int(),
      at: instant,
      person: z.string(),
      action: z.enum(openingCommands),
      reason: z.string(),
    }),
  ),
});
export type OpeningReply = z.infer<typeof openingReply>;

const openingsReply = z.object({ year: z.number().int(), today: z.string(), openings: z.array(opening) });
export type Openings = z.infer<typeof openingsReply>;

export const listOpenings = endpoint({
  name: 'listOpenings',
  method: 'GET',
  path: '/api/openings',
  summary:
    "The cities' first-quarter plans of a year （开局计划）, also where there is none yet. A bureau sees its own.",
  access: roles,
  query: z.strictObject({ year }),
  reply: openingsReply,
});

const address = z.strictObject({ year, region: regionCode });

export const getOpening = endpoint({
  name: 'getOpening',
  method: 'GET',
  path: '/api/openings/:year/:region',
  summary: "One city's first-quarter plan with its history",
  access: roles,
  params: address,
  reply: openingReply,
});

export const saveOpening = endpoint({
  name: 'saveOpening',
  method: 'PUT',
  path: '/api/openings/:year/:region',
  summary: 'Write a first-quarter plan as its bureau; each version is kept, and nobody else sees it before it is sent',
  access: ['bureau'],
  params: address,
  body: openingIn,
  reply: openingReply,
  tag: 'version',
  versioned: 'required',
});

export const submitOpening = endpoint({
  name: 'submitOpening',
  method: 'POST',
  path: '/api/openings/:year/:region/submit',
  summary: 'Send a first-quarter plan to the department: at least one goal, one node and one project',
  access: ['bureau'],
  params: address,
  body: z.strictObject({}),
  reply: openingReply,
  tag: 'version',
  versioned: 'required',
  idempotent: true,
});

export const decideOpening = endpoint({
  name: 'decideOpening',
  method: 'POST',
  path: '/api/openings/:year/:region/decide',
  summary: 'Accept a first-quarter plan, or return it with a reason',
  access: ['official'],
  params: address,
  body: z.strictObject({ accept: z.boolean(), reason: z.string().max(2000) }),
  reply: openingReply,
  tag: 'version',
  versioned: 'required',
  idempotent: true,
});

export const askOpening = endpoint({
  name: 'askOpening',
  method: 'POST',
  path: '/api/openings/:year/:region/ask',
  summary: 'Ask a city for its first-quarter plan: its bureau is told of it in the inbox, once a day at most',
  access: ['official'],
  params: address,
  body: z.strictObject({}),
  /** How many accounts of the bureau are told; none where the city has no account in use. */
  reply: z.object({ told: z.number().int() }),
  idempotent: true,
});
