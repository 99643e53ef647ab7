import { createHash } from 'node:crypto';
import type { Context } from '../http/context.ts';
import type { FileReply } from '../http/serve-file.ts';
import { briefOf } from './brief.ts';
import type { Paper, PaperKind } from './contract.ts';
import { readMaterial } from './material.ts';
import { noticeOf } from './notice.ts';
import type { PaperLanguage } from './words.ts';

/** Which paper of which city for which interview. */
interface PaperAddress {
  readonly interview: string;
  readonly paper: PaperKind;
  readonly region: string;
}

const makers = { brief: briefOf, notice: noticeOf } as const;

/** @throws Problem `not-found`, see `readMaterial` */
export async function getPaper(context: Context, address: PaperAddress, language: PaperLanguage): Promise<Paper> {
  return makers[address.paper](await readMaterial(context, address, language));
}

/** The same as a document. @throws Problem `not-found` */
export async function downloadPaper(
  context: Context,
  address: PaperAddress,
  language: PaperLanguage,
): Promise<FileReply> {
  const material = await readMaterial(context, address, language);
  const paper = makers[address.paper](material);
  // Its library is loaded by the first paper.
  const { documentOf } = await import('./document.ts');
  const content = await documentOf(paper, language);
  return {
    name: `${paper.title.replaceAll(/[:：\s]+/g, '-')}${address.paper === 'notice' ? `-${material.cityName}` : ''}.docx`,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    tag: createHash('sha256').update(JSON.stringify(paper)).digest('hex').slice(0, 32),
    content,
  };
}
