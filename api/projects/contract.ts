/** The project ledger (项目台账): unit projects of a city from land to completion, from which its figures can be checked. */
import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { day, instant, origin, quantityIn, regionCode, year } from '../http/shapes.ts';

export const buildingTypes = ['housing', 'public', 'venue', 'industrial', 'rural'] as const;
export type BuildingType = (typeof buildingTypes)[number];

export const structures = ['concrete', 'steel', 'timber', 'hybrid'] as const;
export type Structure = (typeof structures)[number];

/** The standards that an assembly rate is assessed by; their thresholds and values are not to be compared. */
export const standards = ['GB/T 51129', 'DB33/T 1165'] as const;
export type Standard = (typeof standards)[number];

export const recognitions = ['none', 'applied', 'recognised', 'refused'] as const;
export type Recognition = (typeof recognitions)[number];

/** What a project passes, in order. */
export const milestones = ['land', 'permit', 'start', 'completion'] as const;
export type Milestone = (typeof milestones)[number];

/** How far a project is: the last milestone with an actual day, or `planned` where there is none. */
export const stages = ['planned', ...milestones] as const;
export type Stage = (typeof stages)[number];

const text = (most: number) => z.string().trim().max(most);
const dayOrNone = day.nullable();

/**
 * A project as its bureau writes it. Areas are whole square metres and the assembly rate is in percent, as the permit and the
 * assessment have them; null is not known, which is not zero.
 */
export const projectIn = z.strictObject({
  name: text(100).min(1),
  county: text(50),
  address: text(200),
  owner: text(100),
  /** The number of the construction permit; empty while there is none. */
  permit: text(60),
  /** The number of the unit project under its permit. */
  unit: text(30),
  buildingType: z.enum(buildingTypes),
  structure: z.enum(structures),
  totalArea: quantityIn,
  aboveGroundArea: quantityIn,
  prefabricatedArea: quantityIn,
  decoratedArea: quantityIn,
  assemblyRate: quantityIn,
  standard: z.enum(standards).nullable(),
  assembledDecoration: z.boolean().nullable(),
  greenStars: z.number().int().min(0).max(3).nullable(),
  bim: z.boolean().nullable(),
  landPlanned: dayOrNone,
  landActual: dayOrNone,
  permitPlanned: dayOrNone,
  permitActual: dayOrNone,
  startPlanned: dayOrNone,
  startActual: dayOrNone,
  completionPlanned: dayOrNone,
  completionActual: dayOrNone,
  recognition: z.enum(recognitions),
  recognisedOn: dayOrNone,
  remarks: text(1000),
});
export type ProjectIn = z.infer<typeof projectIn>;

export const hintCodes = [
  'no-permit',
  'start-before-permit',
  'permit-another-year',
  'days-out-of-order',
  'year-end-batch',
  'start-overdue',
  'prefabricated-above-total',
  'above-ground-above-total',
  'decorated-above-total',
  'rate-below-standard',
  'rate-without-standard',
  'area-unknown',
] as const;

