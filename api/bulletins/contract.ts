/** Bulletins (通报) and the statements that correct them (更正说明): what they say, and their endpoints. */
import { z } from 'zod';
import { endpoint, fileEndpoint, roles } from '../http/endpoint.ts';
import { bilingual, instant, level, month, year } from '../http/shapes.ts';

/** One area on one indicator at the month's end, as the overview has it; amounts in the unit, shares fractions. */
const factsStanding = z.object({
  indicator: z.string(),
  level,
  target: z.number().nullable(),
  actual: z.number().nullable(),
  completion: z.number().nullable(),
  pace: z.number().nullable(),
  gapPoints: z.number().nullable(),
  /** At the end of the month before; null in January and where it is unknown. */
  completionBefore: z.number().nullable(),
  /** Of the same month a year before; null unless both months are figures of their own. */
  lastYear: z.number().nullable(),
});
export type FactsStanding = z.infer<typeof factsStanding>;

const factsArea = z.object({
  region: z.string(),
  name: bilingual,
  level,
  standings: z.array(factsStanding),
});
export type FactsArea = z.infer<typeof factsArea>;

const factsCity = factsArea.extend({
  /** How the month was reported; null where nothing of it was accepted. */
  report: z.object({ daysLate: z.number().int().nullable() }).nullable(),
  /** As the bureau wrote them, and in the report of which month. */
  explained: z.object({ month: z.number().int(), cause: z.string(), remedies: z.string() }).nullable(),
});
export type FactsCity = z.infer<typeof factsCity>;

/** All that a bulletin says in numbers, levels and names: a function of the month and of the instant it is as of. */
export const bulletinFacts = z.object({
  year: z.number().int(),
  month: z.number().int(),
  /** The month's last day. */
  asOf: z.string(),
  frozenAt: instant,
  rule: z.object({ id: z.string(), version: z.number().int(), name: bilingual }),
  coverage: z.object({ accepted: z.number().int(), expected: z.number().int() }),
  indicators: z.array(
    z.object({
      code: z.string(),
      kind: z.enum(['flow', 'ratio', 'stock']),
      name: bilingual,
      short: bilingual,
      unit: bilingual,
      decimals: z.number().int(),
      core: z.boolean(),
    }),
  ),
  province: factsArea,
  /** In the official order. */
  cities: z.array(factsCity),
  invented: z.boolean(),
  /**
   * How the province came to where it stands and what was expected of it, by month and in the unit, of each core indicator
   * that adds up; absent in bulletins of before there were pictures.
   */
  course: z
    .array(
      z.object({
        indicator: z.string(),
        months: z.array(
          z.object({ month: z.number().int(), actual: z.number().nullable(), expected: z.number().nullable() }),
        ),
      }),
    )
    .optional(),
});
export type BulletinFacts = z.infer<typeof bulletinFacts>;
export type FactsIndicator = BulletinFacts['indicators'][number];

/**
 * What a part is on the paper: a heading is numbered 一、, an item （一）. In `text` a mark such as `[330100/prefab-area/actual]`
 * stands for a field.
 */
export const partKinds = ['title', 'addressee', 'heading', 'paragraph', 'item'] as const;
const part = z.object({
  key: z.string(),
  kind: z.enum(partKinds),
  /** As it is printed before the words; empty where there is none. */
  number: z.string(),
  text: z.string(),
});
export type BulletinPart = z.infer<typeof part>;

const table = z.object({
  key: z.string(),
  caption: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});
export type BulletinTable = z.infer<typeof table>;

export const bulletinStates = ['draft', 'issued', 'discarded'] as const;
export type BulletinState = (typeof bulletinStates)[number];

const line = z.object({
  id: z.string(),
  year: z.number().int(),
  month: z.number().int(),
  language: z.enum(['zh', 'en']),
  state: z.enum(bulletinStates),
  /** The bulletin that this one corrects; null for a bulletin. */
  corrects: z.string().nullable(),
  issueNumber: z.string(),
  documentNumber: z.string(),
  frozenAt: instant,
  issuedAt: instant.nullable(),
  /** How many bureaus have signed for it, of all that it went to; a bureau is told of itself alone. */
  receipts: z.object({ signed: z.number().int(), expected: z.number().int() }),
});
export type BulletinLine = z.infer<typeof line>;

