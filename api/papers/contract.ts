import { z } from 'zod';
import { endpoint, fileEndpoint, roles } from '../http/endpoint.ts';
import { regionCode } from '../http/shapes.ts';

/** 约谈材料, what a city's interview is prepared by, and 约谈通知, what calls it in. */
export const paperKinds = ['brief', 'notice'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** A table: its head, then its rows, every row as long as the head. The first column names the row. */
const tableBlock = z.object({
  kind: z.literal('table'),
  head: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});
const paragraphBlock = z.object({ kind: z.literal('paragraph'), text: z.string() });

/** A page of A4 in one language, the same on the screen and in the file. */
export const paper = z.object({
  title: z.string(),
  subtitle: z.string(),
  sections: z.array(
    z.object({ heading: z.string(), blocks: z.array(z.discriminatedUnion('kind', [tableBlock, paragraphBlock])) }),
  ),
  footer: z.string(),
});
export type Paper = z.infer<typeof paper>;
export type PaperBlock = Paper['sections'][number]['blocks'][number];

const address = z.strictObject({
  interview: z.string().regex(/^[0-9A-Za-z-]{1,64}$/),
  paper: z.enum(paperKinds),
  region: regionCode,
});
const inLanguage = z.strictObject({ language: z.enum(['zh', 'en']) });

export const getPaper = endpoint({
  name: 'getPaper',
  method: 'GET',
  path: '/api/interviews/:interview/papers/:paper/:region',
  summary: 'The brief or the notice of one city for an interview, one page of A4. A bureau gets its own',
  access: roles,
  params: address,
  query: inLanguage,
  reply: paper,
});

export const downloadPaper = fileEndpoint({
  name: 'downloadPaper',
  path: '/api/interviews/:interview/papers/:paper/:region/docx',
  summary: 'The same as a document for word processors',
  access: roles,
  params: address,
  query: inLanguage,
  contentTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
});