/** What strikes in a project, with its numbers; never a block. Areas are square metres. */
const projectHint = z.object({
  code: z.enum(hintCodes),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ProjectHint = z.infer<typeof projectHint>;

const squareMetres = z.number().int().nullable();

/** A project as it stands: areas in square metres, the assembly rate in percent; null is not known. */
export const project = z.object({
  ...projectIn.shape,
  id: z.string(),
  region: z.string(),
  version: z.number().int(),
  origin,
  totalArea: z.number().int(),
  aboveGroundArea: squareMetres,
  prefabricatedArea: squareMetres,
  decoratedArea: squareMetres,
  assemblyRate: z.number().nullable(),
  stage: z.enum(stages),
  hints: z.array(projectHint),
  can: z.object({ edit: z.boolean() }),
});
export type Project = z.infer<typeof project>;

export const projectActions = ['add', 'edit', 'import', 'withdraw'] as const;

export const projectReply = project.extend({
  /** Who withdrew it, when and why; null while it counts. */
  withdrawn: z.object({ at: instant, person: z.string(), reason: z.string() }).nullable(),
  /** What was done with it, the newest first. */
  history: z.array(
    z.object({
      version: z.number().int(),
      at: instant,
      person: z.string(),
      action: z.enum(projectActions),
      reason: z.string(),
    }),
  ),
});
export type ProjectReply = z.infer<typeof projectReply>;

/** Which projects: of a city, a stage, a year of their (actual, else planned) start, or with these words in them. */
export const projectFilter = z.strictObject({
  region: regionCode.optional(),
  stage: z.enum(stages).optional(),
  year: year.optional(),
  find: z.string().trim().max(100).optional(),
});
export type ProjectFilter = z.infer<typeof projectFilter>;

export const listProjects = endpoint({
  name: 'listProjects',
  method: 'GET',
  path: '/api/projects',
  summary: 'The project ledger （项目台账）, without what was withdrawn. A bureau sees its own city.',
  access: roles,
  query: projectFilter,
  reply: z.object({ today: z.string(), projects: z.array(project), can: z.object({ add: z.boolean() }) }),
});

const ledgerSum = z.object({
  /** In the indicator's unit; null where the ledger has no project that started in the year so far. */
  amount: z.number().nullable(),
  projects: z.number().int(),
  /** Of these, those whose area is not known and which add nothing. */
  unknown: z.number().int(),
});

/** The same of one month, with what it adds up: each project by name, its area in square metres, null where it is not known. */
const startedSum = ledgerSum.extend({
  terms: z.array(z.object({ name: z.string(), area: z.number().int().nullable() })),
});

/** A month of an indicator by the ledger and as reported, in its unit; null is not known. */
export const ledgerMonth = z.object({
  region: z.string(),
  indicator: z.string(),
  month: z.number().int(),
  started: startedSum,
  cumulative: ledgerSum,
  /** The accepted cumulative, and what it is above the one of the month before. */
  reported: z.object({ month: z.number().nullable(), cumulative: z.number().nullable() }),
  /** Reported less the ledger's, cumulative; null where either is not known. */
  difference: z.number().nullable(),
});
export type LedgerMonth = z.infer<typeof ledgerMonth>;

export const sumProjects = endpoint({
  name: 'sumProjects',
  method: 'GET',
  path: '/api/projects/sums',
  summary:
    'What the projects that started in each month of a year add up to, beside what was accepted. A bureau sees its own city',
  access: roles,
  query: z.strictObject({ year, region: regionCode.optional() }),
  reply: z.object({ year: z.number().int(), months: z.array(ledgerMonth) }),
});

const projectId = z.strictObject({ project: z.string().regex(/^[0-9A-Za-z-]{1,64}$/) });

export const getProject = endpoint({
  name: 'getProject',
  method: 'GET',
  path: '/api/projects/:project',
  summary: 'One project with its history, also one that was withdrawn',
  access: roles,
  params: projectId,
  reply: projectReply,
});

export const addProject = endpoint({
  name: 'addProject',
  method: 'POST',
  path: '/api/projects',
  summary: "Add a project to the ledger of the bureau's own city",
  access: ['bureau'],
  body: projectIn,
  reply: projectReply,
  tag: 'version',
  idempotent: true,
});

export const editProject = endpoint({
  name: 'editProject',
  method: 'PUT',
  path: '/api/projects/:project',
  summary: 'Change a project, with a reason; each version is kept',
  access: ['bureau'],
  params: projectId,
  body: projectIn.extend({ reason: z.string().max(2000) }),
  reply: projectReply,
  tag: 'version',
  versioned: 'required',
  idempotent: true,
});

export const withdrawProject = endpoint({
  name: 'withdrawProject',
  method: 'POST',
  path: '/api/projects/:project/withdraw',
  summary: 'Take a project out of the ledger, with a reason; what it said stays on record',
  access: ['bureau'],
  params: projectId,
  body: z.strictObject({ reason: z.string().max(2000) }),
  reply: projectReply,
  tag: 'version',
  versioned: 'required',
  idempotent: true,
});