export const bulletinReply = line.extend({
  version: z.number().int(),
  /** Who issues it, as it stands on its head. */
  office: z.string(),
  parts: z.array(part),
  /** What stands in the place of each mark. */
  fields: z.record(z.string(), z.string()),
  tables: z.array(table),
  /** The month in short for a message group: a sentence for each city and one for the province. */
  messages: z.array(z.object({ region: z.string(), text: z.string() })),
  invented: z.boolean(),
  signed: z.array(z.object({ region: z.string(), at: instant.nullable(), person: z.string() })),
  /** Corrections of it that were begun or issued, oldest first. */
  corrections: z.array(z.object({ id: z.string(), state: z.enum(bulletinStates) })),
  /** How many fields of an issued bulletin read otherwise since corrections were accepted; for officials alone. */
  outdated: z.number().int(),
  history: z.array(
    z.object({
      version: z.number().int(),
      at: instant,
      person: z.string(),
      action: z.enum(['draft', 'save', 'renew', 'issue', 'discard']),
    }),
  ),
  can: z.object({
    save: z.boolean(),
    issue: z.boolean(),
    discard: z.boolean(),
    acknowledge: z.boolean(),
    correct: z.boolean(),
  }),
});
export type Bulletin = z.infer<typeof bulletinReply>;

const listReply = z.object({ bulletins: z.array(line), can: z.object({ draft: z.boolean() }) });

export const bulletinAddress = z.strictObject({ id: z.string().regex(/^[0-9A-Za-z-]{1,64}$/) });
const changing = { params: bulletinAddress, reply: bulletinReply, tag: 'version', versioned: 'required' } as const;

export const listBulletins = endpoint({
  name: 'listBulletins',
  method: 'GET',
  path: '/api/bulletins',
  summary: 'The bulletins, the latest month first. Others than officials see what was issued',
  access: roles,
  reply: listReply,
});

export const getBulletin = endpoint({
  name: 'getBulletin',
  method: 'GET',
  path: '/api/bulletins/:id',
  summary: 'A bulletin: its words, its numbers as frozen, its tables, who signed for it',
  access: roles,
  params: bulletinAddress,
  reply: bulletinReply,
});

export const draftBulletin = endpoint({
  name: 'draftBulletin',
  method: 'POST',
  path: '/api/bulletins',
  summary: 'Freeze a month as it is known now and draft its bulletin',
  access: ['official'],
  body: z.strictObject({ year, month, language: z.enum(['zh', 'en']) }),
  reply: bulletinReply,
  tag: 'version',
  idempotent: true,
});

export const draftBulletinCorrection = endpoint({
  name: 'draftBulletinCorrection',
  method: 'POST',
  path: '/api/bulletins/:id/correction',
  summary: 'Draft the statement that corrects an issued bulletin: each sentence, number, level and place that changed',
  access: ['official'],
  params: bulletinAddress,
  body: z.strictObject({}),
  reply: bulletinReply,
  tag: 'version',
  idempotent: true,
});

const number = z.string().trim().max(60);

/** Marks of a part stay in it, each as often as before; `texts` names the parts that change. */
export const bulletinWords = z.strictObject({
  issueNumber: number,
  documentNumber: number,
  texts: z.record(z.string().max(120), z.string().trim().min(1).max(4000)),
});
export type BulletinWords = z.infer<typeof bulletinWords>;

export const saveBulletin = endpoint({
  ...changing,
  name: 'saveBulletin',
  method: 'PUT',
  path: '/api/bulletins/:id',
  summary: 'Change the words of a draft and its numbers 期号 and 文号; what is frozen stays',
  access: ['official'],
  body: bulletinWords,
});

export const issueBulletin = endpoint({
  ...changing,
  name: 'issueBulletin',
  method: 'POST',
  path: '/api/bulletins/:id/issue',
  summary: 'Issue a draft: by an official who wrote none of it. Every bureau is told',
  access: ['official'],
  body: z.strictObject({}),
  idempotent: true,
});

export const discardBulletin = endpoint({
  ...changing,
  name: 'discardBulletin',
  method: 'POST',
  path: '/api/bulletins/:id/discard',
  summary: 'Give a draft up',
  access: ['official'],
  body: z.strictObject({}),
  idempotent: true,
});

export const acknowledgeBulletin = endpoint({
  name: 'acknowledgeBulletin',
  method: 'POST',
  path: '/api/bulletins/:id/acknowledge',
  summary: 'Sign for an issued bulletin （签收）as the bureau that it went to',
  access: ['bureau'],
  params: bulletinAddress,
  body: z.strictObject({}),
  reply: bulletinReply,
  idempotent: true,
});

export const downloadBulletin = fileEndpoint({
  name: 'downloadBulletin',
  path: '/api/bulletins/:id/docx',
  summary: 'The bulletin as a document in the layout of GB/T 9704-2012; the same bytes each time',
  access: roles,
  params: bulletinAddress,
  contentTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
});
