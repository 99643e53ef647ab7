/** What a file really is: its content must be of the type that its name says, and nothing in it may run. */
import type { UploadType } from '../http/content-types.ts';
import { Problem } from '../http/problem.ts';
import { attachmentTypes, typeOfName, type AttachmentType } from './contract.ts';
import { inspectOfficeDocument, type Verdict } from './office-document.ts';
import { inspectPdf } from './pdf-document.ts';

/**
 * The type that a file is kept and served as.
 * @throws Problem `file-empty`, `file-kind` where name, declared type and content do not agree, `file-active`
 */
export async function checkedType(
  name: string,
  file: { readonly path: string; readonly bytes: number; readonly contentType: UploadType },
): Promise<AttachmentType> {
  if (file.bytes === 0) throw new Problem('file-empty', { name });
  const type = typeOfName(name);
  if (type === null || type !== file.contentType) throw new Problem('file-kind', { name });
  if (!(await beginsLike(type, file.path))) throw new Problem('file-kind', { name });
  const verdict = await inspect(type, file.path);
  if (verdict.kind === 'active') throw new Problem('file-active', { name, what: verdict.what });
  if (verdict.kind === 'other') throw new Problem('file-kind', { name });
  return type;
}

/** By the first bytes; whether a zip is the document that it is named, and one without macros, `inspect` says. */
async function beginsLike(type: AttachmentType, path: string): Promise<boolean> {
  // Loaded by the first file that comes.
  const { fileTypeFromFile } = await import('file-type');
  const found = (await fileTypeFromFile(path).catch(() => undefined))?.mime ?? '';
  const isZip = type === attachmentTypes.docx || type === attachmentTypes.xlsx;
  return found === type || (isZip && (found === 'application/zip' || /macroenabled/i.test(found)));
}

async function inspect(type: AttachmentType, path: string): Promise<Verdict> {
  switch (type) {
    case 'application/pdf':
      return inspectPdf(path);
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return inspectOfficeDocument(path, 'docx');
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      return inspectOfficeDocument(path, 'xlsx');
    case 'image/png':
    case 'image/jpeg':
      // No browser runs a picture that is served as one, and nobody serves it otherwise: see `fileHeaders`.
      return { kind: 'fit' };
  }
}
